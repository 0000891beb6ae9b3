package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.stream.IntStream;

/**
 * Finds which topic of one model corresponds to which of another: the one-to-one matching with the
 * smallest sum of Jensen-Shannon divergences between the term distributions.
 */
public final class TopicAlignment {
  private static final double LN2 = StrictMath.log(2);

  private final double[][] divergences;
  private final int[] matches;

  /**
   * @param left term distributions of one model, a row for each topic
   * @param right those of the other, over the same terms; at least as many rows
   */
  public TopicAlignment(double[][] left, double[][] right) {
    require(
        left.length <= right.length,
        "the first model must not have more topics (%s) than the second (%s)",
        left.length,
        right.length);
    this.divergences = new double[left.length][right.length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        divergences[i][j] = divergenceBits(left[i], right[j]);
      }
    }
    this.matches = HungarianMethod.assign(divergences);
  }

  /** For each topic of the first model its match in the second. */
  public int[] matches() {
    return matches.clone();
  }

  /** Jensen-Shannon divergence of the topic and its match, in bits, in [0, 1]. */
  public double divergence(int topic) {
    return divergences[topic][matches[topic]];
  }

  /** The mean divergence of all topics and their matches, in bits, in [0, 1]. */
  public double meanDivergence() {
    return IntStream.range(0, matches.length).mapToDouble(this::divergence).sum() / matches.length;
  }

  /** The Jensen-Shannon divergence of two distributions over the same terms, in bits. */
  static double divergenceBits(double[] left, double[] right) {
    require(left.length == right.length, "lengths differ: %s, %s", left.length, right.length);
    double sum = 0;
    for (int v = 0; v < left.length; v++) {
      double middle = (left[v] + right[v]) / 2;
      sum += part(left[v], middle) + part(right[v], middle);
    }
    return Math.min(1, Math.max(0, sum / (2 * LN2)));
  }

  private static double part(double p, double middle) {
    return p == 0 ? 0 : p * StrictMath.log(p / middle);
  }
}
