package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

public class TermLiftTest {
  private static final double[][] WEIGHTS = {{0.5, 0.25, 0.25}, {0.1, 0.65, 0.25}};

  @Test
  void liftComparesWithAllTopicsByTheirSize() {
    TermLift lift = new TermLift(WEIGHTS, new double[] {30, 10});

    // By hand: p = (3 * 0.5 + 0.1) / 4 = 0.4 and (3 * 0.25 + 0.65) / 4 = 0.35.
    assertThat(lift.of(0, 0)).isCloseTo(1.25, within(1e-12));
    assertThat(lift.of(1, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(lift.of(1, 1)).isCloseTo(0.65 / 0.35, within(1e-12));
  }

  @Test
  void termThatIsEverywhereAlikeHasLiftOne() {
    TermLift lift = new TermLift(WEIGHTS, new double[] {7, 3});

    assertThat(lift.of(0, 2)).isCloseTo(1, within(1e-12));
    assertThat(lift.of(1, 2)).isCloseTo(1, within(1e-12));
  }

  @Test
  void everyTopicHasASize() {
    assertThatThrownBy(() -> new TermLift(WEIGHTS, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every topic must have a size: 2, 1");
  }
}
