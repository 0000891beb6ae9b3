package org.summitthemes.theme;

/**
 * Lower case by the rules of a language: in Turkish and Azerbaijani {@code I} becomes the dotless
 * {@code ı} and {@code İ} the dotted {@code i}; everywhere else both become {@code i}. Code point
 * by code point, so the length in code points stays.
 */
enum CaseFolding {
  COMMON,
  DOTLESS;

  /** The rules for a BCP 47 tag. */
  static CaseFolding of(String language) {
    return switch (Languages.primary(language)) {
      case "tr", "az" -> DOTLESS;
      default -> COMMON;
    };
  }

  String fold(String text) {
    if (isFolded(text)) {
      return text;
    }

    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      folded.appendCodePoint(fold(text.codePointAt(i)));
    }
    return folded.toString();
  }

  /** Most words are in plain small letters. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private int fold(int codePoint) {
    return this == DOTLESS && codePoint == 'I' ? 'ı' : Character.toLowerCase(codePoint);
  }
}
