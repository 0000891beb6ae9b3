package org.summitthemes.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * By how much percentile intervals of shares and of their differences are too narrow, and the tail
 * probability that mends it.
 *
 * <p>The bootstrap draws from the speeches at hand, whose spread about their own mean is less than
 * that of all speeches, and its percentiles take the spread for known. With few speeches, or with a
 * few that hold most of the words, both matter: of nominal 90 % intervals of 5 speeches 80 % cover.
 * Percentiles are therefore taken further out, at the tail probability
 *
 * <pre>Φ(−t √(V_J / V)),</pre>
 *
 * <p>where V is the variance that the bootstrap sees, V_J the jackknife's, which leaves out each
 * speech in turn, and t the quantile of Student's distribution with Welch's degrees of freedom.
 * With many speeches of like length this is the usual (1 − level) / 2.
 *
 * <p>With eᵢ = (wᵢ − p nᵢ) / N, the influence of speech i on its organization's share (N: all
 * words), and aᵢ = √((m − 1) / m) (wᵢ − p nᵢ) / (N − nᵢ), the change when it is left out (m:
 * speeches), V = Σ (eᵢ − e′ᵢ)² and V_J = Σ (aᵢ − a′ᵢ)²; a speech that belongs to both organizations
 * enters once with both terms.
 *
 * <p>Reference: Hesterberg, "What teachers should know about the bootstrap", The American
 * Statistician 69 (2015), who expands percentiles by √(m / (m − 1)) t / z; the jackknife is used in
 * place of his first factor because speeches differ in length.
 */
final class Spread {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double plugIn;
  private final double jackknife;
  private final double degrees;

  private Spread(double plugIn, double jackknife, double degrees) {
    this.plugIn = plugIn;
    this.jackknife = jackknife;
    this.degrees = degrees;
  }

  /** The spread of the share of a theme. */
  static Spread ofShare(Sample sample, int theme) {
    Sums sums = new Sums();
    sums.add(sample, null, theme);
    return sums.spread();
  }

  /** The spread of the difference of the shares of a theme. */
  static Spread ofDifference(Sample a, Sample b, int theme) {
    Sums sums = new Sums();
    sums.add(a, b, theme);
    return sums.spread();
  }

  /** The spread of the differences of the shares of all themes together. */
  static Spread ofDifferences(Sample a, Sample b) {
    Sums sums = new Sums();
    IntStream.range(0, a.themes()).forEach(theme -> sums.add(a, b, theme));
    return sums.spread();
  }

  /** The probability below the lower bound of an interval of a level. */
  double tail(double level) {
    double usual = (1 - level) / 2;
    if (plugIn == 0 || jackknife == 0) {
      return usual;
    }

    double t = TDistribution.of(degrees).inverseSurvivalProbability(usual);
    return NORMAL.cumulativeProbability(-t * Math.sqrt(jackknife / plugIn));
  }

  /**
   * The probability that chance alone makes a difference of this size or a greater one: Student's
   * two-sided test with the jackknife's variance.
   */
  double pValue(double difference) {
    if (jackknife == 0) {
      return difference == 0 ? 1 : 0;
    }

    double t = Math.abs(difference) / Math.sqrt(jackknife);
    return Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(t));
  }

  /** By how much the share of a theme changes when a unit is left out, for the jackknife. */
  static double change(Sample sample, int unit, int theme) {
    double others = sample.totalWords() - sample.total(unit);
    return Math.sqrt((sample.size() - 1.0) / sample.size())
        * residual(sample, unit, theme)
        / others;
  }

  private static double residual(Sample sample, int unit, int theme) {
    return sample.words(unit, theme) - sample.share(theme) * sample.total(unit);
  }

  /** Welch's degrees of freedom. */
  double degrees() {
    return degrees;
  }

  /** Adds squares in the order of the units' ids. */
  private static final class Sums {
    private static final int KINDS = 3;

    private double plugIn;
    private final double[] jackknife = new double[KINDS];
    private final int[] units = new int[KINDS];

    /** Adds what units of either group, or both, do to the share of a theme. */
    void add(Sample a, @Nullable Sample b, int theme) {
      Arrays.fill(units, 0);
      int sizeB = b == null ? 0 : b.size();
      int i = 0;
      int j = 0;
      while (i < a.size() || j < sizeB) {
        int order = b == null || j == sizeB ? -1 : i == a.size() ? 1 : a.id(i).compareTo(b.id(j));
        int ofA = order <= 0 ? i++ : -1;
        int ofB = order >= 0 ? j++ : -1;
        square(1 + Integer.signum(order), a, ofA, b, ofB, theme);
      }
    }

    private void square(int kind, Sample a, int i, @Nullable Sample b, int j, int theme) {
      double influence = 0;
      double change = 0;
      if (i >= 0) {
        influence += residual(a, i, theme) / a.totalWords();
        change += change(a, i, theme);
      }

      if (j >= 0 && b != null) {
        influence -= residual(b, j, theme) / b.totalWords();
        change -= change(b, j, theme);
      }

      plugIn += influence * influence;
      jackknife[kind] += change * change;
      units[kind]++;
    }

    /**
     * Welch's degrees of freedom, with units of A only, of B only and of both as his groups: they
     * go between those of the smallest group that matters and those of all.
     */
    Spread spread() {
      double all = Arrays.stream(jackknife).sum();
      double inverse = 0;
      for (int kind = 0; kind < KINDS; kind++) {
        inverse += jackknife[kind] * jackknife[kind] / Math.max(1, units[kind] - 1);
      }
      return new Spread(plugIn, all, inverse > 0 ? all * all / inverse : 1);
    }
  }
}
