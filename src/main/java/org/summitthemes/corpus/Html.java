package org.summitthemes.corpus;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.summitthemes.corpus.WholeFileReader.Parsed;

/**
 * A web page: its article without what stands around it ({@link HtmlArticle}), as paragraphs
 * ({@link HtmlText}), and what its markup states ({@link HtmlDetails}).
 *
 * <p>A page whose article has no text is no more than its heading: that is its text, flagged {@code
 * title_only}.
 *
 * <p>The encoding is the one that {@link TextDecoder} finds; where the bytes are not UTF-8, what
 * the page itself declares is tried first.
 */
final class Html {
  private static final int DEEPEST = 500;
  private static final int HEAD = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("<meta[^>]{0,200}charset=[\"']?([\\w.:-]{3,40})", Pattern.CASE_INSENSITIVE);

  /** Pages are small; a parsed one takes about twenty times its size. */
  static final long MOST_BYTES = 16L << 20;

  private Html() {}

  static Parsed parse(byte[] content) throws RejectedException {
    TextDecoder.Decoded decoded = TextDecoder.decode(content, declared(content));
    Document page = Jsoup.parse(decoded.text());
    refuseDeep(page);
    HtmlDetails details = HtmlDetails.of(page);
    String text = HtmlText.of(HtmlArticle.find(page));
    String title = details.title();
    boolean titleOnly = text.isEmpty() && title != null;
    List<String> flags = new ArrayList<>();
    if (details.isDated()) {
      flags.add("publication_date");
    }
    if (titleOnly) {
      flags.add("title_only");
    }
    return new Parsed(titleOnly ? title + "." : text, title, details.details(), flags)
        .from(decoded);
  }

  private static void refuseDeep(Document page) throws RejectedException {
    int[] deepest = new int[1];
    page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    if (deepest[0] > DEEPEST) {
      throw new RejectedException(
          Reason.DAMAGED, "The page's elements are nested %d deep", deepest[0]);
    }
  }

  private static Optional<Charset> declared(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher charset = CHARSET.matcher(head);
    try {
      return charset.find() ? Optional.of(Charset.forName(charset.group(1))) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
