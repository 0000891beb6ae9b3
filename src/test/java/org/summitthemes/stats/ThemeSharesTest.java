package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ThemeSharesTest {
  private static final Resampling RESAMPLING = new Resampling(0.9, 1000, 100, 5, 42);

  @Test
  void intervalsOfManySpeechesAgreeWithTheDeltaMethod() {
    var random = RandomSource.SPLIT_MIX_64.create(9L);
    long[][] words = Speeches.generated(400, new double[] {2, 6}, 0.4, random);
    Sample sample = Speeches.numbered(0, words);
    double share = sample.share(0);
    double error =
        Math.sqrt(
                Arrays.stream(words)
                    .mapToDouble(speech -> speech[0] - share * (speech[0] + speech[1]))
                    .map(residual -> residual * residual)
                    .sum())
            / sample.totalWords();

    Interval interval = ThemeShares.of(sample, RESAMPLING).get(0).interval();

    // scipy.stats.norm.ppf(.95); a percentile of 1,000 replicates errs by some 5 % of the width.
    assertThat(interval.high() - share).isCloseTo(1.6448536 * error, within(0.2 * error));
    assertThat(share - interval.low()).isCloseTo(1.6448536 * error, within(0.2 * error));
  }

  @Test
  void fewerThanTheLeastNumberOfSpeechesHaveNoInterval() {
    Sample sample = Speeches.numbered(0, new long[] {1, 3}, new long[] {2, 2});

    assertThat(ThemeShares.of(sample, RESAMPLING))
        .containsExactly(new Estimate(0.375, null, null), new Estimate(0.625, null, null));
  }

  @Test
  void theOrderOfSpeechesDoesNotMatter() {
    Sample.Builder there = Sample.over(2);
    Sample.Builder back = Sample.over(2);
    for (int i = 0; i < 20; i++) {
      there.add("s" + i, i, 50);
      back.add("s" + (19 - i), 19 - i, 50);
    }

    List<Estimate> shares = ThemeShares.of(there.build(), RESAMPLING);

    assertThat(ThemeShares.of(back.build(), RESAMPLING)).isEqualTo(shares);
  }
}
