package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TermScoresTest {
  private static final TermScores SCORES =
      new TermScores(new double[][] {{0.5, 0.3, 0.1, 0.1}, {0.1, 0.3, 0.2, 0.4}});

  @Test
  void exclusivityIsTheTopicsPartOfTheTerm() {
    assertThat(SCORES.exclusivity(0, 0)).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(SCORES.exclusivity(0, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(SCORES.exclusivity(0, new int[] {0, 1})).isCloseTo(2.0 / 3, within(1e-12));
  }

  /**
   * By hand, topic 0: weights .5 .3 .1 .1 have ranks 4/4 3/4 2/4 2/4 (ties count both),
   * exclusivities 5/6 1/2 1/3 1/5 have ranks 4/4 3/4 2/4 1/4.
   */
  @Test
  void frexIsTheHarmonicMeanOfTheRanks() {
    assertThat(SCORES.frex(0))
        .containsExactly(new double[] {1, 0.75, 0.5, 2 / (4 + 2.0)}, within(1e-12));
  }

  @Test
  void effectiveTermsAreTheInverseOfTheSumOfSquares() {
    assertThat(SCORES.effectiveTerms(0)).isCloseTo(1 / 0.36, within(1e-12));
    assertThat(new TermScores(new double[][] {{0.25, 0.25, 0.25, 0.25}}).effectiveTerms(0))
        .isCloseTo(4, within(1e-12));
  }
}
