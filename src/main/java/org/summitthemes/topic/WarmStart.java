package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a fit begins that follows a former model: each token's first topic is drawn as the former
 * model would draw it, so that topic k of the new model goes on from the topic it is the heir of.
 * Terms and topics that the former model does not know start from the prior alone.
 */
public final class WarmStart {
  private final TopicCounts counts;
  private final double[] alpha;

  private WarmStart(TopicCounts counts, double[] alpha) {
    this.counts = counts;
    this.alpha = alpha;
  }

  /**
   * The start from a former model.
   *
   * @param topics for each topic of the new model the one it goes on from, or -1
   * @param terms for each term of the new vocabulary its number in the former one, or -1
   */
  public static WarmStart of(TopicModel former, int[] topics, int[] terms) {
    require(topics.length >= 2, "topics must be at least 2: %s", topics.length);
    var counts = new TopicCounts(topics.length, terms.length);
    int[] byTerm = counts.byTerm();
    for (int v = 0; v < terms.length; v++) {
      for (int k = 0; k < topics.length; k++) {
        byTerm[v * topics.length + k] = terms[v] < 0 ? 0 : count(former, topics[k], terms[v]);
      }
    }
    double[] known = former.alpha();
    double mean = Arrays.stream(known).sum() / known.length;
    return new WarmStart(
        counts, Arrays.stream(topics).mapToDouble(k -> k < 0 ? mean : known[k]).toArray());
  }

  /** The counts to draw the first topics by; none without a former model. */
  static @Nullable TopicCounts counts(@Nullable WarmStart start) {
    return start == null ? null : start.counts;
  }

  /** The document prior to begin with. */
  static double[] alpha(@Nullable WarmStart start, LdaSettings settings) {
    return start == null
        ? DocumentPrior.symmetric(settings.topics(), settings.topicPrior())
        : start.alpha.clone();
  }

  private static int count(TopicModel former, int topic, int term) {
    return topic < 0 ? 0 : (int) (former.sum(topic, term) / former.samples());
  }
}
