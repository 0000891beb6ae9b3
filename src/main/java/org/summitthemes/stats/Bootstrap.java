package org.summitthemes.stats;

/**
 * Bootstrap over speeches: in each replicate a speech counts a Poisson(1) number of times.
 *
 * <p>The number is read from a random stream of the speech's own, keyed by the seed and its id. It
 * therefore depends neither on the other speeches nor on where they are processed, and a speech
 * that belongs to two organizations counts equally often in both: replicates of two organizations
 * with the same number go together, and the interval of their difference takes the common speeches
 * into account. Counts and words are whole numbers, so replicates are exact.
 *
 * <p>Reference: Chamandy, Muralidharan, Najmi, Naidu, "Estimating uncertainty for massive data
 * streams", Google technical report (2012); Hanley, MacGibbon, "Creating non-parametric bootstrap
 * samples using Poisson frequencies", Computer Methods and Programs in Biomedicine 83 (2006).
 */
final class Bootstrap {
  /** P(X ≤ k) of Poisson(1) for k = 0, 1, …, in units of 2⁻⁶³; the rest is below 2⁻⁶³. */
  private static final long[] CUMULATIVE = cumulative();

  private final long[] streams;
  private final Sample sample;

  Bootstrap(Sample sample, long seed) {
    this.sample = sample;
    this.streams = new long[sample.size()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = StableHash.of(seed, sample.id(i));
    }
  }

  /**
   * Words of each theme in a replicate, and in the last place words of all of them.
   *
   * @param replicate number of the replicate, from 0
   */
  long[] words(int replicate) {
    int themes = sample.themes();
    long[] sums = new long[themes + 1];
    for (int i = 0; i < streams.length; i++) {
      int times = poisson(StableHash.output(streams[i], replicate) >>> 1);
      if (times > 0) {
        for (int k = 0; k < themes; k++) {
          sums[k] += times * sample.words(i, k);
        }
        sums[themes] += times * sample.total(i);
      }
    }
    return sums;
  }

  /** The Poisson(1) number at a point of [0, 2⁶³). */
  static int poisson(long uniform) {
    int number = 0;
    while (number < CUMULATIVE.length && uniform >= CUMULATIVE[number]) {
      number++;
    }
    return number;
  }

  private static long[] cumulative() {
    long[] cumulative = new long[19];
    double probability = StrictMath.exp(-1);
    double sum = 0;
    for (int k = 0; k < cumulative.length; k++) {
      sum += probability;
      cumulative[k] = (long) (sum * 0x1p63);
      probability /= k + 1;
    }
    return cumulative;
  }
}
