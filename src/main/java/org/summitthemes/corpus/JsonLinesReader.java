package org.summitthemes.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: one object a line, with the keys of {@link Field}. A line that is no object,
 * has no text or is too long is rejected with its number; the others load. Empty lines count for
 * nothing.
 */
final class JsonLinesReader implements Reader {
  private final Limits limits;
  private final Columns columns;

  JsonLinesReader(Limits limits, Columns columns) {
    this.limits = limits;
    this.columns = columns;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private @Nullable Lines lines;

      @Override
      @Nullable Item advance(InputStream in) throws IOException {
        if (lines == null) {
          lines = new Lines(in, limits.documentBytes());
        }

        while (lines.next()) {
          if (!lines.isBlank()) {
            return item(source, lines, beside);
          }
        }
        return null;
      }
    };
  }

  private Item item(Source source, Lines line, Details beside) {
    String uri = source.line(line.number());
    if (line.isTooLong()) {
      String detail = "The line has more than max-file-bytes: " + limits.documentBytes();
      return new Item.Rejected(uri, Reason.TOO_LARGE, detail, line.length(), null);
    }

    byte[] content = line.content();
    String sha256 = Hashes.sha256(content);
    try {
      return document(uri, source.path(), content, sha256, beside);
    } catch (RejectedException e) {
      return new Item.Rejected(uri, e.reason(), e.detail(), content.length, sha256);
    }
  }

  private Item document(String uri, String path, byte[] content, String sha256, Details beside)
      throws RejectedException {
    TextDecoder.Decoded decoded = TextDecoder.decode(content);
    JsonNode object =
        KeyValues.json(decoded.text())
            .orElseThrow(
                () -> new RejectedException(Reason.BAD_JSON, "The line is no JSON object"));
    Optional<String> text = columns.value(Field.TEXT, name -> KeyValues.value(object, name));
    if (text.isEmpty()) {
      throw new RejectedException(
          object.has("text") ? Reason.EMPTY : Reason.NO_TEXT, "The object has no text");
    }

    return new Item.Document(
        uri,
        path,
        "jsonl",
        text.get(),
        null,
        columns.details(name -> KeyValues.value(object, name)).orElse(beside),
        decoded.guessed() ? List.of("guessed_encoding") : List.of(),
        content.length,
        sha256);
  }

  /** Lines of bytes. A line beyond the limit is passed over without being held. */
  private static final class Lines {
    private final InputStream in;
    private final long limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long length;
    private long number;

    Lines(InputStream in, long limit) {
      this.in = new BufferedInputStream(in, 1 << 16);
      this.limit = limit;
    }

    boolean next() throws IOException {
      line.reset();
      length = 0;
      int b = in.read();
      if (b < 0) {
        return false;
      }

      number++;
      for (; b >= 0 && b != '\n'; b = in.read()) {
        length++;
        if (length <= limit) {
          line.write(b);
        }
      }
      return true;
    }

    boolean isTooLong() {
      return length > limit;
    }

    boolean isBlank() {
      return !isTooLong() && new String(content(), StandardCharsets.ISO_8859_1).isBlank();
    }

    /** The line without the carriage return of a DOS line end. */
    byte[] content() {
      byte[] bytes = line.toByteArray();
      int end = bytes.length;
      return end > 0 && bytes[end - 1] == '\r' ? java.util.Arrays.copyOf(bytes, end - 1) : bytes;
    }

    long length() {
      return length;
    }

    long number() {
      return number;
    }
  }
}
