package org.summitthemes.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.summitthemes.corpus.WholeFileReader.Parsed;
import org.xml.sax.SAXException;

/**
 * The running text of PDF and Word documents, by Apache Tika.
 *
 * <p>Left out: page headers and footers of Word, deleted passages, comments, forms, attachments and
 * pictures; a scanned page has no text. Titles and dates in a document's properties say how the
 * file was made rather than what was said, so they do not count.
 */
final class OfficeDocument {
  /** Characters of text; a small file can unfold to much more. */
  private static final int MOST_CHARACTERS = 16 << 20;

  static {
    FontMappers.set(new OneFont());
  }

  private OfficeDocument() {}

  static Parsed pdf(byte[] content) throws IOException, RejectedException {
    PDFParserConfig config = new PDFParserConfig();
    config.setExtractInlineImages(false);
    config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    config.setExtractAnnotationText(false);
    config.setExtractAcroFormContent(false);
    config.setExtractBookmarksText(false);
    config.setParseIncrementalUpdates(false);
    ParseContext context = new ParseContext();
    context.set(PDFParserConfig.class, config);
    return parse(new PDFParser(), content, context);
  }

  static Parsed docx(byte[] content) throws IOException, RejectedException {
    OfficeParserConfig config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    config.setIncludeDeletedContent(false);
    config.setIncludeMoveFromContent(false);
    config.setIncludeHeadersAndFooters(false);
    config.setExtractMacros(false);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, config);
    return parse(new OOXMLParser(), content, context);
  }

  private static Parsed parse(Parser parser, byte[] content, ParseContext context)
      throws IOException, RejectedException {
    BodyContentHandler text = new BodyContentHandler(MOST_CHARACTERS);
    try {
      parser.parse(new ByteArrayInputStream(content), text, new Metadata(), context);
    } catch (EncryptedDocumentException e) {
      throw new RejectedException(Reason.UNREADABLE, "The document is encrypted");
    } catch (TikaException | SAXException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new RejectedException(
            Reason.TOO_LARGE, "The document has more than %d characters", MOST_CHARACTERS);
      }

      throw new RejectedException(
          Reason.DAMAGED, "Not a document of its kind: %s", e.getClass().getSimpleName());
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw new RejectedException(
          Reason.DAMAGED, "The document unfolds without end: %s", e.getClass().getSimpleName());
    } catch (LinkageError e) {
      throw new RejectedException(
          Reason.UNSUPPORTED_FORMAT,
          "The document needs what is left out of this program: %s",
          e.getMessage());
    }

    if (text.toString().isBlank()) {
      throw new RejectedException(
          Reason.EMPTY, "The document holds no text; pictures of pages are not read");
    }

    return Parsed.plain(text.toString());
  }
}
