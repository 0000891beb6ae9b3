package org.summitthemes.topic;

import java.util.Locale;

/** Checks of arguments, with a message that names the value and what was expected. */
final class Arguments {
  private Arguments() {}

  static void require(boolean condition, String format, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, arguments));
    }
  }
}
