package org.summitthemes.topic;

import java.util.Arrays;

/**
 * The topics' term weights, frozen, and one alias table per term from which a topic is drawn in
 * constant time in proportion to document prior × weight.
 *
 * <p>The table is built once a sweep and shared by all threads of a process: whoever calls {@link
 * #awaitBuilt} takes part in the building, a slice of the vocabulary at a time. Rows are flat
 * arrays by term, so that a token touches one short stretch of memory. Because the weights don't
 * change while a document is sampled, a draw from the alias table is exact and needs no correction.
 *
 * <p>References: Walker, "New fast method for generating discrete random numbers with arbitrary
 * frequency distributions", Electronics Letters 1974; Vose, "A linear algorithm for generating
 * random numbers with a given distribution", IEEE TSE 1991.
 */
final class TopicTable {
  private static final int SLICE = 256;

  final int topics;
  final double[] alpha;

  /** Weights by term, then topic. */
  final float[] weights;

  /** For each term the sum over topics of alpha × weight. */
  final double[] smoothing;

  /** For each cell of a term's alias table the probability to stay in it. */
  final float[] stay;

  /** For each cell of a term's alias table the topic to go to otherwise. */
  final short[] alias;

  /** A token leaves its own count out of the weight w of its topic: w × ownFactor - ownShare. */
  final double[] ownFactor;

  final double[] ownShare;

  private final int terms;
  private final Rows rows;
  private final Slices slices;

  /** Writes the weights of the terms in [from, to). */
  private interface Rows {
    void fill(float[] weights, int from, int to);
  }

  private TopicTable(int terms, double[] alpha, double[] ownFactor, double[] ownShare, Rows rows) {
    this.topics = alpha.length;
    this.terms = terms;
    this.alpha = alpha;
    this.ownFactor = ownFactor;
    this.ownShare = ownShare;
    this.rows = rows;
    this.weights = new float[topics * terms];
    this.stay = new float[topics * terms];
    this.alias = new short[topics * terms];
    this.smoothing = new double[terms];
    this.slices = new Slices((terms + SLICE - 1) / SLICE);
  }

  /**
   * For the first assignment, when nothing is counted yet: a seed term prefers its topics, any
   * other term goes with its document.
   */
  static TopicTable initial(TermPrior prior, double[] alpha) {
    double[] ones = filled(alpha.length, 1);
    return new TopicTable(
        prior.terms(),
        alpha,
        ones,
        new double[alpha.length],
        (weights, from, to) -> {
          Arrays.fill(weights, from * alpha.length, to * alpha.length, (float) prior.base());
          prior.addSeeds(weights, from, to, ones);
        });
  }

  /** For a sweep over the counted documents: a token leaves out its own count. */
  static TopicTable of(TopicCounts counts, TermPrior prior, double[] alpha) {
    double[] ownFactor = new double[alpha.length];
    double[] ownShare = new double[alpha.length];
    double[] perTopic = new double[alpha.length];
    long[] totals = counts.totals();
    for (int k = 0; k < alpha.length; k++) {
      double total = totals[k] + prior.total(k);
      perTopic[k] = 1 / total;
      ownFactor[k] = total / (total - 1);
      ownShare[k] = 1 / (total - 1);
    }
    return new TopicTable(
        prior.terms(),
        alpha,
        ownFactor,
        ownShare,
        (weights, from, to) -> {
          int[] byTerm = counts.byTerm();
          for (int v = from, i = from * alpha.length; v < to; v++) {
            for (int k = 0; k < alpha.length; k++, i++) {
              weights[i] = (float) ((byTerm[i] + prior.base()) * perTopic[k]);
            }
          }
          prior.addSeeds(weights, from, to, perTopic);
        });
  }

  /** For documents that are not counted in the model. */
  static TopicTable of(TopicModel model) {
    int topics = model.topics();
    return new TopicTable(
        model.terms(),
        model.alpha(),
        filled(topics, 1),
        new double[topics],
        (weights, from, to) -> {
          for (int v = from, i = from * topics; v < to; v++) {
            for (int k = 0; k < topics; k++, i++) {
              weights[i] = (float) model.weight(k, v);
            }
          }
        });
  }

  /** Builds what is left to build, together with the other threads that call this, and waits. */
  TopicTable awaitBuilt() {
    var scratch = new AliasBuilder(topics);
    slices.help(slice -> build(slice * SLICE, Math.min(terms, (slice + 1) * SLICE), scratch));
    slices.await();
    return this;
  }

  private void build(int from, int to, AliasBuilder scratch) {
    rows.fill(weights, from, to);
    for (int v = from; v < to; v++) {
      smoothing[v] = scratch.build(alpha, weights, v * topics, stay, alias);
    }
  }

  /** A topic for the term in proportion to alpha × weight. */
  int drawSmoothing(int term, RandomStream random) {
    long scaled = (random.nextLong() >>> 32) * topics;
    int cell = (int) (scaled >>> 32);
    int entry = term * topics + cell;
    return (scaled & 0xffffffffL) * 0x1.0p-32 < stay[entry] ? cell : alias[entry];
  }

  private static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }
}
