package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TopicAlignmentTest {
  private static final double[][] LEFT = {{0.9, 0.1, 0}, {0, 0.2, 0.8}};

  @Test
  void permutedTopicsAreFoundAgain() {
    var alignment = new TopicAlignment(LEFT, new double[][] {LEFT[1], {0.3, 0.3, 0.4}, LEFT[0]});

    assertThat(alignment.matches()).containsExactly(2, 0);
    assertThat(alignment.meanDivergence()).isZero();
  }

  @Test
  void divergenceIsOneBitForTopicsWithoutACommonTerm() {
    assertThat(TopicAlignment.divergenceBits(new double[] {1, 0}, new double[] {0, 1}))
        .isCloseTo(1, within(1e-12));
  }

  /** scipy.spatial.distance.jensenshannon([.9, .1], [.5, .5], base=2) ** 2 = 0.146793. */
  @Test
  void divergenceHasTheKnownValue() {
    assertThat(TopicAlignment.divergenceBits(new double[] {0.9, 0.1}, new double[] {0.5, 0.5}))
        .isCloseTo(0.146793, within(1e-6));
  }

  @Test
  void theFirstModelMustNotHaveMoreTopics() {
    assertThatThrownBy(() -> new TopicAlignment(LEFT, new double[][] {LEFT[0]}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first model must not have more topics (2) than the second (1)");
  }
}
