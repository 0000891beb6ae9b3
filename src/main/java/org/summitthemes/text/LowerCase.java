package org.summitthemes.text;

import java.util.Locale;

/**
 * Lower-cases words by the rules of their language. In Turkish and Azerbaijani I becomes ı; İ
 * becomes i everywhere, without the combining dot that Unicode's general rule leaves behind.
 */
enum LowerCase {
  GENERAL {
    @Override
    String apply(String word) {
      return word.replace('İ', 'i').toLowerCase(Locale.ROOT);
    }
  },
  DOTLESS {
    @Override
    String apply(String word) {
      return word.replace('İ', 'i').replace('I', 'ı').toLowerCase(Locale.ROOT);
    }
  };

  static LowerCase of(String language) {
    return switch (Languages.primary(language)) {
      case "tr", "az" -> DOTLESS;
      default -> GENERAL;
    };
  }

  abstract String apply(String word);
}
