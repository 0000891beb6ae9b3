package org.summitthemes.stats;

/**
 * Bootstrap over units of evidence, which are speeches or countries: in each replicate a unit
 * counts a Poisson(1) number of times.
 *
 * <p>The number is read from a random stream of the unit's own, keyed by the seed and its id. It
 * therefore depends neither on the other units nor on where they are processed, and a unit that
 * belongs to two organizations counts equally often in both: replicates of two organizations with
 * the same number go together, and the interval of their difference takes the common units into
 * account. Counts and words are whole numbers, so replicates are exact.
 *
 * <p>Reference: Chamandy, Muralidharan, Najmi, Naidu, "Estimating uncertainty for massive data
 * streams", Google technical report (2012); Hanley, MacGibbon, "Creating non-parametric bootstrap
 * samples using Poisson frequencies", Computer Methods and Programs in Biomedicine 83 (2006).
 */
final class Bootstrap {
  /** P(X ≤ k) of Poisson(1) for k = 0, 1, …, in units of 2⁻⁶³; the rest is below 2⁻⁶³. */
  private static final long[] CUMULATIVE = cumulative();

  private final Sample sample;
  private final long seed;

  Bootstrap(Sample sample, long seed) {
    this.sample = sample;
    this.seed = seed;
  }

  /**
   * Words of each theme in each replicate, and in the last place words of all themes.
   *
   * @return replicate after replicate, themes + 1 numbers each
   */
  long[] words(int replicates) {
    int columns = sample.themes() + 1;
    long[] sums = new long[replicates * columns];
    long[] unit = new long[columns];
    for (int i = 0; i < sample.size(); i++) {
      for (int k = 0; k < sample.themes(); k++) {
        unit[k] = sample.words(i, k);
      }
      unit[columns - 1] = sample.total(i);
      add(unit, StableHash.of(seed, sample.id(i)), sums);
    }
    return sums;
  }

  private static void add(long[] unit, long stream, long[] sums) {
    int columns = unit.length;
    for (int r = 0; r < sums.length / columns; r++) {
      int times = poisson(StableHash.output(stream, r) >>> 1);
      if (times > 0) {
        for (int c = 0; c < columns; c++) {
          sums[r * columns + c] += times * unit[c];
        }
      }
    }
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
