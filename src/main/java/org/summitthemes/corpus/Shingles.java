package org.summitthemes.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * The runs of five words of a text as 64-bit hashes: what copies have in common and different
 * speeches have not.
 *
 * <p>Copies are looked for among speeches that share hashes of a sample. Whether a hash is in the
 * sample depends on the hash alone (one in sixteen; one in two for texts of fewer than 512 runs),
 * so that a part of a text has the matching part of the sample. A pair that shares enough of it is
 * then compared in full.
 */
public final class Shingles {
  /** Words in a run. */
  static final int WORDS = 5;

  private static final int SHORT_TEXT = 512;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double LEAST_SHARED = 0.2;

  private Shingles() {}

  /** The distinct hashes, sorted. A text of fewer words than a run has one hash for all of them. */
  public static long[] of(String text) {
    List<Words.Word> words = Words.of(text);
    long[] hashes = words.stream().mapToLong(word -> hash(word.folded())).toArray();
    int runs = Math.max(1, hashes.length - WORDS + 1);
    long[] shingles = new long[runs];
    for (int i = 0; i < runs; i++) {
      long mixed = FNV_OFFSET;
      for (int j = i; j < Math.min(i + WORDS, hashes.length); j++) {
        mixed = mix(mixed ^ hashes[j]);
      }
      shingles[i] = mixed;
    }
    return Arrays.stream(shingles).sorted().distinct().toArray();
  }

  /** The hashes by which the text is compared with all others. */
  public static long[] sample(long[] shingles) {
    long mask = shingles.length < SHORT_TEXT ? 1 : 15;
    return Arrays.stream(shingles).filter(hash -> (hash & mask) == 0).toArray();
  }

  /**
   * How many sampled hashes two texts must share to be compared in full.
   *
   * @param shinglesA number of hashes of the one
   * @param shinglesB number of hashes of the other
   */
  public static long leastShared(int shinglesA, int shinglesB) {
    boolean bothShort = shinglesA < SHORT_TEXT && shinglesB < SHORT_TEXT;
    double sampled = Math.min(shinglesA, shinglesB) / (bothShort ? 2.0 : 16.0);
    return Math.max(1, Math.round(LEAST_SHARED * sampled));
  }

  /** The share of the smaller set that is also in the other, in [0, 1]. Both sorted. */
  public static double containment(long[] a, long[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    int least = Math.min(a.length, b.length);
    return least == 0 ? 0 : (double) shared / least;
  }

  private static long hash(String word) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finalizer of SplitMix64: every bit of the input changes half of the bits of the output. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
