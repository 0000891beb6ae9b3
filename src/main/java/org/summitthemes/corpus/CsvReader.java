package org.summitthemes.corpus;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header: RFC 4180, with comma, semicolon, tab or bar between the cells, whichever
 * the file uses. Rows are numbered as a spreadsheet does: the header is row 1. A row with more
 * cells than the header, without text, or with bytes of another encoding is rejected with its
 * number.
 */
final class CsvReader implements Reader {
  private static final int LOOKED_AT = 1 << 18;
  private static final String SEPARATORS = ",;\t|";
  private static final int MOST_COLUMNS = 4096;

  private final Limits limits;
  private final Columns columns;

  CsvReader(Limits limits, Columns columns) {
    this.limits = limits;
    this.columns = columns;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private @Nullable CsvParser parser;
      private BoundedStream bound = BoundedStream.row(InputStream.nullInputStream(), 0);
      private List<String> header = List.of();
      private int row = 1;

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        try {
          if (parser == null) {
            bound = BoundedStream.row(in, limits.documentBytes());
            parser = parser(bound);
            header = header(parser);
          }

          String[] cells = next(parser);
          return cells == null ? null : item(source, source.line(row), header, cells, beside);
        } catch (TextParsingException | IllegalStateException e) {
          throw new RejectedException(
              Reason.DAMAGED, "Row %d cannot be read, nor what follows", row + 1);
        }
      }

      /** The cells of the next row that is not empty. */
      private String @Nullable [] next(CsvParser csv) throws RejectedException {
        String[] cells;
        do {
          bound.restart();
          cells = csv.parseNext();
          if (++row > limits.documents()) {
            throw new RejectedException(
                Reason.TOO_LARGE, "The file has more than %d rows", limits.documents());
          }
        } while (cells != null && Arrays.stream(cells).allMatch(cell -> cell == null));
        return cells;
      }
    };
  }

  private Item item(
      Source source, String uri, List<String> header, String[] cells, Details beside) {
    if (cells.length > header.size()) {
      String detail =
          "The row has " + cells.length + " cells, the header has " + header.size() + " columns";
      return new Item.Rejected(uri, Reason.BAD_ROW, detail, 0, null);
    }

    return TableRow.of(uri, header, Arrays.asList(cells))
        .item(source, "csv", columns, beside, limits.documentBytes());
  }

  private List<String> header(CsvParser parser) throws RejectedException {
    String[] cells = parser.parseNext();
    if (cells == null) {
      throw new RejectedException(Reason.EMPTY, "The file has no rows");
    }

    List<String> names =
        Arrays.stream(cells).map(cell -> cell == null ? "" : Characters.oneLine(cell)).toList();
    boolean hasText =
        columns
            .value(
                Field.TEXT,
                name -> names.stream().filter(column -> Field.isNamed(column, name)).findFirst())
            .isPresent();
    if (!hasText) {
      throw new RejectedException(
          Reason.NO_TEXT,
          "No column holds the text; corpus.columns.text can name one of: %s",
          String.join(", ", names));
    }

    return names;
  }

  private CsvParser parser(InputStream in) throws IOException, RejectedException {
    BufferedInputStream buffered = new BufferedInputStream(in, LOOKED_AT);
    buffered.mark(LOOKED_AT);
    byte[] start = buffered.readNBytes(LOOKED_AT);
    buffered.reset();
    TextDecoder.Decoded decoded = TextDecoder.decode(wholeLines(start));
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(separator(decoded.text()));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setReadInputOnSeparateThread(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setSkipEmptyLines(false);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setCommentProcessingEnabled(false);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(
        new InputStreamReader(
            buffered,
            decoded
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    return parser;
  }

  /** The separator that the header holds most of, outside of quotation marks; comma if none. */
  private static char separator(String start) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }

      if (!quoted && SEPARATORS.indexOf(c) >= 0) {
        counts[SEPARATORS.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  /** The bytes up to the last line end, if there were more than these. */
  private static byte[] wholeLines(byte[] start) {
    if (start.length < LOOKED_AT) {
      return start;
    }

    int end = start.length;
    while (end > 0 && start[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(start, end == 0 ? start.length : end - end % 2);
  }
}
