package org.summitthemes.stats;

import java.util.Arrays;

/**
 * q-values of Benjamini and Hochberg: reporting all tests with q ≤ α keeps the expected share of
 * false ones among them at or below α.
 *
 * <pre>q₍ᵢ₎ = min over j ≥ i of m p₍ⱼ₎ / j</pre>
 *
 * <p>for the p-values p₍₁₎ ≤ … ≤ p₍ₘ₎. Equal p-values get equal q-values; no p-values give none.
 * The rate holds for independent tests and for positively dependent ones, such as comparisons that
 * share an organization.
 *
 * <p>Reference: Benjamini, Hochberg, "Controlling the false discovery rate", Journal of the Royal
 * Statistical Society B 57 (1995); Benjamini, Yekutieli, Annals of Statistics 29 (2001).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The q-values of p-values.
   *
   * @param pValues probabilities
   * @return their q-values in [0, 1], in the same order
   */
  public static double[] qValues(double[] pValues) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    double[] sortedQ = new double[sorted.length];
    double least = 1;
    for (int i = sorted.length - 1; i >= 0; i--) {
      least = Math.min(least, sorted[i] * ((double) sorted.length / (i + 1)));
      sortedQ[i] = least;
    }
    // Equal p-values have equal q-values, so any of their places will do.
    return Arrays.stream(pValues).map(p -> sortedQ[Arrays.binarySearch(sorted, p)]).toArray();
  }
}
