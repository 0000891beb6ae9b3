package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private static final Resampling RESAMPLING = new Resampling(0.9, 400, 400, 5, 42);

  @Test
  void fewerThanTheLeastNumberOfSpeechesHaveAValueOnly() {
    Sample a = Speeches.numbered(0, new long[] {1, 3}, new long[] {1, 1});
    Sample b = Speeches.numbered(2, SpreadTest.A);

    Contrast contrast = contrast(a, b, "a|b");

    assertThat(contrast.themes().get(0).value()).isCloseTo(2 / 6.0 - 770 / 3700.0, within(1e-15));
    assertThat(contrast.themes()).allMatch(ContrastTest::isUncertain);
    assertThat(contrast.divergence()).matches(ContrastTest::isUncertain);
  }

  @Test
  void groupsThatShareNearlyAllSpeechesHaveTooFewOfTheirOwn() {
    Sample a = Speeches.numbered(0, SpreadTest.A);

    assertThat(contrast(a, a, "a|a").themes()).allMatch(ContrastTest::isUncertain);
  }

  @Test
  void exchangingTheGroupsTurnsTheDifferenceAndKeepsTheDivergence() {
    Sample a = Speeches.numbered(0, SpreadTest.A);
    Sample b = Speeches.numbered(6, SpreadTest.B);

    Contrast there = contrast(a, b, "key");
    Contrast back = contrast(b, a, "key");

    Interval interval = there.themes().get(0).interval();
    assertThat(there.themes().get(0).value()).isEqualTo(-back.themes().get(0).value());
    assertThat(back.themes().get(0).interval().low()).isCloseTo(-interval.high(), within(1e-12));
    assertThat(back.themes().get(0).interval().high()).isCloseTo(-interval.low(), within(1e-12));
    assertThat(there.divergence().value()).isEqualTo(back.divergence().value());
  }

  @Test
  void commonSpeechesNarrowTheInterval() {
    var random = RandomSource.SPLIT_MIX_64.create(3L);
    long[][] words = Speeches.generated(60, new double[] {2, 6}, 0.3, random);
    Sample whole = Speeches.numbered(0, words);
    Sample sameWordsElsewhere = Speeches.numbered(500, words);
    Sample part = Speeches.numbered(0, Arrays.copyOf(words, 50));

    assertThat(width(contrast(part, whole, "key")))
        .isLessThan(width(contrast(part, sameWordsElsewhere, "key")) / 2);
  }

  @Test
  void theIntervalOfTheDivergenceOfLikeGroupsBeginsAtZero() {
    var random = RandomSource.SPLIT_MIX_64.create(5L);
    double[] alpha = {1, 2, 3};
    Sample a = Speeches.numbered(0, Speeches.generated(40, alpha, 0.5, random));
    Sample b = Speeches.numbered(40, Speeches.generated(40, alpha, 0.5, random));

    assertThat(contrast(a, b, "key").divergence().interval().low()).isZero();
  }

  private static Contrast contrast(Sample a, Sample b, String key) {
    return Contrast.ofSpeeches(new Resampled(a, RESAMPLING), new Resampled(b, RESAMPLING), key);
  }

  private static double width(Contrast contrast) {
    Interval interval = contrast.themes().get(0).interval();
    return interval.high() - interval.low();
  }

  private static boolean isUncertain(Estimate estimate) {
    return estimate.interval() == null && estimate.pValue() == null;
  }
}
