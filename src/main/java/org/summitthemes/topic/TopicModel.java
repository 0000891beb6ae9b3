package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fitted topic model: integer counts of terms by topic, added up over the posterior samples, and
 * the two priors.
 *
 * <p>The weight of term v in topic k is the posterior mean of its probability,
 *
 * <pre>
 * φ_kv = (n_kv + β_kv) / (n_k + Σ_v β_kv)
 * </pre>
 *
 * with n the mean count of the samples and β the term prior.
 */
public final class TopicModel implements Serializable {
  private final long[] sums;
  private final int samples;
  private final double[] alpha;
  private final TermPrior prior;
  private final long[] totals;
  private transient @Nullable TopicTable table;

  /**
   * @param sums tokens of each term in each topic, added up over the samples; by term, then topic
   * @param samples number of samples
   * @param alpha document prior
   * @param prior term prior
   */
  public TopicModel(long[] sums, int samples, double[] alpha, TermPrior prior) {
    require(
        sums.length == (long) prior.topics() * prior.terms(),
        "there must be %s × %s counts: %s",
        prior.topics(),
        prior.terms(),
        sums.length);
    require(
        alpha.length == prior.topics(),
        "there must be %s parameters of the document prior: %s",
        prior.topics(),
        alpha.length);
    require(samples >= 1, "samples must be at least 1: %s", samples);
    this.sums = sums.clone();
    this.samples = samples;
    this.alpha = alpha.clone();
    this.prior = prior;
    this.totals = totals(sums, alpha.length);
  }

  public int topics() {
    return prior.topics();
  }

  public int terms() {
    return prior.terms();
  }

  /** Number of posterior samples that the counts are added up over. */
  public int samples() {
    return samples;
  }

  /** The Dirichlet prior of a document's topics. */
  public double[] alpha() {
    return alpha.clone();
  }

  public TermPrior prior() {
    return prior;
  }

  /** Tokens of the term in the topic, added up over the samples. */
  public long sum(int topic, int term) {
    return sums[term * topics() + topic];
  }

  /** Mean number of tokens in the topic. */
  public double tokens(int topic) {
    return (double) totals[topic] / samples;
  }

  /** The probability of the term in the topic. */
  public double weight(int topic, int term) {
    return ((double) sum(topic, term) / samples + prior.mass(topic, term))
        / (tokens(topic) + prior.total(topic));
  }

  /** The probability of each term in the topic. */
  public double[] weights(int topic) {
    return IntStream.range(0, terms()).mapToDouble(v -> weight(topic, v)).toArray();
  }

  /** The probability of each term in each topic: a row for each topic. */
  public double[][] weights() {
    return IntStream.range(0, topics()).mapToObj(this::weights).toArray(double[][]::new);
  }

  /** The topic's terms of largest weight, ties by term id; fewer if the vocabulary is smaller. */
  public int[] topTerms(int topic, int n) {
    return top(weights(topic), n);
  }

  /** The positions of the n largest values, ties by position. */
  static int[] top(double[] values, int n) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(v -> -values[v]).thenComparing(v -> v))
        .limit(n)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The posterior mean of a document's topic shares, (n_k + α_k) / (N + Σ α): defined for every
   * document, and the prior mean for one without tokens. Sums to 1.
   */
  public double[] shares(List<TopicTokens> document) {
    double[] shares = alpha.clone();
    for (TopicTokens topic : document) {
      shares[topic.topic()] += topic.share() * topic.length();
    }
    return normalized(shares);
  }

  /** The values, divided in place by their sum. */
  static double[] normalized(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  /** Equal for models that are equal to the bit. */
  public long fingerprint() {
    long counts = 31L * Arrays.hashCode(sums) + samples;
    return 0x9e3779b97f4a7c15L * counts + Arrays.hashCode(alpha);
  }

  /** The table for documents that are not counted in the model; built once in a process. */
  synchronized TopicTable table() {
    if (table == null) {
      table = TopicTable.of(this);
    }

    return table;
  }

  private static long[] totals(long[] sums, int topics) {
    long[] totals = new long[topics];
    for (int i = 0; i < sums.length; i++) {
      totals[i % topics] += sums[i];
    }
    return totals;
  }
}
