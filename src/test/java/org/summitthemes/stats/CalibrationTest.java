package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Whether intervals cover and tests err as often as they say, on generated speeches. */
class CalibrationTest {
  private static final double[] ALPHA = {1.5, 0.5, 0.3, 0.2, 5.5};
  private static final int TRIALS = 1000;

  @Test
  void randomSplitsOfOneOrganizationDifferAsOftenAsTheyShould() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);
    List<long[]> speeches = Arrays.asList(Speeches.generated(120, ALPHA, 0.6, random));
    List<Contrast> splits =
        IntStream.range(0, TRIALS)
            .mapToObj(
                trial -> {
                  ListSampler.shuffle(random, speeches);
                  return contrast(speeches.subList(0, 60), speeches.subList(60, 120), trial);
                })
            .toList();

    for (int k = 0; k < ALPHA.length; k++) {
      int theme = k;
      assertThat(
              rate(
                  "Speeches split at random, theme " + theme + ", p <= 0.05",
                  splits,
                  split -> split.themes().get(theme).pValue() <= 0.05))
          .as("rejections of theme %d", k)
          .isBetween(0.03, 0.07);
      assertThat(
              rate(
                  "Speeches split at random, theme " + theme + ", 90 % interval covers",
                  splits,
                  split -> split.themes().get(theme).interval().contains(0)))
          .as("coverage of theme %d", k)
          .isBetween(0.87, 0.93);
    }
    assertThat(
            rate(
                "Speeches split at random, divergence, p <= 0.05",
                splits,
                split -> split.divergence().pValue() <= 0.05))
        .isBetween(0.03, 0.07);
    // Zero is the least value that a divergence can have: its interval may cover it too often.
    assertThat(
            rate(
                "Speeches split at random, divergence, 90 % interval covers",
                splits, split -> split.divergence().interval().contains(0)))
        .isGreaterThan(0.87);
  }

  @Test
  void randomSplitsOfCountriesDifferAsOftenAsTheyShould() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
    DirichletSampler countries = DirichletSampler.of(random, times(20));
    List<long[][]> speeches =
        IntStream.range(0, 36)
            .mapToObj(
                country -> {
                  double[] ofCountry =
                      Arrays.stream(countries.sample()).map(share -> share * 20).toArray();
                  return Speeches.generated(12, ofCountry, 0.4, random);
                })
            .toList();
    List<long[][]> shuffled = new ArrayList<>(speeches);
    List<Contrast> splits =
        IntStream.range(0, TRIALS)
            .mapToObj(
                trial -> {
                  ListSampler.shuffle(random, shuffled);
                  Resampling ofTrial = new Resampling(0.9, 200, 199, 5, trial);
                  return Contrast.ofClusters(
                      new Resampled(countries(0, shuffled.subList(0, 12)), ofTrial),
                      new Resampled(countries(12, shuffled.subList(12, 36)), ofTrial));
                })
            .toList();

    for (int k = 0; k < ALPHA.length; k++) {
      int theme = k;
      assertThat(
              rate(
                  "Countries split at random, theme " + theme + ", p <= 0.05",
                  splits,
                  split -> split.themes().get(theme).pValue() <= 0.05))
          .as("rejections of theme %d", k)
          .isBetween(0.03, 0.07);
      assertThat(
              rate(
                  "Countries split at random, theme " + theme + ", 90 % interval covers",
                  splits,
                  split -> split.themes().get(theme).interval().contains(0)))
          .as("coverage of theme %d", k)
          .isBetween(0.87, 0.93);
    }
    assertThat(
            rate(
                "Countries split at random, divergence, p <= 0.05",
                splits,
                split -> split.divergence().pValue() <= 0.05))
        .isBetween(0.03, 0.07);
  }

  private static Sample countries(int first, List<long[][]> countries) {
    Sample.Builder sample = Sample.over(ALPHA.length);
    for (int country = 0; country < countries.size(); country++) {
      for (long[] speech : countries.get(country)) {
        sample.add(String.format("%03d", first + country), speech);
      }
    }
    return sample.build();
  }

  @Test
  void organizationsThatDifferOnlyInLengthAndVariabilityAreNotCalledDifferent() {
    // A permutation test of the plain difference rejects this nearly one time in five.
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2L);
    List<Contrast> contrasts =
        IntStream.range(0, 400)
            .mapToObj(
                trial ->
                    contrast(
                        Arrays.asList(Speeches.generated(40, times(0.5), 0.4, random)),
                        Arrays.asList(Speeches.generated(120, times(3), 0.4, random)),
                        trial))
            .toList();

    assertThat(
            rate(
                "Unequal lengths, equal shares, theme 0, p <= 0.05",
                contrasts,
                contrast -> contrast.themes().get(0).pValue() <= 0.05))
        .isBetween(0.03, 0.07);
    assertThat(
            rate(
                "Unequal lengths, equal shares, theme 0, 90 % interval covers",
                contrasts, contrast -> contrast.themes().get(0).interval().contains(0)))
        .isBetween(0.87, 0.93);
  }

  @Test
  void aDifferenceOfFivePointsIsFoundAmongSixtySpeechesASide() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
    double[] more = {6, 2, 1.2, 0.8, 22};
    double[] less = {4.4, 2, 1.2, 0.8, 23.6};
    List<Contrast> contrasts =
        IntStream.range(0, 100)
            .mapToObj(
                trial ->
                    contrast(
                        Arrays.asList(Speeches.generated(60, more, 0.4, random)),
                        Arrays.asList(Speeches.generated(60, less, 0.4, random)),
                        trial))
            .toList();

    assertThat(
            rate(
                "Five points among 60 speeches a side, theme 0, p <= 0.05",
                contrasts,
                contrast -> contrast.themes().get(0).pValue() <= 0.05))
        .isGreaterThan(0.9);
  }

  @Test
  void ofTheDifferencesReportedAmongManyFewAreFalse() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
    double[] more = {2.4, 0.5, 0.3, 0.2, 4.6};
    double falseShares = 0;
    int found = 0;
    for (int table = 0; table < 60; table++) {
      double[] pValues = new double[30];
      for (int test = 0; test < pValues.length; test++) {
        // Every fifth pair differs in the first theme, and in nothing else that is looked at.
        List<long[]> a = Arrays.asList(Speeches.generated(40, ALPHA, 0.4, random));
        List<long[]> b =
            Arrays.asList(Speeches.generated(40, test % 5 == 0 ? more : ALPHA, 0.4, random));
        pValues[test] = contrast(a, b, 1000 * table + test).themes().get(0).pValue();
      }
      double[] qValues = BenjaminiHochberg.qValues(pValues);
      int reported = 0;
      int wrong = 0;
      for (int test = 0; test < qValues.length; test++) {
        reported += qValues[test] <= 0.05 ? 1 : 0;
        wrong += qValues[test] <= 0.05 && test % 5 != 0 ? 1 : 0;
      }
      falseShares += reported == 0 ? 0 : (double) wrong / reported;
      found += reported - wrong;
    }

    System.out.printf(
        "False ones among the differences reported: %.3f; true ones found: %d of 360%n",
        falseShares / 60, found);
    // Two standard errors of a mean of 60 shares of false ones are about 0.025.
    assertThat(falseShares / 60).isLessThan(0.05 + 0.025);
    assertThat(found).isGreaterThan(220);
  }

  @Test
  void speechesDealtOutToYearsAtRandomDoNotShift() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
    List<long[]> speeches = new ArrayList<>();
    for (int year = 0; year < 40; year++) {
      double[] ofYear = {1 + year % 7, 0.5, 0.3, 0.2, 6};
      speeches.addAll(Arrays.asList(Speeches.generated(30, ofYear, 0.4, random)));
    }
    ListSampler.shuffle(random, speeches);
    List<Double> pValues = new ArrayList<>();
    for (int year = 1; year < 40; year++) {
      contrast(
              speeches.subList(30 * year - 30, 30 * year),
              speeches.subList(30 * year, 30 * year + 30),
              year)
          .themes()
          .forEach(theme -> pValues.add(theme.pValue()));
    }

    double[] qValues =
        BenjaminiHochberg.qValues(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    long shifts = Arrays.stream(qValues).filter(q -> q <= 0.05).count();
    System.out.printf("Years dealt out at random: %d of %d cells shift%n", shifts, pValues.size());
    assertThat(shifts).isLessThanOrEqualTo(pValues.size() / 20);
  }

  @Test
  void intervalsOfDivergencesCoverIt() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(4L);
    double[] other = {3.0, 0.5, 0.3, 0.2, 4.0};
    double truth = Divergence.jensenShannonBits(normalized(ALPHA), normalized(other));
    List<Contrast> contrasts =
        IntStream.range(0, 400)
            .mapToObj(
                trial ->
                    contrast(
                        Arrays.asList(Speeches.generated(60, ALPHA, 0.4, random)),
                        Arrays.asList(Speeches.generated(60, other, 0.4, random)),
                        trial))
            .toList();

    assertThat(
            rate(
                "A divergence that is there, divergence, 90 % interval covers",
                contrasts, contrast -> contrast.divergence().interval().contains(truth)))
        .isBetween(0.87, 0.93);
  }

  private static Contrast contrast(List<long[]> a, List<long[]> b, int trial) {
    Resampling ofTrial = new Resampling(0.9, 200, 199, 5, trial);
    return Contrast.ofSpeeches(
        new Resampled(Speeches.numbered(0, a.toArray(long[][]::new)), ofTrial),
        new Resampled(Speeches.numbered(a.size(), b.toArray(long[][]::new)), ofTrial),
        "trial");
  }

  /** The rate of an event, which the test's output tells too. */
  private static double rate(String event, List<Contrast> contrasts, Predicate<Contrast> happens) {
    double rate = (double) contrasts.stream().filter(happens).count() / contrasts.size();
    System.out.printf("%s: %.3f of %d%n", event, rate, contrasts.size());
    return rate;
  }

  private static double[] times(double factor) {
    return Arrays.stream(ALPHA).map(alpha -> alpha * factor).toArray();
  }

  private static double[] normalized(double[] alpha) {
    double sum = Arrays.stream(alpha).sum();
    return Arrays.stream(alpha).map(share -> share / sum).toArray();
  }
}
