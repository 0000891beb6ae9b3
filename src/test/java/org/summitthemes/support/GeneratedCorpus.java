package org.summitthemes.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Documents drawn from known topics by the story that a topic model tells: topics from a symmetric
 * Dirichlet distribution over the terms, shares of a document from a Dirichlet distribution over
 * the topics, a topic for each token from the shares, and a term from the topic.
 */
public final class GeneratedCorpus {
  private final double[][] weights;
  private final List<Document> documents;

  private GeneratedCorpus(double[][] weights, List<Document> documents) {
    this.weights = weights;
    this.documents = documents;
  }

  /**
   * @param terms size of the vocabulary
   * @param alpha Dirichlet parameters of the shares, one per topic
   * @param documents number of documents
   * @param length tokens of each document
   * @param seed seed of the random numbers
   */
  public static GeneratedCorpus of(
      int terms, double[] alpha, int documents, int length, long seed) {
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
    double[][] weights = new double[alpha.length][];
    SharedStateDiscreteSampler[] topics = new SharedStateDiscreteSampler[alpha.length];
    var termSampler = DirichletSampler.symmetric(random, terms, 0.05);
    for (int k = 0; k < alpha.length; k++) {
      weights[k] = termSampler.sample();
      topics[k] = AliasMethodDiscreteSampler.of(random, weights[k]);
    }
    var shares = DirichletSampler.of(random, alpha);
    List<Document> list = new ArrayList<>(documents);
    for (int d = 0; d < documents; d++) {
      String id = String.format(Locale.ROOT, "doc-%05d", d);
      list.add(document(id, shares.sample(), topics, length, random));
    }
    return new GeneratedCorpus(weights, list);
  }

  /** The same parameter for every topic. */
  public static double[] symmetric(int topics, double alpha) {
    double[] parameters = new double[topics];
    Arrays.fill(parameters, alpha);
    return parameters;
  }

  private static Document document(
      String id,
      double[] shares,
      SharedStateDiscreteSampler[] topics,
      int length,
      UniformRandomProvider random) {
    var topicSampler = AliasMethodDiscreteSampler.of(random, shares);
    int[] tokens = new int[length];
    int[] topicTokens = new int[topics.length];
    for (int i = 0; i < length; i++) {
      int topic = topicSampler.sample();
      topicTokens[topic]++;
      tokens[i] = topics[topic].sample();
    }
    return new Document(id, tokens, topicTokens);
  }

  /** The true term probabilities, a row for each topic. */
  public double[][] weights() {
    return weights;
  }

  public List<Document> documents() {
    return documents;
  }

  /** A document whose topics are known. */
  public static final class Document {
    private final String id;
    private final int[] tokens;
    private final int[] topicTokens;

    Document(String id, int[] tokens, int[] topicTokens) {
      this.id = id;
      this.tokens = tokens;
      this.topicTokens = topicTokens;
    }

    public String id() {
      return id;
    }

    public int[] tokens() {
      return tokens.clone();
    }

    /** How many tokens were drawn from the topic. */
    public int tokens(int topic) {
      return topicTokens[topic];
    }

    /** The part of the tokens that were drawn from the topic. */
    public double share(int topic) {
      return (double) topicTokens[topic] / tokens.length;
    }
  }
}
