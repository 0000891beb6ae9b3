package org.summitthemes.theme;

import java.util.Locale;

/** Language tags. */
final class Languages {
  static final String ENGLISH = "en";

  private Languages() {}

  /** The primary subtag in lower case: {@code kk} of {@code kk-Cyrl}. */
  static String primary(String language) {
    int end = 0;
    while (end < language.length() && Character.isLetter(language.charAt(end))) {
      end++;
    }
    return language.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
