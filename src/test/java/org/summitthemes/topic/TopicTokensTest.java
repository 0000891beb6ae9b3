package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopicTokensTest {
  @Test
  void shareIsTheMeanOverTheSamples() {
    var tokens = new TopicTokens(3, new int[] {2, 4, 3, 3}, 10);

    assertThat(tokens.share()).isEqualTo(0.3);
    assertThat(tokens.last()).isEqualTo(3);
  }

  /** R: quantile(c(3, 1, 2, 5, 9, 4, 6) / 10, c(.05, .2, .5, .8), type = 6). */
  @Test
  void quantilesAreThoseOfRsTypeSix() {
    var tokens = new TopicTokens(0, new int[] {3, 1, 2, 5, 9, 4, 6}, 10);

    assertThat(tokens.quantile(0.05)).isEqualTo(0.1);
    assertThat(tokens.quantile(0.2)).isCloseTo(0.16, within(1e-12));
    assertThat(tokens.quantile(0.5)).isCloseTo(0.4, within(1e-12));
    assertThat(tokens.quantile(0.8)).isCloseTo(0.72, within(1e-12));
  }

  @Test
  void nineteenSamplesCarryNinetyPercentFromSmallestToLargest() {
    var tokens = new TopicTokens(0, IntStream.rangeClosed(1, 19).toArray(), 20);

    assertThat(tokens.quantile(0.05)).isEqualTo(0.05);
    assertThat(tokens.quantile(0.95)).isCloseTo(0.95, within(1e-12));
  }

  @Property(seed = "1")
  void quantilesGrowAndStayBetweenTheSamples(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 50) Integer> counts,
      @ForAll @DoubleRange(max = 1) double p,
      @ForAll @DoubleRange(max = 1) double q) {
    int[] samples = counts.stream().mapToInt(Integer::intValue).toArray();
    var tokens = new TopicTokens(0, samples, 50);

    assertThat(tokens.quantile(Math.min(p, q)))
        .isLessThanOrEqualTo(tokens.quantile(Math.max(p, q)));
    assertThat(tokens.quantile(p))
        .isBetween(
            IntStream.of(samples).min().getAsInt() / 50.0,
            IntStream.of(samples).max().getAsInt() / 50.0);
  }

  @Test
  void lengthMustBePositive() {
    assertThatThrownBy(() -> new TopicTokens(0, new int[] {0}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length must be above 0: 0");
  }
}
