package org.summitthemes.theme;

import java.io.Serializable;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A set of beginnings of words. Those that a word has are found letter by letter: in the sorted
 * list, all that agree with the word so far stand together.
 */
final class Beginnings implements Serializable {
  private final String[] sorted;

  Beginnings(Collection<String> beginnings) {
    this.sorted = new TreeSet<>(beginnings).toArray(String[]::new);
  }

  /** Names the beginnings that a word has, the shortest first. */
  void of(String word, Consumer<String> found) {
    int from = 0;
    int to = sorted.length;
    for (int i = 0; from < to; i++) {
      if (sorted[from].length() == i) {
        found.accept(sorted[from]);
        from++;
      }
      if (i == word.length()) {
        return;
      }

      from = firstAt(i, word.charAt(i), from, to);
      to = firstAt(i, word.charAt(i) + 1, from, to);
    }
  }

  /** The first in a range, all longer than {@code i}, whose letter there is not below one. */
  private int firstAt(int i, int letter, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle].charAt(i) < letter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
