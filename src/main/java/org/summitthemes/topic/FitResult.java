package org.summitthemes.topic;

import java.io.Serializable;
import java.util.List;

/** What a fit has found, without the documents' topics. */
public final class FitResult implements Serializable {
  private final TopicModel model;
  private final List<TracePoint> trace;
  private final CountHistogram documents;

  FitResult(TopicModel model, List<TracePoint> trace, CountHistogram documents) {
    this.model = model;
    this.trace = List.copyOf(trace);
    this.documents = documents;
  }

  public TopicModel model() {
    return model;
  }

  /** The likelihood as it developed. */
  public List<TracePoint> trace() {
    return trace;
  }

  /** The documents' counts after the last sweep. */
  public CountHistogram documents() {
    return documents;
  }
}
