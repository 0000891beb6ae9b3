package org.summitthemes.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * By how much the share of a theme would differ between two groups if both spoke in the same years
 * and at the same length, and, if clusters are held constant, with the same clusters speaking.
 *
 * <p>A {@link FractionalLogit} of shares, weighted by words, on the group, the year, the logarithm
 * of the mean length of a speech, and the cluster; the difference is the mean over all rows,
 * weighted by words, of the predicted share in group A minus that in group B.
 *
 * <p>Its variance is the sandwich over clusters: with g the gradient of the difference, H the
 * information and sᵢ the scores, cluster c moves it by ψ = Σ g′H⁻¹sᵢ / (1 − h), where h is the
 * cluster's part of g′H⁻¹g, and V = (G − 1)/G Σ ψ² over the G clusters. Dividing by 1 − h is what
 * leaving the cluster out would do, as in the jackknife. Intervals and p-values are Student's with
 * the effective number of clusters, 1 / Σ h², less one, as degrees of freedom.
 *
 * <ul>
 *   <li>Years and clusters in which nobody speaks of the theme, or of nothing else, are predicted
 *       perfectly and say nothing about the difference: they count in its mean as none.
 *   <li>There is no value if the data do not determine it, or a group never speaks of the theme.
 *   <li>There is neither interval nor p-value with fewer than the least number of clusters on
 *       either side.
 * </ul>
 *
 * <p>References: Papke, Wooldridge, Journal of Applied Econometrics 11 (1996); MacKinnon, Nielsen,
 * Webb, "Fast and reliable jackknife and bootstrap methods for cluster-robust inference", Journal
 * of Applied Econometrics 38 (2023); Carter, Schnepel, Steigerwald, "Asymptotic behavior of a
 * t-test robust to cluster heterogeneity", Review of Economics and Statistics 99 (2017).
 */
public final class AdjustedDifference {
  private static final int GROUP = 0;
  private static final int LENGTH = 1;
  private static final int COVARIATES = 2;

  private final Observations observations;
  private final boolean withinClusters;
  private final int theme;

  /**
   * The differences of two groups, theme by theme; those that the data do not determine are empty.
   *
   * @param withinClusters whether the cluster is held constant too
   */
  public static List<Optional<Estimate>> of(
      List<ClusterYear> a, List<ClusterYear> b, boolean withinClusters, Resampling resampling) {
    int themes = a.isEmpty() ? 0 : a.get(0).words().length;
    Observations observations = Observations.of(a, b, withinClusters);
    return IntStream.range(0, themes)
        .mapToObj(theme -> new AdjustedDifference(observations, withinClusters, theme))
        .map(
            difference ->
                Optional.ofNullable(
                    difference.estimate(resampling.level(), resampling.minSpeeches())))
        .toList();
  }

  AdjustedDifference(Observations observations, boolean withinClusters, int theme) {
    this.observations = observations;
    this.withinClusters = withinClusters;
    this.theme = theme;
  }

  /** The difference; null if there is none. */
  @Nullable Estimate estimate(double level, int minClusters) {
    int[] rows = informative();
    if (!isDetermined(rows)) {
      return null;
    }

    FractionalLogit regression = regression(rows);
    if (!regression.fit()) {
      return null;
    }

    Effect effect = effect(rows, regression);
    if (observations.clustersOf(true) < minClusters
        || observations.clustersOf(false) < minClusters) {
      return new Estimate(effect.value, null, null);
    }

    return effect.estimate(level);
  }

  /** Rows of years, and of clusters held constant, that speak of the theme and of other things. */
  private int[] informative() {
    int[] rows = IntStream.range(0, observations.size()).toArray();
    int before;
    do {
      before = rows.length;
      rows = mixed(rows, false);
      rows = withinClusters ? mixed(rows, true) : rows;
    } while (rows.length < before);
    return rows;
  }

  private int[] mixed(int[] rows, boolean byCluster) {
    int n = byCluster ? observations.nClusters() : observations.nYears();
    long[] own = new long[n];
    long[] all = new long[n];
    for (int row : rows) {
      int category = byCluster ? observations.cluster(row) : observations.year(row);
      own[category] += observations.themeWords(row, theme);
      all[category] += observations.words(row);
    }
    return Arrays.stream(rows)
        .filter(
            row -> {
              int category = byCluster ? observations.cluster(row) : observations.year(row);
              return own[category] > 0 && own[category] < all[category];
            })
        .toArray();
  }

  /** Whether each group speaks of the theme and of other things. */
  private boolean isDetermined(int[] rows) {
    long[] own = new long[2];
    long[] all = new long[2];
    for (int row : rows) {
      int group = observations.ofA(row) ? 0 : 1;
      own[group] += observations.themeWords(row, theme);
      all[group] += observations.words(row);
    }
    return own[0] > 0 && own[0] < all[0] && own[1] > 0 && own[1] < all[1];
  }

