package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.summitthemes.stats.ChangePoints.ChangePoint;

class ChangePointsTest {
  @Test
  void levelsBeginWhereTheyWerePlanted() {
    long[] own = new long[30];
    Arrays.setAll(own, i -> (i < 12 ? 100 : i < 21 ? 180 : 60) + i * 7 % 11);

    List<ChangePoint> points =
        of(own, 500).stream().filter(point -> point.pValue() <= 0.05).toList();

    assertThat(points).extracting(ChangePoint::change).contains(12, 21).hasSize(2);
    assertThat(points.get(0).from()).isZero();
    assertThat(points.get(0).to()).isEqualTo(30);
  }

  @Test
  void sixYearsHaveTwentyDivisionsOfWhichTwoAreAsGreat() {
    long[] own = {10, 11, 12, 40, 41, 42};

    assertThat(of(own, 20_000).get(0).pValue()).isCloseTo(0.1, within(0.01));
  }

  @Test
  void longYearsWeighMore() {
    // The second half is higher but for one year of few words.
    long[] own = {100, 100, 100, 300, 300, 1, 300, 300};
    long[] all = {1000, 1000, 1000, 1000, 1000, 50, 1000, 1000};

    assertThat(ChangePoints.of(own, all, resampling(99), 0.001, "key"))
        .extracting(ChangePoint::change)
        .containsExactly(3);
  }

  @Test
  void aShortSeriesIsNotDivided() {
    assertThat(of(new long[] {1, 2, 3, 4, 5}, 99)).isEmpty();
    assertThat(of(new long[0], 99)).isEmpty();
  }

  @Test
  void aLevelSeriesDoesNotChange() {
    assertThat(of(new long[] {5, 5, 5, 5, 5, 5, 5}, 99))
        .singleElement()
        .satisfies(point -> assertThat(point.pValue()).isEqualTo(1));
  }

  @Test
  void shuffledYearsChangeAsOftenAsTheyShould() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(8L);
    long[] trials =
        IntStream.range(0, 1000)
            .mapToLong(
                trial -> {
                  long[] own = new long[40];
                  Arrays.setAll(own, i -> random.nextInt(400));
                  ChangePoint whole =
                      ChangePoints.of(own, words(40), resampling(99), 0, "trial" + trial).get(0);
                  return whole.pValue() <= 0.05 ? 1 : 0;
                })
            .toArray();

    assertThat(Arrays.stream(trials).sum() / 1000.0).isBetween(0.03, 0.07);
  }

  private static List<ChangePoint> of(long[] own, int permutations) {
    return ChangePoints.of(own, words(own.length), resampling(permutations), 0.05, "key");
  }

  private static Resampling resampling(int permutations) {
    return new Resampling(0.9, 100, permutations, 5, 42);
  }

  private static long[] words(int years) {
    long[] words = new long[years];
    Arrays.fill(words, 1000);
    return words;
  }
}
