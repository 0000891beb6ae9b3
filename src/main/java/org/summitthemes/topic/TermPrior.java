package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Dirichlet prior of the terms of each topic: the same small mass for every term, and
 * additional mass for a topic's seed terms.
 *
 * <p>A seed is no exclusive claim: a term may be a seed of several topics, and every topic may use
 * every term.
 */
public final class TermPrior implements Serializable {
  private final int terms;
  private final double base;
  private final int[][] seedTerms;
  private final double[][] seedMasses;
  private final double[] totals;

  private TermPrior(int terms, double base, int[][] seedTerms, double[][] seedMasses) {
    this.terms = terms;
    this.base = base;
    this.seedTerms = seedTerms;
    this.seedMasses = seedMasses;
    this.totals = Arrays.stream(seedMasses).mapToDouble(m -> terms * base + sum(m)).toArray();
  }

  /**
   * @param topics number of topics
   * @param terms size of the vocabulary, at least 1
   * @param base prior mass of every term, above 0
   * @param seeds for each topic, in order, the additional mass of its seed terms; topics beyond the
   *     list have none
   */
  public static TermPrior of(
      int topics, int terms, double base, List<? extends Map<Integer, Double>> seeds) {
    require(terms >= 1, "the vocabulary must have at least 1 term: %s", terms);
    require(base > 0 && base < Double.POSITIVE_INFINITY, "term prior must be above 0: %s", base);
    require(
        seeds.size() <= topics,
        "there are more seeded topics (%s) than topics (%s)",
        seeds.size(),
        topics);
    int[][] seedTerms = new int[topics][0];
    double[][] seedMasses = new double[topics][0];
    for (int k = 0; k < seeds.size(); k++) {
      var sorted = new TreeMap<Integer, Double>(seeds.get(k));
      sorted.forEach((term, mass) -> requireSeed(term, mass, terms));
      seedTerms[k] = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
      seedMasses[k] = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
    return new TermPrior(terms, base, seedTerms, seedMasses);
  }

  private static void requireSeed(int term, double mass, int terms) {
    require(term >= 0 && term < terms, "seed term must be in [0, %s): %s", terms, term);
    require(
        mass >= 0 && mass < Double.POSITIVE_INFINITY,
        "mass of seed term %s must be at least 0 and finite: %s",
        term,
        mass);
  }

  public int topics() {
    return seedTerms.length;
  }

  public int terms() {
    return terms;
  }

  /** The prior mass of a term that is no seed. */
  public double base() {
    return base;
  }

  /** The prior mass of the term in the topic. */
  public double mass(int topic, int term) {
    int position = Arrays.binarySearch(seedTerms[topic], term);
    return position < 0 ? base : base + seedMasses[topic][position];
  }

  public boolean isSeed(int topic, int term) {
    return Arrays.binarySearch(seedTerms[topic], term) >= 0;
  }

  /** The prior mass of all terms in the topic. */
  public double total(int topic) {
    return totals[topic];
  }

  /** The seed terms of the topic, ascending. */
  public int[] seedTerms(int topic) {
    return seedTerms[topic].clone();
  }

  /** The additional masses of the topic's seed terms, in their order. */
  public double[] seedMasses(int topic) {
    return seedMasses[topic].clone();
  }

  /** Adds the additional mass, times a factor per topic, to the rows of the terms in [from, to). */
  void addSeeds(float[] byTerm, int from, int to, double[] factors) {
    int topics = topics();
    for (int k = 0; k < topics; k++) {
      int[] seeds = seedTerms[k];
      int first = Arrays.binarySearch(seeds, from);
      for (int i = first < 0 ? -first - 1 : first; i < seeds.length && seeds[i] < to; i++) {
        byTerm[seeds[i] * topics + k] += (float) (seedMasses[k][i] * factors[k]);
      }
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
