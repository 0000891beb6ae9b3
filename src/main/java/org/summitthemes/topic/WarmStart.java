package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a fit begins that follows a former model: each token's first topic is drawn as the former
 * model would draw it, so that topic k of the new model goes on from the topic it is the heir of,
 * and in all sweeps the former model's counts, times a weight, count beside those of the texts, as
 * if they were texts of their own. They hold the topics where they were and are no part of the
 * result. Terms and topics that the former model does not know start from the prior alone.
 */
public final class WarmStart {
  private final TopicCounts counts;
  private final @Nullable TopicCounts held;
  private final double[] alpha;

  private WarmStart(TopicCounts counts, @Nullable TopicCounts held, double[] alpha) {
    this.counts = counts;
    this.held = held;
    this.alpha = alpha;
  }

  /**
   * The start from a former model.
   *
   * @param topics for each topic of the new model the one it goes on from, or -1
   * @param terms for each term of the new vocabulary its number in the former one, or -1
   * @param weight what a token of the former model counts in the sweeps, from 0 on; 0: nothing
   */
  public static WarmStart of(TopicModel former, int[] topics, int[] terms, double weight) {
    require(topics.length >= 2, "topics must be at least 2: %s", topics.length);
    require(weight >= 0, "weight must be at least 0: %s", weight);
    return new WarmStart(
        counts(former, topics, terms, 1),
        weight == 0 ? null : counts(former, topics, terms, weight),
        alpha(former, topics));
  }

  private static double[] alpha(TopicModel former, int[] topics) {
    double[] known = former.alpha();
    double mean = Arrays.stream(known).sum() / known.length;
    return Arrays.stream(topics).mapToDouble(k -> k < 0 ? mean : known[k]).toArray();
  }

  /** The former model's mean counts times the weight, rounded. */
  private static TopicCounts counts(TopicModel former, int[] topics, int[] terms, double weight) {
    var counts = new TopicCounts(topics.length, terms.length);
    int[] byTerm = counts.byTerm();
    for (int v = 0; v < terms.length; v++) {
      for (int k = 0; k < topics.length; k++) {
        byTerm[v * topics.length + k] =
            terms[v] < 0 || topics[k] < 0
                ? 0
                : Math.toIntExact(
                    Math.round(weight * former.sum(topics[k], terms[v]) / former.samples()));
      }
    }
    return counts;
  }

  /** The counts to draw the first topics by; none without a former model. */
  static @Nullable TopicCounts counts(@Nullable WarmStart start) {
    return start == null ? null : start.counts;
  }

  /** What counts beside the texts in all sweeps but the first assignment. */
  static @Nullable TopicCounts held(@Nullable WarmStart start) {
    return start == null ? null : start.held;
  }

  /** The document prior to begin with. */
  static double[] alpha(@Nullable WarmStart start, LdaSettings settings) {
    return start == null
        ? DocumentPrior.symmetric(settings.topics(), settings.topicPrior())
        : start.alpha.clone();
  }
}
