package org.summitthemes.stats;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The terms of one unit of evidence, kept apart by the organizations to which its speeches belong:
 * a country has few such sets over the years.
 */
final class TermUnit {
  private static final int NONE = -1;

  /** Themes, and in the last place all of them. */
  private final int columns;

  private final Map<IntBuffer, Part> parts = new LinkedHashMap<>();

  /** The place of a term among those touched, and the terms by their places. */
  private int[] slots = new int[0];

  private int[] touched = new int[64];
  private int size;

  private int[] organizations = new int[0];
  private long[] all = new long[0];
  private long[][] own = new long[0][];

  TermUnit(int themes) {
    this.columns = themes + 1;
  }

  void add(int[] belongsTo, int[] lengths, int[] terms, int[] themes, int[] counts) {
    Part part =
        parts.computeIfAbsent(IntBuffer.wrap(belongsTo), any -> new Part(belongsTo, columns));
    for (int k = 0; k < lengths.length; k++) {
      part.lengths[k] += lengths[k];
      part.lengths[columns - 1] += lengths[k];
    }
    for (int i = 0; i < terms.length; i++) {
      int start = slot(terms[i]) * columns;
      part.require(start + columns);
      part.sums[start + themes[i]] += counts[i];
      part.sums[start + columns - 1] += counts[i];
    }
  }

  /** Finds the organizations to which any part belongs: ascending, as all that follows has them. */
  int[] organizations() {
    organizations =
        parts.values().stream()
            .flatMapToInt(part -> Arrays.stream(part.belongsTo))
            .distinct()
            .sorted()
            .toArray();
    parts.values().forEach(part -> part.find(organizations));
    all = new long[columns];
    own = new long[columns][organizations.length];
    return organizations;
  }

  /** How many terms occur. */
  int size() {
    return size;
  }

  int term(int slot) {
    return touched[slot];
  }

  /** Adds up the occurrences of all terms, to be asked for by {@link #all} and {@link #own}. */
  void sumLengths() {
    clearSums();
    parts.values().forEach(part -> add(part, part.lengths, 0));
  }

  /** Adds up the occurrences of a term in the same way. */
  void sumOccurrences(int slot) {
    clearSums();
    for (Part part : parts.values()) {
      if (part.sums.length >= (slot + 1) * columns) {
        add(part, part.sums, slot * columns);
      }
    }
  }

  /** The occurrences in a theme; for the number of themes, overall. */
  long all(int theme) {
    return all[theme];
  }

  /** Those in what belongs to each of the organizations. */
  long[] own(int theme) {
    return own[theme];
  }

  private void clearSums() {
    Arrays.fill(all, 0);
    for (long[] ofTheme : own) {
      Arrays.fill(ofTheme, 0);
    }
  }

  private void add(Part part, long[] numbers, int start) {
    for (int k = 0; k < columns; k++) {
      long number = numbers[start + k];
      if (number > 0) {
        all[k] += number;
        for (int place : part.places) {
          own[k][place] += number;
        }
      }
    }
  }

  void clear() {
    for (int slot = 0; slot < size; slot++) {
      slots[touched[slot]] = NONE;
    }
    size = 0;
    parts.clear();
  }

  private int slot(int term) {
    if (term >= slots.length) {
      int known = slots.length;
      slots = Arrays.copyOf(slots, Math.max(2 * term, 1024));
      Arrays.fill(slots, known, slots.length, NONE);
    }
    if (slots[term] == NONE) {
      slots[term] = size;
      touched = size < touched.length ? touched : Arrays.copyOf(touched, 2 * size);
      touched[size++] = term;
    }
    return slots[term];
  }

  /** The speeches that belong to the same organizations. */
  private static final class Part {
    final int[] belongsTo;
    final long[] lengths;

    /** The occurrences of each slot in each theme and overall. */
    long[] sums = new long[0];

    /** Where its organizations stand among those of the unit. */
    int[] places = new int[0];

    Part(int[] belongsTo, int columns) {
      this.belongsTo = belongsTo;
      this.lengths = new long[columns];
    }

    void require(int length) {
      if (sums.length < length) {
        sums = Arrays.copyOf(sums, Math.max(2 * length, 1024));
      }
    }

    void find(int[] organizations) {
      places = Arrays.stream(belongsTo).map(o -> Arrays.binarySearch(organizations, o)).toArray();
    }
  }
}
