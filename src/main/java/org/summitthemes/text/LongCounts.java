package org.summitthemes.text;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of non-negative keys: a hash table in two arrays, for counting millions of pairs without
 * an object for each.
 */
public final class LongCounts implements Serializable {
  private static final long EMPTY = -1;

  private long[] keys = new long[1024];
  private long[] counts = new long[1024];
  private int size;

  public LongCounts() {
    Arrays.fill(keys, EMPTY);
  }

  /** The key for an ordered pair of non-negative numbers. */
  public static long pair(int first, int second) {
    return ((long) first << 32) | second;
  }

  /** The first number of a pair. */
  public static int first(long pair) {
    return (int) (pair >>> 32);
  }

  /** The second number of a pair. */
  public static int second(long pair) {
    return (int) pair;
  }

  public void add(long key, long count) {
    if (key < 0) {
      throw new IllegalArgumentException("Keys must not be negative: " + key);
    }

    int slot = slot(keys, key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      size++;
    }
    counts[slot] += count;
    if (2 * size > keys.length) {
      grow();
    }
  }

  /** The count of the key; 0 if it was never added. */
  public long count(long key) {
    return counts[slot(keys, key)];
  }

  /** The number of different keys. */
  public int size() {
    return size;
  }

  /** The keys that were added, in ascending order. */
  public long[] keys() {
    return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[keys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** The key's slot, or the free one where it belongs; the length is a power of two. */
  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != key && keys[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
