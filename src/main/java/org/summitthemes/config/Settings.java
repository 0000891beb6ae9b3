package org.summitthemes.config;

import java.util.Locale;

/** Checks of settings, with a message that says what was expected. */
final class Settings {
  private Settings() {}

  static void require(boolean condition, String format, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, arguments));
    }
  }
}
