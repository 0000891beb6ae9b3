package org.summitthemes.theme;

/**
 * From scores to a theme: the theme with the highest score if it reaches the threshold, else none.
 * Of equal scores the first in the catalog's order wins.
 *
 * <p>The margin is how far the decision is from the next best one. For a theme, its score less the
 * greater of the threshold and the second highest score; for none, the threshold less the highest
 * score. Confidence is {@code 1 / (1 + exp(-STEEPNESS margin))}: 0.5 on the edge, towards 1 with a
 * growing margin.
 *
 * @param theme position of the theme in the catalog, or {@link #NONE}
 * @param margin at least 0
 */
record Decision(int theme, double margin) {
  static final int NONE = -1;
  private static final double STEEPNESS = 2;

  static Decision of(double[] scores, double threshold) {
    int best = best(scores, NONE);
    if (best == NONE || scores[best] < threshold) {
      return new Decision(NONE, threshold - (best == NONE ? 0 : scores[best]));
    }

    int second = best(scores, best);
    double bar = second == NONE ? threshold : Math.max(threshold, scores[second]);
    return new Decision(best, scores[best] - bar);
  }

  /** The theme with the highest score above 0, another than {@code except}. */
  static int best(double[] scores, int except) {
    int best = NONE;
    for (int theme = 0; theme < scores.length; theme++) {
      double bar = best == NONE ? 0 : scores[best];
      if (theme != except && scores[theme] > bar) {
        best = theme;
      }
    }
    return best;
  }

  double confidence() {
    return 1 / (1 + StrictMath.exp(-STEEPNESS * margin));
  }
}
