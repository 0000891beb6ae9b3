package org.summitthemes.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags of languages: BCP 47, two letters where ISO 639-1 has them. */
public final class Languages {
  /** The tag of a text whose language is not known. */
  public static final String UNKNOWN = "und";

  /** Members of a macrolanguage, and codes of ISO 639-2, by the tag in common use. */
  private static final Map<String, String> MEMBERS =
      Map.ofEntries(
          Map.entry("cmn", "zh"),
          Map.entry("pes", "fa"),
          Map.entry("arb", "ar"),
          Map.entry("lvs", "lv"),
          Map.entry("ekk", "et"),
          Map.entry("plt", "mg"),
          Map.entry("khk", "mn"),
          Map.entry("uzn", "uz"),
          Map.entry("azj", "az"),
          Map.entry("als", "sq"),
          Map.entry("zlm", "ms"));

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Languages() {}

  /** The tag for an ISO 639-3 code. */
  static String tag(String iso3) {
    return TWO_LETTERS.getOrDefault(iso3, iso3);
  }

  /** The language of a tag without script and region: {@code uz} of {@code uz-Latn}. */
  public static String primary(String tag) {
    String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return language.isEmpty() ? UNKNOWN : tag(language);
  }

  /**
   * The tag in its usual form ({@code en-US} of {@code en_us}, {@code ru} of {@code rus}); empty if
   * it names no language.
   */
  public static Optional<String> canonical(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
    String language = tag(locale.getLanguage());
    if (language.length() < 2 || language.length() > 3 || language.equals(UNKNOWN)) {
      return Optional.empty();
    }

    return Optional.of(
        new Locale.Builder().setLocale(locale).setLanguage(language).build().toLanguageTag());
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> tags = new TreeMap<>(MEMBERS);
    Arrays.stream(Locale.getISOLanguages())
        .forEach(tag -> tags.put(Locale.forLanguageTag(tag).getISO3Language(), tag));
    // Java still lists the codes that ISO withdrew beside the present ones.
    tags.put("heb", "he");
    tags.put("ind", "id");
    tags.put("yid", "yi");
    return tags;
  }
}
