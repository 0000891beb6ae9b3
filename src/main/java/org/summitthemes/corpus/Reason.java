package org.summitthemes.corpus;

import java.util.Locale;

/** Why an input is rejected. */
public enum Reason {
  /** No bytes, or nothing but white space. */
  EMPTY,
  /** Fewer words than the configuration asks for. */
  TOO_SHORT,
  /** Larger than the configuration allows. */
  TOO_LARGE,
  /** NUL bytes or many control characters: no text. */
  BINARY,
  /** Neither UTF-8 nor plausibly another known encoding. */
  BAD_ENCODING,
  /** A line, element or file that is no JSON object. */
  BAD_JSON,
  /** A row of a table with more cells than there are columns. */
  BAD_ROW,
  /** An XML file that is not well-formed. */
  BAD_XML,
  /** A row or object without a text. */
  NO_TEXT,
  /** A kind of file that no reader knows. */
  UNSUPPORTED_FORMAT,
  /** A compressed file or archive that ends early or is damaged. */
  DAMAGED,
  /** The file system would not give the bytes. */
  UNREADABLE,
  /** A symbolic link that leads out of the corpus. */
  OUTSIDE,
  /** A bug: the program failed on this document. The others are unharmed. */
  FAILED;

  /** The code as it stands in {@code fact_rejected_input}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
