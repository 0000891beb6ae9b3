package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The terms of one unit of evidence, kept apart by the organizations to which its speeches belong:
 * a country has few such sets over the years.
 */
final class TermUnit {
  private static final int NONE = -1;

  private final int themes;
  private final Map<List<Integer>, Part> parts = new LinkedHashMap<>();
  private final List<Integer> touched = new ArrayList<>();

  /** The place of a term among those touched. */
  private int[] slots = new int[0];

  TermUnit(int themes) {
    this.themes = themes;
  }

  void add(List<Integer> belongsTo, List<Integer> lengths, int[] terms, List<Integer> counts) {
    Part part = parts.computeIfAbsent(List.copyOf(belongsTo), any -> new Part(themes));
    for (int k = 0; k < themes; k++) {
      part.lengths[k] += lengths.get(k);
      part.lengths[themes] += lengths.get(k);
    }
    for (int t = 0; t < terms.length; t++) {
      long[] sums = part.of(slot(terms[t]));
      for (int k = 0; k < themes; k++) {
        int count = counts.get(t * themes + k);
        sums[k] += count;
        sums[themes] += count;
      }
    }
  }

  /** The organizations to which any part belongs, in ascending order. */
  List<Integer> organizations() {
    return parts.keySet().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** How many terms occur. */
  int size() {
    return touched.size();
  }

  int term(int slot) {
    return touched.get(slot);
  }

  /**
   * Occurrences of all terms in a theme; for the number of themes, overall.
   *
   * @param belongsTo all organizations of the unit
   * @param own receives the occurrences in what belongs to each of them
   */
  long lengths(int theme, List<Integer> belongsTo, long[] own) {
    return sum(belongsTo, own, part -> part.lengths[theme]);
  }

  /** Occurrences of a term in a theme, in the same way. */
  long occurrences(int slot, int theme, List<Integer> belongsTo, long[] own) {
    return sum(belongsTo, own, part -> part.occurrences(slot, theme));
  }

  private long sum(List<Integer> belongsTo, long[] own, ToLongFunction<Part> number) {
    Arrays.fill(own, 0);
    long sum = 0;
    for (Map.Entry<List<Integer>, Part> part : parts.entrySet()) {
      long ofPart = number.applyAsLong(part.getValue());
      sum += ofPart;
      if (ofPart > 0) {
        addTo(own, ofPart, part.getKey(), belongsTo);
      }
    }
    return sum;
  }

  /** Both lists ascend, and the first is part of the second. */
  private static void addTo(long[] own, long number, List<Integer> some, List<Integer> all) {
    int next = 0;
    for (int o = 0; o < own.length && next < some.size(); o++) {
      if (all.get(o).equals(some.get(next))) {
        own[o] += number;
        next++;
      }
    }
  }

  void clear() {
    touched.forEach(term -> slots[term] = NONE);
    touched.clear();
    parts.clear();
  }

  private int slot(int term) {
    if (term >= slots.length) {
      int known = slots.length;
      slots = Arrays.copyOf(slots, Math.max(2 * term, 1024));
      Arrays.fill(slots, known, slots.length, NONE);
    }
    if (slots[term] == NONE) {
      slots[term] = touched.size();
      touched.add(term);
    }
    return slots[term];
  }

  /** The speeches that belong to the same organizations. */
  private static final class Part {
    final long[] lengths;
    private final List<long[]> sums = new ArrayList<>();

    Part(int themes) {
      lengths = new long[themes + 1];
    }

    long[] of(int slot) {
      while (sums.size() <= slot) {
        sums.add(new long[lengths.length]);
      }
      return sums.get(slot);
    }

    long occurrences(int slot, int theme) {
      return slot < sums.size() ? sums.get(slot)[theme] : 0;
    }
  }
}
