package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a unit, of two letters or more, and the pairs of neighbours among them. */
final class NGrams {
  /** Between the two words of a pair. */
  static final char PAIR = ' ';

  private NGrams() {}

  /** The words, in order. */
  static List<String> words(Tokens unit) {
    List<String> words = new ArrayList<>(unit.words().size());
    for (Word word : unit.words()) {
      if (word.folded().length() > 1) {
        words.add(word.folded());
      }
    }
    return words;
  }

  /** How often each word and each pair occurs. */
  static Map<String, Integer> counts(Tokens unit) {
    List<String> words = words(unit);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      counts.merge(words.get(i), 1, Integer::sum);
      if (i > 0) {
        counts.merge(words.get(i - 1) + PAIR + words.get(i), 1, Integer::sum);
      }
    }
    return counts;
  }
}
