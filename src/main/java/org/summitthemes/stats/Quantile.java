package org.summitthemes.stats;

/**
 * Quantiles of sorted values by linear interpolation.
 *
 * <p>The quantile at probability u of n values lies at position (n − 1) u, counted from 0, between
 * the two values beside it: rule 7 of Hyndman and Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50 (1996), the default of R and NumPy. The quantile of one value is
 * that value.
 */
final class Quantile {
  private Quantile() {}

  /** The quantile at a probability in [0, 1] of values of which its places are sorted. */
  static double of(double[] sorted, double probability) {
    int[] places = places(sorted.length, probability);
    double below = sorted[places[0]];
    return below + (position(sorted.length, probability) - places[0]) * (sorted[places[1]] - below);
  }

  /** The places of the two values beside the quantile: all that need to be sorted. */
  static int[] places(int values, double probability) {
    int below = Math.min(values - 1, (int) Math.floor(position(values, probability)));
    return new int[] {below, Math.min(values - 1, below + 1)};
  }

  private static double position(int values, double probability) {
    return (values - 1) * probability;
  }
}
