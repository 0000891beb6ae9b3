package org.summitthemes.theme;

import java.io.Serializable;
import java.util.Arrays;

/** Ids of pairs of numbers, in one table without objects (open addressing, linear probing). */
final class PairIds implements Serializable {
  static final int NONE = -1;
  private static final long FREE = -1;

  private final long[] pairs;
  private final int[] ids;

  /** Room for so many pairs; at least half of the table stays free. */
  PairIds(int most) {
    this.pairs = new long[Integer.highestOneBit(Math.max(1, most)) * 4];
    this.ids = new int[pairs.length];
    Arrays.fill(pairs, FREE);
  }

  void put(int first, int second, int id) {
    int place = place(pair(first, second));
    pairs[place] = pair(first, second);
    ids[place] = id;
  }

  /** The pair's id, or {@link #NONE}, as for a pair with a number {@link #NONE}. */
  int get(int first, int second) {
    if (first == NONE || second == NONE) {
      return NONE;
    }

    int place = place(pair(first, second));
    return pairs[place] == FREE ? NONE : ids[place];
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }

  private int place(long pair) {
    int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & (pairs.length - 1);
    while (pairs[place] != FREE && pairs[place] != pair) {
      place = (place + 1) & (pairs.length - 1);
    }
    return place;
  }
}
