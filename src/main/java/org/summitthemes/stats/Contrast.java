package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the themes of two groups of speeches differ: the share of each theme in A minus that in B,
 * and the {@link Divergence} of all shares, with intervals and p-values over speeches.
 *
 * <ul>
 *   <li>Intervals of differences are percentiles of the differences of {@link Bootstrap} replicates
 *       of the same number, at the tail probability of {@link Spread}.
 *   <li>Replicates of the divergence are biased upward against the divergence of the data, which is
 *       itself biased upward against that of the organizations, by about as much: the mean of the
 *       replicates minus the value. Its interval is therefore moved down by twice this bias and
 *       then cut to [0, 1]. With few speeches and small divergence the value can lie above its own
 *       interval: then most of it is bias.
 *   <li>p-values come from the {@link PermutationTest}.
 *   <li>There are intervals and p-values only if each group has the least number of speeches, and
 *       as many belong to one group only.
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
  public static Contrast of(Sample a, Sample b, Resampling resampling, String key) {
    double divergence = Divergence.jensenShannonBits(a.shares(), b.shares());
    if (tooFew(a, b, resampling.minSpeeches())) {
      List<Estimate> themes =
          IntStream.range(0, a.themes())
              .mapToObj(theme -> new Estimate(difference(a, b, theme), null, null))
              .toList();
      return new Contrast(themes, new Estimate(divergence, null, null));
    }

    double[] pValues =
        new PermutationTest(a, b)
            .pValues(resampling.permutations(), StableHash.of(resampling.seed(), key));
    Replicates replicates = Replicates.of(a, b, resampling);
    double level = resampling.level();
    List<Estimate> themes =
        IntStream.range(0, a.themes())
            .mapToObj(
                theme ->
                    new Estimate(
                        difference(a, b, theme),
                        replicates.difference(theme, Spread.ofDifference(a, b, theme), level),
                        pValues[theme]))
            .toList();
    Interval interval = replicates.divergence(divergence, Spread.ofDifferences(a, b), level);
    return new Contrast(themes, new Estimate(divergence, interval, pValues[a.themes()]));
  }

  private static double difference(Sample a, Sample b, int theme) {
    return a.share(theme) - b.share(theme);
  }

  private static boolean tooFew(Sample a, Sample b, int minSpeeches) {
    return a.size() < minSpeeches
        || b.size() < minSpeeches
        || new TwoSamples(a, b).distinct() < minSpeeches;
  }

  /** Shares of both groups in the replicates in which both have speeches. */
  private record Replicates(List<double[]> ofA, List<double[]> ofB) {

    static Replicates of(Sample a, Sample b, Resampling resampling) {
      Bootstrap bootstrapA = new Bootstrap(a, resampling.seed());
      Bootstrap bootstrapB = new Bootstrap(b, resampling.seed());
      Replicates replicates = new Replicates(new ArrayList<>(), new ArrayList<>());
      for (int r = 0; r < resampling.replicates(); r++) {
        double[] sharesA = ThemeShares.replicateShares(bootstrapA.words(r));
        double[] sharesB = ThemeShares.replicateShares(bootstrapB.words(r));
        if (sharesA != null && sharesB != null) {
          replicates.ofA.add(sharesA);
          replicates.ofB.add(sharesB);
        }
      }
      return replicates;
    }

    Interval difference(int theme, Spread spread, double level) {
      double[] differences =
          IntStream.range(0, ofA.size())
              .mapToDouble(r -> ofA.get(r)[theme] - ofB.get(r)[theme])
              .toArray();
      return ThemeShares.percentiles(differences, spread.tail(level), level);
    }

    Interval divergence(double value, Spread spread, double level) {
      double[] divergences =
          IntStream.range(0, ofA.size())
              .mapToDouble(r -> Divergence.jensenShannonBits(ofA.get(r), ofB.get(r)))
              .toArray();
      double bias = Arrays.stream(divergences).average().orElse(value) - value;
      return ThemeShares.percentiles(divergences, spread.tail(level), level)
          .plus(-2 * bias)
          .within(0, 1);
    }
  }
}
