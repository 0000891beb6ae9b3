package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.Arrays;

/**
 * The tokens of one document, or of several together, that belong to one topic: one count per
 * posterior sample.
 *
 * <p>The share is the topic's part of the tokens. Its credible interval is read off the samples: if
 * the truth is one more draw from the posterior, it is as likely to fall below the smallest of S
 * samples as between any two neighbours, so that the i-th smallest is the quantile i / (S + 1)
 * (Hyndman and Fan's type 6), and values between are interpolated. S samples can therefore carry
 * intervals of a level up to (S - 1) / (S + 1): 19 samples are enough for 90 %.
 */
public final class TopicTokens {
  private final int topic;
  private final int[] samples;
  private final int length;

  /**
   * @param topic the topic
   * @param samples tokens in the topic by sample, in a fixed order of the samples
   * @param length tokens in all topics, above 0
   */
  public TopicTokens(int topic, int[] samples, int length) {
    require(samples.length > 0, "there must be at least one sample");
    require(length > 0, "length must be above 0: %s", length);
    this.topic = topic;
    this.samples = samples.clone();
    this.length = length;
  }

  public int topic() {
    return topic;
  }

  /** Tokens of the document in all topics. */
  public int length() {
    return length;
  }

  /** Tokens in the topic, by sample. */
  public int[] samples() {
    return samples.clone();
  }

  /** Tokens in the topic in the last sample. */
  public int last() {
    return samples[samples.length - 1];
  }

  /** The posterior mean of the topic's share of the tokens, in [0, 1]. */
  public double share() {
    return (double) Arrays.stream(samples).asLongStream().sum() / ((long) samples.length * length);
  }

  /** The quantile of the share, in [0, 1], for p in [0, 1]. */
  public double quantile(double p) {
    require(p >= 0 && p <= 1, "p must be in [0, 1]: %s", p);
    int[] sorted = samples.clone();
    Arrays.sort(sorted);
    double position = Math.min(Math.max(p * (sorted.length + 1) - 1, 0), sorted.length - 1.0);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return (sorted[below] + (position - below) * (sorted[above] - sorted[below])) / length;
  }
}
