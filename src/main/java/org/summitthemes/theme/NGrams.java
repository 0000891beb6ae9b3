package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a unit, of two letters or more, and the pairs of neighbours among them. */
final class NGrams {
  private NGrams() {}

  /** How often each occurs. */
  static Map<String, Integer> counts(Unit unit) {
    List<String> words = new ArrayList<>();
    for (Word word : Word.of(unit.text(), CaseFolding.of(unit.language()))) {
      if (word.folded().length() > 1) {
        words.add(word.folded());
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      counts.merge(words.get(i), 1, Integer::sum);
      if (i > 0) {
        counts.merge(words.get(i - 1) + ' ' + words.get(i), 1, Integer::sum);
      }
    }
    return counts;
  }
}
