package org.summitthemes.stats;

/**
 * Jensen-Shannon divergence of two distributions in bits.
 *
 * <pre>JS(P, Q) = ½ Σ pₖ log₂(pₖ / mₖ) + ½ Σ qₖ log₂(qₖ / mₖ),   mₖ = ½ (pₖ + qₖ),   0 log 0 = 0
 * </pre>
 *
 * <ul>
 *   <li>It is 0 only when the distributions are equal, and 1 only when they share no category.
 *   <li>It is symmetric; its square root is a metric.
 *   <li>Estimated shares are never quite equal, so the divergence of two samples is biased upward,
 *       the more so the smaller they are: read it with its interval and test.
 * </ul>
 *
 * <p>Reference: Lin, "Divergence measures based on the Shannon entropy", IEEE Transactions on
 * Information Theory 37 (1991).
 */
public final class Divergence {
  private Divergence() {}

  /**
   * The divergence of two distributions over the same categories.
   *
   * @param p shares that sum to 1
   * @param q shares that sum to 1
   * @return bits in [0, 1]
   */
  public static double jensenShannonBits(double[] p, double[] q) {
    if (p.length != q.length) {
      throw new IllegalArgumentException(
          "distributions must have equally many categories: " + p.length + ", " + q.length);
    }

    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      double middle = (p[k] + q[k]) / 2;
      // Adding the two terms first keeps the sum the same when p and q change places.
      sum += term(p[k], middle) + term(q[k], middle);
    }
    // Rounding can leave a hair outside the range.
    return Math.min(1, Math.max(0, sum / 2 / StrictMath.log(2)));
  }

  private static double term(double share, double middle) {
    return share > 0 ? share * StrictMath.log(share / middle) : 0;
  }
}
