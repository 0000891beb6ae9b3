package org.summitthemes.corpus;

/** Turns growing offsets in UTF-16 units into offsets in code points, in one pass over the text. */
final class CodePoints {
  private final String text;
  private int units;
  private int points;

  CodePoints(String text) {
    this.text = text;
  }

  /** Offset in code points; must not be smaller than the one asked for before. */
  int offset(int unitOffset) {
    points += text.codePointCount(units, unitOffset);
    units = unitOffset;
    return points;
  }
}
