package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.Arrays;

/**
 * Which topics of a new model go on from which of a former one.
 *
 * <p>Two topics are as similar as the mean of two shares: one minus the Jensen-Shannon divergence
 * of their terms in bits, and the passages they have in common among those that either has
 * (Jaccard). The one-to-one matching with the largest sum of similarities continues topics, if a
 * pair reaches {@value #LEAST_SIMILARITY}. A topic without a former one is <em>split</em> from the
 * former topic that most of its passages come from, if that one continues elsewhere, and born
 * otherwise. A former topic without an heir is <em>merged</em> into the topic that most of its
 * passages go to, and retired.
 */
public final class Succession {
  /** Below this two topics are not the same one. */
  public static final double LEAST_SIMILARITY = 0.4;

  /** No former topic, or no new one. */
  public static final int NONE = -1;

  private final double[][] similarities;
  private final long[][] passages;
  private final int[] formerOf;
  private final int[] heirOf;

  /**
   * Matches the topics.
   *
   * @param former term distributions of the former topics, over the same terms as the new ones
   * @param fresh term distributions of the new topics
   * @param passages number of passages by former and new main topic
   */
  public Succession(double[][] former, double[][] fresh, long[][] passages) {
    require(
        passages.length == former.length,
        "there must be %s rows of passages: %s",
        former.length,
        passages.length);
    this.passages = passages;
    this.similarities = similarities(former, fresh, passages);
    this.formerOf = filled(fresh.length);
    this.heirOf = filled(former.length);
    match();
  }

  /** The former topic that the new one continues, or {@link #NONE}. */
  public int continued(int fresh) {
    return formerOf[fresh];
  }

  /** The former topic that the new one was split from, or {@link #NONE}. */
  public int splitFrom(int fresh) {
    int from = largest(column(fresh));
    boolean most = from != NONE && 2 * passages[from][fresh] > sum(column(fresh));
    return formerOf[fresh] == NONE && most && heirOf[from] != NONE ? from : NONE;
  }

  /** The new topic that the former one was merged into, or {@link #NONE}. */
  public int mergedInto(int former) {
    int into = largest(passages[former]);
    boolean most = into != NONE && 2 * passages[former][into] > sum(passages[former]);
    return heirOf[former] == NONE && most ? into : NONE;
  }

  /** Whether the former topic has no heir. */
  public boolean isRetired(int former) {
    return heirOf[former] == NONE;
  }

  /** How similar two topics are, in [0, 1]. */
  public double similarity(int former, int fresh) {
    return similarities[former][fresh];
  }

  private void match() {
    boolean wide = heirOf.length <= formerOf.length;
    int[] matches = HungarianMethod.assign(costs(wide));
    for (int i = 0; i < matches.length; i++) {
      int former = wide ? i : matches[i];
      int fresh = wide ? matches[i] : i;
      if (similarities[former][fresh] >= LEAST_SIMILARITY) {
        heirOf[former] = fresh;
        formerOf[fresh] = former;
      }
    }
  }

  private double[][] costs(boolean wide) {
    double[][] costs = new double[wide ? heirOf.length : formerOf.length][];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = new double[wide ? formerOf.length : heirOf.length];
      for (int j = 0; j < costs[i].length; j++) {
        costs[i][j] = 1 - (wide ? similarities[i][j] : similarities[j][i]);
      }
    }
    return costs;
  }

  private static double[][] similarities(double[][] former, double[][] fresh, long[][] passages) {
    double[][] similarities = new double[former.length][fresh.length];
    for (int i = 0; i < former.length; i++) {
      for (int j = 0; j < fresh.length; j++) {
        double terms = 1 - TopicAlignment.divergenceBits(former[i], fresh[j]);
        similarities[i][j] = (terms + jaccard(passages, i, j, terms)) / 2;
      }
    }
    return similarities;
  }

  /** Without any passage the terms alone decide. */
  private static double jaccard(long[][] passages, int former, int fresh, double otherwise) {
    long either = sum(passages[former]) - passages[former][fresh];
    for (long[] row : passages) {
      either += row[fresh];
    }
    return either == 0 ? otherwise : (double) passages[former][fresh] / either;
  }

  private long[] column(int fresh) {
    return Arrays.stream(passages).mapToLong(row -> row[fresh]).toArray();
  }

  private static int largest(long[] values) {
    int largest = NONE;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0 && (largest == NONE || values[i] > values[largest])) {
        largest = i;
      }
    }
    return largest;
  }

  private static long sum(long[] values) {
    return Arrays.stream(values).sum();
  }

  private static int[] filled(int length) {
    int[] none = new int[length];
    Arrays.fill(none, NONE);
    return none;
  }
}
