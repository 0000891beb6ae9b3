package org.summitthemes.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the themes of two groups of speeches differ: the share of each theme in A minus that in B,
 * and the {@link Divergence} of all shares, with intervals and p-values over units of evidence.
 *
 * <ul>
 *   <li>Intervals of differences are percentiles of the differences of {@link Bootstrap} replicates
 *       of the same number, at the tail probability of {@link Spread}.
 *   <li>Replicates of the divergence are biased upward against the divergence of the data, which is
 *       itself biased upward against that of the organizations, by about as much: the mean of the
 *       replicates minus the value. Its interval is therefore moved down by twice this bias and
 *       then cut to [0, 1]. With few speeches and small divergence the value can lie above its own
 *       interval: then most of it is bias.
 *   <li>p-values come from the {@link PermutationTest} if speeches are the units of evidence, and
 *       from the {@link ClusterTest} if countries are.
 *   <li>There are intervals and p-values only if each group has the least number of units, and as
 *       many belong to one group only.
 * </ul>
 *
 * @param themes difference of the shares of each theme, in [-1, 1]
 * @param divergence Jensen-Shannon divergence in bits, in [0, 1]
 */
public record Contrast(List<Estimate> themes, Estimate divergence) {

  /**
   * Contrasts two groups of speeches.
   *
   * @param key readable key of the contrast, which keys the permutations
   */
  public static Contrast ofSpeeches(Resampled a, Resampled b, String key) {
    Resampling resampling = a.resampling();
    return of(
        a,
        b,
        (speechesA, speechesB) ->
            new PermutationTest(speechesA, speechesB)
                .pValues(resampling.permutations(), StableHash.of(resampling.seed(), key)));
  }

  /** Contrasts two groups of clusters of speeches, such as countries. */
  public static Contrast ofClusters(Resampled a, Resampled b) {
    return of(a, b, ClusterTest::pValues);
  }

  private static Contrast of(Resampled a, Resampled b, BiFunction<Sample, Sample, double[]> test) {
    Sample ofA = a.sample();
    Sample ofB = b.sample();
    double divergence = Divergence.jensenShannonBits(ofA.shares(), ofB.shares());
    if (tooFew(ofA, ofB, a.resampling().minSpeeches())) {
      List<Estimate> themes =
          IntStream.range(0, ofA.themes())
              .mapToObj(theme -> new Estimate(difference(ofA, ofB, theme), null, null))
              .toList();
      return new Contrast(themes, new Estimate(divergence, null, null));
    }

    double[] pValues = test.apply(ofA, ofB);
    Pairs pairs = Pairs.of(a.replicates(), b.replicates());
    double level = a.resampling().level();
    List<Estimate> themes =
        IntStream.range(0, ofA.themes())
            .mapToObj(
                theme ->
                    new Estimate(
                        difference(ofA, ofB, theme),
                        pairs.difference(theme, Spread.ofDifference(ofA, ofB, theme), level),
                        pValues[theme]))
            .toList();
    Interval interval =
        pairs.divergence(divergence, ofA.themes(), Spread.ofDifferences(ofA, ofB), level);
    return new Contrast(themes, new Estimate(divergence, interval, pValues[ofA.themes()]));
  }

  /** The interval of the difference of a theme alone; null if there are too few units. */
  public static @Nullable Interval interval(Resampled a, Resampled b, int theme) {
    Sample ofA = a.sample();
    Sample ofB = b.sample();
    return tooFew(ofA, ofB, a.resampling().minSpeeches())
        ? null
        : Pairs.of(a.replicates(), b.replicates())
            .difference(theme, Spread.ofDifference(ofA, ofB, theme), a.resampling().level());
  }

  private static double difference(Sample a, Sample b, int theme) {
    return a.share(theme) - b.share(theme);
  }

  private static boolean tooFew(Sample a, Sample b, int minimum) {
    return a.size() < minimum || b.size() < minimum || a.distinct(b) < minimum;
  }

  /** Replicates of both groups in which both have units. */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  private record Pairs(Replicates a, Replicates b, int[] replicates) {

    static Pairs of(Replicates a, Replicates b) {
      return new Pairs(
          a, b, IntStream.range(0, a.size()).filter(r -> a.drawn(r) && b.drawn(r)).toArray());
    }

    Interval difference(int theme, Spread spread, double level) {
      double[] differences =
          Arrays.stream(replicates)
              .mapToDouble(r -> a.share(r, theme) - b.share(r, theme))
              .toArray();
      return ThemeShares.percentiles(differences, spread.tail(level), level);
    }

    Interval divergence(double value, int themes, Spread spread, double level) {
      double[] p = new double[themes];
      double[] q = new double[themes];
      double[] divergences = new double[replicates.length];
      for (int i = 0; i < replicates.length; i++) {
        a.shares(replicates[i], p);
        b.shares(replicates[i], q);
        divergences[i] = Divergence.jensenShannonBits(p, q);
      }
      double bias = Arrays.stream(divergences).average().orElse(value) - value;
      return ThemeShares.percentiles(divergences, spread.tail(level), level)
          .plus(-2 * bias)
          .within(0, 1);
    }
  }
}
