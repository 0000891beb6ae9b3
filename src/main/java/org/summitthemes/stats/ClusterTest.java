package org.summitthemes.stats;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Tests whether the themes of two groups of clusters of speeches differ, when what a group has or
 * has not are clusters: an organization's members are countries, and all speeches of a country
 * belong to it together.
 *
 * <ul>
 *   <li>For a theme, Student's two-sided test of the difference of shares with the jackknife's
 *       variance over clusters and Welch's degrees of freedom ({@link Spread}). A cluster that
 *       belongs to both groups enters once with both terms.
 *   <li>For all themes together, the quadratic form Q = Σ (pₖ − qₖ)² / mₖ, mₖ = (pₖ + qₖ) / 2,
 *       which the divergence of Jensen and Shannon approximates but for a factor of 8 ln 2, with
 *       the second-order correction of Rao and Scott: with V the jackknife's covariances of the
 *       differences and M = V / √(mₖ mₗ), Q / tr M is held against Fisher's distribution with ν =
 *       (tr M)² / tr M² and ν d degrees of freedom, where d are Welch's.
 * </ul>
 *
 * <p>References: Abadie, Athey, Imbens, Wooldridge, "When should you adjust standard errors for
 * clustering?", Quarterly Journal of Economics 138 (2023); MacKinnon, Nielsen, Webb, "Fast and
 * reliable jackknife and bootstrap methods for cluster-robust inference", Journal of Applied
 * Econometrics 38 (2023); Rao, Scott, "On chi-squared tests for multiway contingency tables with
 * cell proportions estimated from survey data", Annals of Statistics 12 (1984); Thomas, Rao,
 * "Small-sample comparisons of level and power for simple goodness-of-fit statistics under cluster
 * sampling", Journal of the American Statistical Association 82 (1987), for Fisher's distribution.
 */
final class ClusterTest {
  private ClusterTest() {}

  /**
   * The p-values of the themes in order, and in the last place that of all themes together.
   *
   * @return probabilities in [0, 1]
   */
  static double[] pValues(Sample a, Sample b) {
    double[] themes =
        IntStream.range(0, a.themes())
            .mapToDouble(k -> Spread.ofDifference(a, b, k).pValue(a.share(k) - b.share(k)))
            .toArray();
    double[] pValues = new double[themes.length + 1];
    System.arraycopy(themes, 0, pValues, 0, themes.length);
    pValues[themes.length] = together(a, b);
    return pValues;
  }

  private static double together(Sample a, Sample b) {
    double[][] covariances = covariances(a, b);
    double form = 0;
    double trace = 0;
    double squares = 0;
    for (int k = 0; k < a.themes(); k++) {
      double middle = middle(a, b, k);
      if (middle > 0) {
        double difference = a.share(k) - b.share(k);
        form += difference * difference / middle;
        trace += covariances[k][k] / middle;
        for (int l = 0; l < a.themes(); l++) {
          double other = middle(a, b, l);
          squares += other > 0 ? covariances[k][l] * covariances[k][l] / (middle * other) : 0;
        }
      }
    }
    if (trace == 0) {
      return form == 0 ? 1 : 0;
    }

    double degrees = trace * trace / squares;
    return FDistribution.of(degrees, degrees * Spread.ofDifferences(a, b).degrees())
        .survivalProbability(form / trace);
  }

  private static double middle(Sample a, Sample b, int theme) {
    return (a.share(theme) + b.share(theme)) / 2;
  }

  /** The jackknife's covariances of the differences of shares. */
  private static double[][] covariances(Sample a, Sample b) {
    double[][] covariances = new double[a.themes()][a.themes()];
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int order = j == b.size() ? -1 : i == a.size() ? 1 : a.id(i).compareTo(b.id(j));
      add(a, order <= 0 ? i++ : -1, b, order >= 0 ? j++ : -1, covariances);
    }
    return covariances;
  }

  private static void add(Sample a, int i, Sample b, int j, double[][] covariances) {
    double[] changes = new double[a.themes()];
    for (int k = 0; k < changes.length; k++) {
      changes[k] += i < 0 ? 0 : Spread.change(a, i, k);
      changes[k] -= j < 0 ? 0 : Spread.change(b, j, k);
    }
    for (int k = 0; k < changes.length; k++) {
      for (int l = 0; l < changes.length; l++) {
        covariances[k][l] += changes[k] * changes[l];
      }
    }
  }
}
