package org.summitthemes.text;

/**
 * Turns UTF-16 indices of one text into code point offsets. The indices must be asked for in
 * ascending order, which makes the whole conversion linear in the text.
 */
public final class CodePoints {
  private final String text;
  private int index;
  private int offset;

  public CodePoints(String text) {
    this.text = text;
  }

  /** The number of code points before the UTF-16 index. */
  public int offset(int utf16Index) {
    if (utf16Index < index) {
      throw new IllegalArgumentException("Indices must ascend: " + utf16Index + " after " + index);
    }

    offset += text.codePointCount(index, utf16Index);
    index = utf16Index;
    return offset;
  }

  /** The span between two UTF-16 indices. */
  public Span span(int utf16Start, int utf16End) {
    return new Span(offset(utf16Start), offset(utf16End));
  }
}
