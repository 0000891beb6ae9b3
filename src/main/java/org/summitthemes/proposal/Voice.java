package org.summitthemes.proposal;

/** Whose words a sentence holds, and how they come. */
public enum Voice {
  /** The speaker's own, quoted or transcribed. */
  DIRECT,
  /** The speaker's, in the words of a report. */
  REPORTED,
  /** The reporter's own. */
  REPORTER;

  /** {@code speaker} or {@code reporter}, as tables call it. */
  public String column() {
    return this == REPORTER ? "reporter" : "speaker";
  }
}
