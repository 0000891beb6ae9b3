package org.summitthemes.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of keys, in the order of the keys: two arrays, so that millions of them are small. */
public final class KeyCounts implements Serializable {
  private static final KeyCounts NONE = new KeyCounts(new long[0], new long[0]);

  private final long[] keys;
  private final long[] counts;

  private KeyCounts(long[] keys, long[] counts) {
    this.keys = keys;
    this.counts = counts;
  }

  /** Which keys are kept. */
  public interface Filter extends Serializable {
    boolean keeps(long key, long count);
  }

  /** No keys. */
  public static KeyCounts none() {
    return NONE;
  }

  /** How often each key is among the first {@code size} of these, which are sorted in place. */
  public static KeyCounts of(long[] all, int size) {
    Arrays.sort(all, 0, size);
    long[] keys = new long[size];
    long[] counts = new long[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        keys[n++] = all[i];
      }
      counts[n - 1]++;
    }
    return new KeyCounts(Arrays.copyOf(keys, n), Arrays.copyOf(counts, n));
  }

  /** The counts of the keys from 0 on; those that are 0 are left out. */
  public static KeyCounts ofDense(long[] byKey) {
    long[] keys = new long[byKey.length];
    long[] counts = new long[byKey.length];
    int n = 0;
    for (int key = 0; key < byKey.length; key++) {
      if (byKey[key] > 0) {
        keys[n] = key;
        counts[n++] = byKey[key];
      }
    }
    return new KeyCounts(Arrays.copyOf(keys, n), Arrays.copyOf(counts, n));
  }

  /** The number of different keys. */
  public int size() {
    return keys.length;
  }

  /** The key at the position. */
  public long key(int position) {
    return keys[position];
  }

  /** The count of the key at the position. */
  public long countAt(int position) {
    return counts[position];
  }

  /** The count of the key; 0 if it was never counted. */
  public long count(long key) {
    int position = Arrays.binarySearch(keys, key);
    return position < 0 ? 0 : counts[position];
  }

  /** These counts and the others. */
  public KeyCounts plus(KeyCounts other) {
    long[] sumKeys = new long[keys.length + other.keys.length];
    long[] sums = new long[sumKeys.length];
    int n = 0;
    for (int i = 0, j = 0; i < keys.length || j < other.keys.length; n++) {
      boolean left = j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
      boolean right = i == keys.length || (j < other.keys.length && other.keys[j] <= keys[i]);
      sumKeys[n] = left ? keys[i] : other.keys[j];
      sums[n] = (left ? counts[i++] : 0) + (right ? other.counts[j++] : 0);
    }
    return new KeyCounts(Arrays.copyOf(sumKeys, n), Arrays.copyOf(sums, n));
  }

  /** The counts of the keys that the filter keeps. */
  public KeyCounts filter(Filter filter) {
    long[] kept = new long[keys.length];
    long[] keptCounts = new long[keys.length];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (filter.keeps(keys[i], counts[i])) {
        kept[n] = keys[i];
        keptCounts[n++] = counts[i];
      }
    }
    return new KeyCounts(Arrays.copyOf(kept, n), Arrays.copyOf(keptCounts, n));
  }

  /** The counts in parts; which part a key is in depends on the key alone. */
  public List<KeyCounts> split(int parts) {
    List<KeyCounts> list = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int wanted = part;
      list.add(filter((key, count) -> part(key, parts) == wanted));
    }
    return list;
  }

  private static int part(long key, int parts) {
    return (int) (((key * 0x9E3779B97F4A7C15L) >>> 33) % parts);
  }
}
