package org.summitthemes.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Abbreviations of a language that are written with a full stop. */
final class Abbreviations {
  private static final Map<String, String> BORROWED =
      Map.of("ky", "ru", "tg", "ru", "be", "ru", "uk", "ru", "az", "tr");
  private static final Map<String, Abbreviations> LOADED = new ConcurrentHashMap<>();

  /** How an abbreviation can stand in a sentence. */
  enum Kind {
    /** A title or the like: more always follows. */
    GOES_ON,
    /** An abbreviation only if a number follows, as in No. 5. */
    BEFORE_NUMBER,
    /** Can also be the last word of a sentence. */
    MAY_END
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  private Abbreviations(String language) {
    for (String line :
        Resources.lines("/org/summitthemes/text/abbreviations/" + language + ".txt")) {
      String word = line.split(" ")[0];
      kinds.put(word, kind(line.substring(word.length()).strip()));
    }
  }

  static Abbreviations of(String language) {
    return LOADED.computeIfAbsent(BORROWED.getOrDefault(language, language), Abbreviations::new);
  }

  /** The kind of the word that stands before a full stop; null if it is no abbreviation. */
  @Nullable Kind kindOf(String word) {
    return kinds.get(word.toLowerCase(Locale.ROOT));
  }

  private static Kind kind(String mark) {
    return switch (mark) {
      case "" -> Kind.GOES_ON;
      case "1" -> Kind.BEFORE_NUMBER;
      case "?" -> Kind.MAY_END;
      default -> throw new IllegalStateException("No kind of abbreviation: " + mark);
    };
  }
}
