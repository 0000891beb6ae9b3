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

  /** The quantile at a probability in [0, 1] of values in ascending order. */
  static double of(double[] sorted, double probability) {
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position);
    if (below + 1 >= sorted.length) {
      return sorted[sorted.length - 1];
    }

    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }
}
