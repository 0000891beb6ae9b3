package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patterns filed under words of which one must stand in them, so that the work is linear in the
 * text: each word looks up the few patterns that it makes possible, and only these are tried.
 */
final class Patterns implements Serializable {
  private static final int SHORTEST_BEGINNING = 2;
  private static final int LONGEST_BEGINNING = 14;

  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Map<String, List<Integer>> byBeginning = new HashMap<>();
  private final List<Integer> anywhere = new ArrayList<>();
  private final List<Pattern> patterns;

  Patterns(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    for (int i = 0; i < patterns.size(); i++) {
      file(i, patterns.get(i));
    }
  }

  /**
   * Where a pattern fits.
   *
   * @param pattern its position in the list
   * @param start its first token
   * @param end the token behind its last, or behind the words before an open initiative
   * @param initiativeStart first token of the initiative; negative if there is none
   * @param initiativeEnd token behind the initiative's last; negative if it is open
   */
  record Match(int pattern, int start, int end, int initiativeStart, int initiativeEnd) {}

  /** All places where patterns fit, by pattern in the order of the list, then by first token. */
  List<Match> in(Reading reading) {
    List<Match> matches = new ArrayList<>();
    BitSet possible = possible(reading);
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      for (int at = 0; at < reading.size(); at++) {
        if (fits(i, reading, at)) {
          matches.add(
              new Match(i, at, reading.end(), reading.initiativeStart(), reading.initiativeEnd()));
        }
      }
    }
    return matches;
  }

  /** The end of the longest pattern that fits at the token; negative if none does. */
  int endAt(Reading reading, int at) {
    int end = -1;
    for (int i = 0; i < patterns.size(); i++) {
      if (fits(i, reading, at)) {
        end = Math.max(end, reading.end());
      }
    }
    return end;
  }

  /** Whether any pattern fits anywhere. */
  boolean fit(Reading reading) {
    BitSet possible = possible(reading);
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      for (int at = 0; at < reading.size(); at++) {
        if (fits(i, reading, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(int number, Reading reading, int at) {
    Pattern pattern = patterns.get(number);
    Pattern.First first = pattern.first();
    if (first != null && !first.admits(reading, at)) {
      return false;
    }

    reading.clear();
    return pattern.node().fits(reading, at);
  }

  private BitSet possible(Reading reading) {
    BitSet possible = new BitSet(patterns.size());
    anywhere.forEach(possible::set);
    for (int at = 0; at < reading.size(); at++) {
      String word = reading.folded(at);
      add(byWord.get(word), possible);
      if (!byBeginning.isEmpty()) {
        int longest = Math.min(LONGEST_BEGINNING, word.length());
        for (int length = SHORTEST_BEGINNING; length <= longest; length++) {
          add(byBeginning.get(word.substring(0, length)), possible);
        }
      }
    }
    return possible;
  }

  private static void add(@Nullable List<Integer> numbers, BitSet possible) {
    if (numbers != null) {
      for (int number : numbers) {
        possible.set(number);
      }
    }
  }

  private void file(int number, Pattern pattern) {
    Node.WordSet anchor = pattern.anchor();
    if (anchor == null) {
      anywhere.add(number);
      return;
    }

    anchor.whole().forEach(word -> file(byWord, word, number));
    anchor.beginnings().forEach(beginning -> file(byBeginning, cut(beginning), number));
  }

  private static String cut(String beginning) {
    return beginning.substring(0, Math.min(LONGEST_BEGINNING, beginning.length()));
  }

  private static void file(Map<String, List<Integer>> index, String word, int number) {
    List<Integer> filed = index.computeIfAbsent(word, key -> new ArrayList<>(1));
    if (!filed.contains(number)) {
      filed.add(number);
    }
  }
}
