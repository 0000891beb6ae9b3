package org.summitthemes.topic;

import java.util.Arrays;

/**
 * How many times as probable a term is in a topic as in all topics together: <em>lift</em>,
 * φ<sub>kv</sub> / p<sub>v</sub> with p<sub>v</sub> = Σ<sub>j</sub> n<sub>j</sub> φ<sub>jv</sub> /
 * Σ<sub>j</sub> n<sub>j</sub>; above 0 and at most n / n<sub>k</sub>; 1 for a term that is
 * everywhere alike. Readers who weigh it against the probability get the <em>relevance</em> λ ln
 * φ<sub>kv</sub> + (1 - λ) ln lift.
 *
 * <p>Reference: Sievert, Shirley, "LDAvis: A method for visualizing and interpreting topics",
 * Workshop on Interactive Language Learning, Visualization, and Interfaces 2014.
 */
public final class TermLift {
  private final double[][] weights;
  private final double[] overall;

  /**
   * @param weights a row of term probabilities, all above 0, for each topic
   * @param tokens the topics' sizes, of which one at least is above 0
   */
  public TermLift(double[][] weights, double[] tokens) {
    if (weights.length != tokens.length) {
      throw new IllegalArgumentException(
          "every topic must have a size: " + weights.length + ", " + tokens.length);
    }

    double all = Arrays.stream(tokens).sum();
    this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    this.overall = new double[weights[0].length];
    for (int k = 0; k < weights.length; k++) {
      for (int v = 0; v < overall.length; v++) {
        overall[v] += tokens[k] / all * weights[k][v];
      }
    }
  }

  /** The lift of the term in the topic, above 0. */
  public double of(int topic, int term) {
    return weights[topic][term] / overall[term];
  }
}
