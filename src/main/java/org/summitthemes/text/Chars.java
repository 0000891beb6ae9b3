package org.summitthemes.text;

/** What a character is, as far as cutting texts goes. */
final class Chars {
  private static final String TERMINALS = ".!?…。！？؟۔।";
  private static final String CLOSERS = "\"'”’»›)]}";

  private Chars() {}

  /** White space in the widest sense: also no-break spaces and the next-line control. */
  static boolean isSpace(int c) {
    return c == ' ' || (c < 0x80 ? Character.isWhitespace(c) : isWideSpace(c));
  }

  private static boolean isWideSpace(int c) {
    return c == 0x85 || Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  static boolean isLineBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static boolean isTerminal(char c) {
    return TERMINALS.indexOf(c) >= 0;
  }

  /** A quotation mark or bracket that may close; {@code "} and {@code '} may also open. */
  static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == 'ʻ' || c == '`';
  }

  static boolean isHyphen(int c) {
    return c == '-' || c == '‐' || c == '‑';
  }

  static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }

    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
