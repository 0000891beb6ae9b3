package org.summitthemes.text;

import java.io.Serializable;

/**
 * A stretch of a text, counted in Unicode code points.
 *
 * @param start first code point
 * @param end code point after the last one
 */
public record Span(int start, int end) implements Serializable {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a span: " + start + ".." + end);
    }
  }

  /** The part of the text that the span stands for. */
  public String of(String text) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, length()));
  }

  public int length() {
    return end - start;
  }
}
