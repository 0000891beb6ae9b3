package org.summitthemes.theme;

import java.util.List;

/**
 * What the neighbouring units of a speech add to a unit's score of a theme: {@code weight} times
 * the scores of the unit before and the unit after, each taken as {@link #MOST} at most.
 *
 * <p>Neighbours only pull a unit that has evidence of the theme itself, or that stands between two
 * that have.
 */
record Context(double weight) {
  /** A neighbour full of terms says no more than one that is plainly about the theme. */
  static final double MOST = 2;

  /** The pull on a unit, by theme. */
  double[] pull(List<double[]> scores, int unit) {
    double[] own = scores.get(unit);
    double[] pull = new double[own.length];
    for (int theme = 0; theme < own.length; theme++) {
      double before = at(scores, unit - 1, theme);
      double after = at(scores, unit + 1, theme);
      if (own[theme] > 0 || (before > 0 && after > 0)) {
        pull[theme] = weight * (before + after);
      }
    }
    return pull;
  }

  private static double at(List<double[]> scores, int unit, int theme) {
    return unit < 0 || unit >= scores.size() ? 0 : Math.min(MOST, scores.get(unit)[theme]);
  }
}