  private FractionalLogit regression(int[] rows) {
    double[][] x = new double[rows.length][];
    double[] y = new double[rows.length];
    double[] w = new double[rows.length];
    int[] years = new int[rows.length];
    int[] clusters = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      years[i] = observations.year(rows[i]);
      clusters[i] = observations.cluster(rows[i]);
      w[i] = observations.words(rows[i]);
      y[i] = observations.themeWords(rows[i], theme) / w[i];
    }
    years = dense(years);
    clusters = dense(clusters);
    double[] lengths = lengths(rows, w);
    boolean sameLength = Arrays.stream(lengths).allMatch(length -> Math.abs(length) < 1e-12);
    int first = sameLength ? LENGTH : COVARIATES;
    int others = withinClusters ? Arrays.stream(clusters).max().orElse(0) : 0;
    for (int i = 0; i < rows.length; i++) {
      x[i] = new double[first + others];
      x[i][GROUP] = observations.ofA(rows[i]) ? 1 : 0;
      if (!sameLength) {
        x[i][LENGTH] = lengths[i];
      }
      // The first cluster is what the others are compared with.
      if (withinClusters && clusters[i] > 0) {
        x[i][first + clusters[i] - 1] = 1;
      }
    }
    return new FractionalLogit(x, years, 1 + Arrays.stream(years).max().orElse(-1), y, w);
  }

  /** Logarithms of lengths less their mean, for a better condition. */
  private double[] lengths(int[] rows, double[] weights) {
    double[] lengths =
        Arrays.stream(rows).mapToDouble(row -> StrictMath.log(observations.length(row))).toArray();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < lengths.length; i++) {
      sum += weights[i] * lengths[i];
      all += weights[i];
    }
    double mean = sum / all;
    return Arrays.stream(lengths).map(length -> length - mean).toArray();
  }

  /** The same numbers in the same order, without gaps. */
  private static int[] dense(int[] numbers) {
    int[] places = new int[1 + Arrays.stream(numbers).max().orElse(-1)];
    for (int number : numbers) {
      places[number] = 1;
    }
    int size = 0;
    for (int number = 0; number < places.length; number++) {
      size += places[number];
      places[number] = size - 1;
    }
    return Arrays.stream(numbers).map(number -> places[number]).toArray();
  }

  private Effect effect(int[] rows, FractionalLogit regression) {
    double total = IntStream.range(0, observations.size()).mapToLong(observations::words).sum();
    double slope = regression.coefficients()[GROUP];
    double value = 0;
    double[] inA = new double[rows.length];
    double[] inBoth = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double predictor = regression.predictor(i);
      double weight = observations.words(rows[i]) / total;
      double p = FractionalLogit.mean(predictor + (observations.ofA(rows[i]) ? 0 : slope));
      double q = FractionalLogit.mean(predictor - (observations.ofA(rows[i]) ? slope : 0));
      value += weight * (p - q);
      inA[i] = weight * p * (1 - p);
      inBoth[i] = weight * (p * (1 - p) - q * (1 - q));
    }
    double[] direction = regression.solve(regression.gradientOfMean(inBoth, inA, GROUP));
    double[] moves = new double[observations.nClusters()];
    double[] parts = new double[observations.nClusters()];
    for (int i = 0; i < rows.length; i++) {
      int cluster = observations.cluster(rows[i]);
      double product = regression.product(i, direction);
      moves[cluster] += regression.residual(i) * product;
      parts[cluster] += regression.information(i) * product * product;
    }
    return new Effect(value, moves, parts);
  }

  /** The difference, and for each cluster how it moves it and what it knows about it. */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  private record Effect(double value, double[] moves, double[] parts) {
    Estimate estimate(double level) {
      double all = Arrays.stream(parts).sum();
      int clusters = (int) Arrays.stream(parts).filter(part -> part > 0).count();
      double squares = 0;
      double leverages = 0;
      for (int c = 0; c < parts.length; c++) {
        double leverage = parts[c] / all;
        double move = parts[c] > 0 ? moves[c] / (1 - leverage) : 0;
        squares += move * move;
        leverages += leverage * leverage;
      }
      double error = Math.sqrt(squares * (clusters - 1) / clusters);
      double degrees = 1 / leverages - 1;
      if (!(degrees > 0.5) || !Double.isFinite(error)) {
        return new Estimate(value, null, null);
      }

      if (error == 0) {
        return new Estimate(value, new Interval(value, value, level), value == 0 ? 1.0 : 0.0);
      }

      TDistribution student = TDistribution.of(degrees);
      double half = student.inverseSurvivalProbability((1 - level) / 2) * error;
      double pValue = Math.min(1, 2 * student.survivalProbability(Math.abs(value) / error));
      return new Estimate(
          value, new Interval(value - half, value + half, level).within(-1, 1), pValue);
    }
  }
}
