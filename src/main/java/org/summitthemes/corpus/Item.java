package org.summitthemes.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an input: a document, or a named reason why it is none. */
public sealed interface Item {
  String sourceUri();

  /** The same by another name. */
  Item named(String uri);

  /**
   * A document as its source has it, not yet cleaned.
   *
   * @param format {@code text}, {@code markdown}, {@code jsonl}, {@code html}
   * @param path path for the file-name pattern
   * @param text decoded content without front matter
   * @param heading heading that the format itself marks as one, or null
   * @param flags doubts that arose while reading
   */
  record Document(
      String sourceUri,
      String path,
      String format,
      String text,
      @Nullable String heading,
      Details details,
      List<String> flags,
      long nBytes,
      String contentSha256)
      implements Item {

    @Override
    public Document named(String uri) {
      return new Document(uri, path, format, text, heading, details, flags, nBytes, contentSha256);
    }
  }

  /** An input that could not be read. */
  record Rejected(
      String sourceUri, Reason reason, String detail, long nBytes, @Nullable String contentSha256)
      implements Item, Outcome {

    @Override
    public Rejected named(String uri) {
      return new Rejected(uri, reason, detail, nBytes, contentSha256);
    }
  }

  /** An input that is no document by a named rule. */
  record Skipped(String sourceUri, SkipRule rule) implements Item, Outcome {

    @Override
    public Skipped named(String uri) {
      return new Skipped(uri, rule);
    }
  }
}
