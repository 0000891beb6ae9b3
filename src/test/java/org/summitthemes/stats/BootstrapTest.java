package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
  // scipy.stats.poisson.cdf(range(5), 1)
  @ParameterizedTest
  @CsvSource({"0, 0.36787944", "1, 0.73575888", "2, 0.91969860", "3, 0.98101184", "4, 0.99634015"})
  void countsArePoissonDistributed(int number, double cumulative) {
    assertThat(Bootstrap.poisson((long) ((cumulative - 1e-8) * 0x1p63))).isEqualTo(number);
    assertThat(Bootstrap.poisson((long) ((cumulative + 2e-8) * 0x1p63))).isEqualTo(number + 1);
  }

  @Test
  void meanAndVarianceOfCountsAreOne() {
    Bootstrap bootstrap = new Bootstrap(Speeches.numbered(0, new long[] {1, 0}), 42);
    double[] counts = Arrays.stream(counts(bootstrap, 100_000)).asDoubleStream().toArray();

    double mean = IntStream.range(0, counts.length).mapToDouble(r -> counts[r]).average().orElse(0);
    double variance =
        IntStream.range(0, counts.length)
            .mapToDouble(r -> (counts[r] - mean) * (counts[r] - mean))
            .average()
            .orElse(0);

    // Four standard errors.
    assertThat(mean).isCloseTo(1, within(0.013));
    assertThat(variance).isCloseTo(1, within(0.022));
  }

  @Test
  void aSpeechCountsEquallyOftenInEverySample() {
    long[] words = {3, 4};
    Bootstrap alone = new Bootstrap(Speeches.numbered(7, words), 1);
    Bootstrap among =
        new Bootstrap(Speeches.numbered(6, new long[] {0, 1000}, words, new long[] {0, 5000}), 1);

    assertThat(counts(among, 50)).containsExactly(counts(alone, 50));
  }

  @Test
  void anotherSeedOrSpeechOrReplicateCountsOtherwise() {
    long[] words = {1, 0};
    Bootstrap one = new Bootstrap(Speeches.numbered(1, words), 1);

    assertThat(counts(one, 40))
        .isNotEqualTo(counts(new Bootstrap(Speeches.numbered(1, words), 2), 40))
        .isNotEqualTo(counts(new Bootstrap(Speeches.numbered(2, words), 1), 40));
  }

  /** Words of the first of two themes in each replicate. */
  private static long[] counts(Bootstrap bootstrap, int replicates) {
    long[] words = bootstrap.words(replicates);
    return IntStream.range(0, replicates).mapToLong(r -> words[3 * r]).toArray();
  }
}
