package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which of several copies is the original: the most complete one.
 *
 * <p>Speeches are taken from the longest to the shortest, equally long ones by id. One that matches
 * a longer one is a copy of that one's original, so that chains end at one speech.
 */
public final class Copies {
  /** Two speeches are copies if the shorter shares at least this part of its runs of words. */
  public static final double LEAST_CONTAINMENT = 0.5;

  private Copies() {}

  /** The original of each speech that is a copy. Blind to the order of the pairs. */
  public static Map<String, String> originals(List<Pair> pairs) {
    Map<String, Integer> lengths = new HashMap<>();
    Map<String, List<String>> matches = new HashMap<>();
    for (Pair pair : pairs) {
      lengths.put(pair.a(), pair.lengthA());
      lengths.put(pair.b(), pair.lengthB());
      matches.computeIfAbsent(pair.a(), key -> new ArrayList<>()).add(pair.b());
      matches.computeIfAbsent(pair.b(), key -> new ArrayList<>()).add(pair.a());
    }

    Comparator<String> completeFirst =
        Comparator.<String>comparingInt(lengths::get).reversed().thenComparing(id -> id);
    Map<String, String> originals = new TreeMap<>();
    lengths.keySet().stream()
        .sorted(completeFirst)
        .forEach(
            id ->
                matches.get(id).stream()
                    .filter(other -> completeFirst.compare(other, id) < 0)
                    .min(completeFirst)
                    .ifPresent(
                        longer -> originals.put(id, originals.getOrDefault(longer, longer))));
    return originals;
  }

  /** Two speeches that share most of their words, with their lengths. */
  public record Pair(String a, int lengthA, String b, int lengthB) {}
}
