package org.summitthemes.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Tests whether the themes of two organizations differ, by dealing the memberships of their
 * speeches out anew.
 *
 * <p>Hypothesis: a speech's themes have nothing to do with where it belongs. Each speech belongs to
 * A only, to B only or to both; a permutation keeps how many there are of each kind and lets chance
 * say which. Speeches of both are thus treated honestly: they cancel out of the difference, yet are
 * evidence of how much speeches vary; if all speeches of A are also of B, this compares A with the
 * rest of B.
 *
 * <p>Statistics, with the shares pₖ of A and qₖ of B:
 *
 * <ul>
 *   <li>for theme k, |pₖ − qₖ| divided by its standard error over speeches. Dividing makes the test
 *       hold its size, in large samples, even when the organizations differ in number, length or
 *       variability of speeches but not in share (Janssen 1997; Chung and Romano 2013);
 *   <li>for all themes together, the {@link Divergence} of Jensen and Shannon divided by its
 *       approximate expectation under the hypothesis, Σ Vₖ / mₖ, with the variance Vₖ of pₖ − qₖ
 *       and the mean mₖ of pₖ and qₖ. Its upward bias is in the permutations as well as in the
 *       data.
 * </ul>
 *
 * <p>The p-value is (1 + b) / (1 + B), where b of B permutations reach the observed statistic: it
 * is never 0 and never too small on average (Phipson and Smyth 2010). If after the first B fewer
 * than {@value #FEW} reach it, the test goes on to up to {@value #REFINEMENT} times as many, so
 * that strong differences stand out among many tests. Both stages are fixed beforehand; since the
 * second p-value is used only where the first is below (1 + {@value #FEW}) / (1 + B), the
 * probability of a p-value ≤ α stays at most α for every α.
 *
 * <p>References: Chung, Romano, "Exact and asymptotically robust permutation tests", Annals of
 * Statistics 41 (2013); Phipson, Smyth, "Permutation p-values should never be zero", Statistical
 * Applications in Genetics and Molecular Biology 9 (2010); for going on only while few permutations
 * reach the statistic, Besag, Clifford, "Sequential Monte Carlo p-values", Biometrika 78 (1991).
 */
final class PermutationTest {
  /** The second stage is for statistics that fewer permutations than this reach. */
  static final int FEW = 20;

  /** The second stage has at most so many times the permutations of the first. */
  static final int REFINEMENT = 50;

  /** The second stage deals out at most so many speeches for each permutation of the first. */
  private static final int EFFORT = 2000;

  /** Statistics this close count as equal: they may be the same number summed in another order. */
  private static final double TIE = 1e-9;

  private final TwoSamples samples;

  PermutationTest(Sample a, Sample b) {
    this.samples = new TwoSamples(a, b);
  }

  /**
   * The p-values of the themes in order, and in the last place that of all themes together.
   *
   * @param permutations permutations of the first stage
   * @param key key of the random numbers
   * @return probabilities in (0, 1]
   */
  double[] pValues(int permutations, long key) {
    double[] observed = samples.statistics();
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(key);
    int[] reached = new int[observed.length];
    count(reached, observed, permutations, random);
    double[] first = pValues(reached, permutations);
    int refined = refined(permutations);
    if (refined <= permutations || Arrays.stream(reached).noneMatch(count -> count < FEW)) {
      return first;
    }

    int[] reachedFirst = reached.clone();
    count(reached, observed, refined - permutations, random);
    double[] second = pValues(reached, refined);
    for (int i = 0; i < first.length; i++) {
      first[i] = reachedFirst[i] < FEW ? second[i] : first[i];
    }
    return first;
  }

  private int refined(int permutations) {
    long affordable = (long) permutations * EFFORT / Math.max(1, samples.dealt());
    return (int) Math.min((long) permutations * REFINEMENT, affordable);
  }

  private void count(
      int[] reached, double[] observed, int permutations, UniformRandomProvider random) {
    for (int r = 0; r < permutations; r++) {
      samples.shuffle(random);
      double[] statistics = samples.statistics();
      for (int i = 0; i < reached.length; i++) {
        if (statistics[i] >= observed[i] * (1 - TIE)) {
          reached[i]++;
        }
      }
    }
  }

  private static double[] pValues(int[] reached, int permutations) {
    return Arrays.stream(reached).mapToDouble(b -> (1.0 + b) / (1.0 + permutations)).toArray();
  }
}
