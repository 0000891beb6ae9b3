package org.summitthemes.topic;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend on (seed, step, document) and on nothing else: not on the thread, the
 * partition, or who came first.
 *
 * <p>A stream is a SplitMix64 sequence whose start and increment are hashed from its key, so that
 * any stream can be replayed alone. One object serves many streams in turn; it isn't thread-safe.
 *
 * <p>Reference: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class RandomStream {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long origin;
  private long state;
  private long increment = 1;

  private RandomStream(long origin) {
    this.origin = origin;
  }

  /** The streams of one step (a sweep) of one seed; call {@link #restart} for each document. */
  public static RandomStream of(long seed, long step) {
    return new RandomStream(mix(mix(seed + GOLDEN) ^ mix(step - GOLDEN)));
  }

  /** The key of a document: FNV-1a over the UTF-8 bytes of its id, then mixed. */
  public static long key(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return key(bytes, 0, bytes.length);
  }

  static long key(byte[] bytes, int from, int to) {
    long hash = FNV_OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** Starts the stream of the document with this key. */
  public RandomStream restart(long key) {
    state = mix(origin ^ key);
    increment = increment(state + GOLDEN);
    return this;
  }

  public long nextLong() {
    state += increment;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** An odd number with enough changes of bit, as the paper asks for. */
  private static long increment(long value) {
    long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    z = (z ^ (z >>> 33)) | 1;
    return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
  }
}
