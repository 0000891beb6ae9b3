package org.summitthemes.stats;

/**
 * 64-bit hashes that are the same on every machine and in every version, so that random numbers can
 * be keyed by names.
 *
 * <p>Text is hashed by FNV-1a over its UTF-16 units, and every hash is finished by the mixer of
 * SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014),
 * which makes neighbouring inputs unlike.
 */
final class StableHash {
  /** The odd constant by which SplitMix64 steps: 2^64 divided by the golden ratio. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private StableHash() {}

  /** The hash of a name under a seed. */
  static long of(long seed, String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return mix(mix(hash) ^ mix(seed + STEP));
  }

  /** The {@code index}-th output of the SplitMix64 generator that starts at {@code state}. */
  static long output(long state, int index) {
    return mix(state + (index + 1) * STEP);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
