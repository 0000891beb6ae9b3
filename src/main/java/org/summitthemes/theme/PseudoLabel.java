package org.summitthemes.theme;

/**
 * What a unit teaches the student: its class where the dictionary leaves no doubt.
 *
 * <ul>
 *   <li>A theme, if its score is at least {@link #CLEAR}, leads the other themes by at least {@link
 *       #LEAD}, and no background theme has more.
 *   <li>{@code other}, if no theme has more than {@link #TRACE} and some background theme has at
 *       least {@link #BACKGROUND}.
 *   <li>Nothing otherwise.
 * </ul>
 */
final class PseudoLabel {
  static final int NONE = -1;
  static final double CLEAR = 1.5;
  static final double LEAD = 1;
  static final double TRACE = 0.3;
  static final double BACKGROUND = 1;

  private PseudoLabel() {}

  /**
   * The class: a theme's position, the number of themes for {@code other}, or {@link #NONE}.
   *
   * @param themes scores of the themes
   * @param elsewhere score of the background
   */
  static int of(double[] themes, double elsewhere) {
    int best = greatest(themes, NONE);
    int second = greatest(themes, best);
    double lead = second == NONE ? 0 : themes[second];
    if (themes[best] >= CLEAR && themes[best] - lead >= LEAD && themes[best] >= elsewhere) {
      return best;
    }

    return themes[best] < TRACE && elsewhere >= BACKGROUND ? themes.length : NONE;
  }

  /** The first of the greatest scores, but for the one left out; none if there is no other. */
  private static int greatest(double[] scores, int except) {
    int greatest = NONE;
    for (int i = 0; i < scores.length; i++) {
      if (i != except && (greatest == NONE || scores[i] > scores[greatest])) {
        greatest = i;
      }
    }
    return greatest;
  }
}
