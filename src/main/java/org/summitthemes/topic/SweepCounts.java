package org.summitthemes.topic;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a sweep tells the driver of a block, and, added up, of the corpus: integers only. */
public final class SweepCounts implements Serializable {
  private final TopicCounts topics;
  private final @Nullable CountHistogram documents;

  SweepCounts(TopicCounts topics, @Nullable CountHistogram documents) {
    this.topics = topics;
    this.documents = documents;
  }

  TopicCounts topics() {
    return topics;
  }

  /** The documents' counts, if the plan of the sweep asked for them. */
  @Nullable CountHistogram documents() {
    return documents;
  }

  /** Adds the other counts to these. */
  public SweepCounts add(SweepCounts other) {
    topics.add(other.topics);
    if (documents != null && other.documents != null) {
      documents.add(other.documents);
    }

    return this;
  }
}
