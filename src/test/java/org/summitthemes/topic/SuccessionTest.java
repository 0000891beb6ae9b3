package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final double[] TAXES = {0.8, 0.2, 0, 0};
  private static final double[] FLOODS = {0, 0, 0.7, 0.3};
  private static final double[] PEACE = {0.1, 0.4, 0.1, 0.4};

  @Test
  void theSameTopicsInAnotherOrderGoOn() {
    var succession =
        new Succession(
            new double[][] {TAXES, FLOODS},
            new double[][] {FLOODS, TAXES},
            new long[][] {{0, 10}, {10, 0}});

    assertThat(succession.continued(0)).isEqualTo(1);
    assertThat(succession.continued(1)).isZero();
    assertThat(succession.similarity(0, 1)).isCloseTo(1, within(1e-12));
    assertThat(succession.isRetired(0)).isFalse();
  }

  @Test
  void aTopicOfOtherWordsAndPassagesIsBornAndTheFormerOneRetired() {
    var succession =
        new Succession(new double[][] {TAXES}, new double[][] {FLOODS}, new long[][] {{0}});

    assertThat(succession.continued(0)).isEqualTo(Succession.NONE);
    assertThat(succession.splitFrom(0)).isEqualTo(Succession.NONE);
    assertThat(succession.isRetired(0)).isTrue();
    assertThat(succession.mergedInto(0)).isEqualTo(Succession.NONE);
  }

  @Test
  void aFurtherTopicWithMostPassagesOfOneThatGoesOnIsSplitFromIt() {
    var succession =
        new Succession(
            new double[][] {TAXES, FLOODS},
            new double[][] {TAXES, FLOODS, PEACE},
            new long[][] {{60, 0, 30}, {0, 100, 10}});

    assertThat(succession.continued(2)).isEqualTo(Succession.NONE);
    assertThat(succession.splitFrom(2)).isZero();
  }

  @Test
  void aTopicWhosePassagesGoToAnotherIsMergedIntoIt() {
    var succession =
        new Succession(
            new double[][] {TAXES, FLOODS, PEACE},
            new double[][] {TAXES, FLOODS},
            new long[][] {{60, 0}, {0, 100}, {5, 20}});

    assertThat(succession.isRetired(2)).isTrue();
    assertThat(succession.mergedInto(2)).isEqualTo(1);
  }
}
