package org.summitthemes.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages as sources name them, as BCP 47 tags. */
final class Languages {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("english", "en"),
          Map.entry("russian", "ru"),
          Map.entry("turkish", "tr"),
          Map.entry("kazakh", "kk"),
          Map.entry("kyrgyz", "ky"),
          Map.entry("uzbek", "uz"),
          Map.entry("azerbaijani", "az"),
          Map.entry("turkmen", "tk"),
          Map.entry("tajik", "tg"),
          Map.entry("french", "fr"),
          Map.entry("spanish", "es"),
          Map.entry("arabic", "ar"),
          Map.entry("chinese", "zh"),
          Map.entry("german", "de"),
          Map.entry("hungarian", "hu"),
          Map.entry("eng", "en"),
          Map.entry("rus", "ru"),
          Map.entry("tur", "tr"),
          Map.entry("kaz", "kk"));

  private Languages() {}

  static Optional<String> tag(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    if (NAMES.containsKey(lower)) {
      return Optional.of(NAMES.get(lower));
    }

    String tag = Locale.forLanguageTag(lower).toLanguageTag();
    return lower.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*") && !tag.equals("und")
        ? Optional.of(tag)
        : Optional.empty();
  }
}
