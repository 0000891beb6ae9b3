package org.summitthemes.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files that are one document each: their bytes, parsed by their format. */
final class WholeFileReader implements Reader {
  private final String format;
  private final Parser parser;
  private final Limits limits;

  WholeFileReader(String format, Parser parser, Limits limits) {
    this.format = format;
    this.parser = parser;
    this.limits = limits;
  }

  /** Plain text: the document is the text. */
  static WholeFileReader text(Limits limits) {
    return new WholeFileReader("text", decoded(Parsed::plain), limits);
  }

  /** A parser of text whose encoding is found first. */
  static Parser decoded(TextParser parser) {
    return content -> {
      TextDecoder.Decoded decoded = TextDecoder.decode(content);
      return parser.parse(decoded.text()).from(decoded);
    };
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private boolean read;

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        if (read) {
          return null;
        }

        read = true;
        return document(source, limited(in, limits.documentBytes()), beside);
      }
    };
  }

  private Item document(Source source, byte[] content, Details beside) throws IOException {
    String sha256 = Hashes.sha256(content);
    try {
      Parsed parsed = parser.parse(content);
      return new Item.Document(
          source.uri(),
          source.path(),
          format,
          parsed.text(),
          parsed.heading(),
          beside.orElse(parsed.details()),
          parsed.flags(),
          content.length,
          sha256);
    } catch (RejectedException e) {
      return new Item.Rejected(source.uri(), e.reason(), e.detail(), content.length, sha256);
    }
  }

  /** All bytes, if they are no more than the limit. */
  static byte[] limited(InputStream in, long limit) throws IOException, RejectedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      if (out.size() > limit) {
        throw new RejectedException(
            Reason.TOO_LARGE, "The document has more than %d bytes (max-file-bytes)", limit);
      }
    }
    return out.toByteArray();
  }

  /** What a format makes of a file. */
  @FunctionalInterface
  interface Parser {
    Parsed parse(byte[] content) throws IOException, RejectedException;
  }

  /** What a format makes of a decoded text. */
  @FunctionalInterface
  interface TextParser {
    Parsed parse(String text) throws RejectedException;
  }

  /** A document without its wrapping. */
  record Parsed(String text, @Nullable String heading, Details details, List<String> flags) {
    static Parsed plain(String text) {
      return new Parsed(text, null, Details.NONE, List.of());
    }

    /** Flagged if the encoding was guessed. */
    Parsed from(TextDecoder.Decoded decoded) {
      List<String> more = new ArrayList<>(flags);
      if (decoded.guessed()) {
        more.add("guessed_encoding");
      }
      return new Parsed(text, heading, details, more);
    }
  }
}
