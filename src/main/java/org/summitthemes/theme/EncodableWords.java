package org.summitthemes.theme;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words of a corpus are worth a vector: English ones (or of unknown language) of three
 * letters or more that at least {@link #FEWEST_UNITS} units hold, at most {@link #MOST}, the most
 * frequent ones first and by name among equals. So the encoder's cost does not grow with the
 * corpus.
 */
public final class EncodableWords {
  /** At most so many words. */
  public static final int MOST = 20_000;

  /** A word that fewer units hold is left out. */
  public static final int FEWEST_UNITS = 3;

  private static final Set<String> LANGUAGES = Set.of("en", "und");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

  private EncodableWords() {}

  /** The different words of a unit that may get a vector. */
  public static Set<String> of(Unit unit) {
    if (!LANGUAGES.contains(unit.language())) {
      return Set.of();
    }

    return NGrams.words(Tokens.of(unit)).stream()
        .filter(EncodableWords::isEncodable)
        .collect(Collectors.toSet());
  }

  /** Whether a word in lower case is one that the encoder knows what to do with. */
  static boolean isEncodable(String word) {
    return WORD.matcher(word).matches();
  }

  /** The words of units. */
  public static List<String> of(Collection<Unit> units) {
    Map<String, Long> counts = new HashMap<>();
    units.forEach(unit -> of(unit).forEach(word -> counts.merge(word, 1L, Long::sum)));
    return counts.entrySet().stream()
        .filter(word -> word.getValue() >= FEWEST_UNITS)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> word) -> -word.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
