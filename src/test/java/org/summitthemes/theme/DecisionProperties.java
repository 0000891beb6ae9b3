package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class DecisionProperties {
  @Property
  void theMarginIsNeverNegativeAndConfidenceIsAtLeastAHalf(
      @ForAll @Size(4) double @DoubleRange(min = 0, max = 9) [] scores,
      @ForAll @DoubleRange(min = 0.1, max = 3) double threshold) {
    Decision decision = Decision.of(scores, threshold);

    assertThat(decision.margin()).isNotNegative();
    assertThat(decision.confidence()).isBetween(0.5, 1.0);
  }

  @Property
  void confidenceGrowsWithTheMargin(
      @ForAll @DoubleRange(min = 0, max = 9) double margin,
      @ForAll @DoubleRange(min = 0, max = 9) double more) {
    assertThat(new Decision(0, margin + more).confidence())
        .isGreaterThanOrEqualTo(new Decision(0, margin).confidence());
  }

  @Property
  void aThemeIsChosenExactlyWhenSomeScoreReachesTheThreshold(
      @ForAll @Size(4) double @DoubleRange(min = 0, max = 3) [] scores,
      @ForAll @DoubleRange(min = 0.1, max = 3) double threshold) {
    double highest = java.util.Arrays.stream(scores).max().orElse(0);

    assertThat(Decision.of(scores, threshold).theme() != Decision.NONE)
        .isEqualTo(highest >= threshold);
  }
}
