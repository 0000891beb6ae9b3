package org.summitthemes.topic;

import java.util.Arrays;

/**
 * How typical each term is of each topic.
 *
 * <ul>
 *   <li><em>Exclusivity</em> of a term in a topic is the topic's part of the term's weights over
 *       all topics, φ<sub>kv</sub> / Σ<sub>j</sub> φ<sub>jv</sub>, in (0, 1). That of a topic is
 *       the mean over its top terms.
 *   <li><em>FREX</em> is the harmonic mean of two ranks within the topic, of the weight and of the
 *       exclusivity; a rank is the share of the vocabulary whose value is not larger, in (0, 1].
 *   <li><em>Effective terms</em> of a topic is the number of equally probable terms that would be
 *       as concentrated, 1 / Σ<sub>v</sub> φ<sub>kv</sub>², from 1 to the size of the vocabulary.
 * </ul>
 *
 * <p>References: Bischof, Airoldi, "Summarizing topical content with word frequency and
 * exclusivity", ICML 2012; the diagnostics of Mallet.
 */
public final class TermScores {
  private final double[][] weights;
  private final double[] sums;

  /**
   * @param weights a row of term probabilities, all above 0, for each topic
   */
  public TermScores(double[][] weights) {
    this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    this.sums = new double[weights[0].length];
    for (double[] row : weights) {
      for (int v = 0; v < sums.length; v++) {
        sums[v] += row[v];
      }
    }
  }

  /** The topic's part of the term's weights, in (0, 1). */
  public double exclusivity(int topic, int term) {
    return weights[topic][term] / sums[term];
  }

  /** The mean exclusivity of the topic's n terms of largest weight, in (0, 1). */
  public double exclusivity(int topic, int[] topTerms) {
    return Arrays.stream(topTerms).mapToDouble(v -> exclusivity(topic, v)).sum() / topTerms.length;
  }

  /** The FREX score of each term in the topic, in (0, 1]. */
  public double[] frex(int topic) {
    double[] exclusivities = new double[sums.length];
    Arrays.setAll(exclusivities, v -> exclusivity(topic, v));
    double[] byExclusivity = ranks(exclusivities);
    double[] byWeight = ranks(weights[topic]);
    double[] scores = new double[sums.length];
    Arrays.setAll(scores, v -> 2 / (1 / byExclusivity[v] + 1 / byWeight[v]));
    return scores;
  }

  /** The number of equally probable terms that would be as concentrated as the topic. */
  public double effectiveTerms(int topic) {
    double squares = 0;
    for (double weight : weights[topic]) {
      squares += weight * weight;
    }
    return 1 / squares;
  }

  /** For each value the share of values that are not larger. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    Arrays.setAll(ranks, i -> (double) notLarger(sorted, values[i]) / sorted.length);
    return ranks;
  }

  private static int notLarger(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
