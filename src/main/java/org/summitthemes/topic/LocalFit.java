package org.summitthemes.topic;

import java.io.Serializable;
import java.util.List;

/**
 * A fit within one thread, of one block: the same sweeps as on a cluster, and the same bits.
 *
 * <p>What is left of it is the model, the trace, the documents' counts and the block's last state.
 */
public final class LocalFit implements Serializable {
  private final TopicModel model;
  private final List<TracePoint> trace;
  private final CountHistogram documents;
  private final Assignments assignments;

  private LocalFit(LdaChain chain, Assignments assignments) {
    this.model = chain.model();
    this.trace = chain.trace();
    this.documents = chain.documents();
    this.assignments = assignments;
  }

  public static LocalFit of(DocumentBlock block, LdaSettings settings, TermPrior prior) {
    var chain = new LdaChain(settings, prior);
    Assignments assignments = Assignments.none(block);
    while (!chain.isFinished()) {
      SweepPlan plan = chain.next();
      assignments = plan.apply(block, assignments);
      chain.absorb(plan.count(block, assignments));
    }
    return new LocalFit(chain, assignments);
  }

  public TopicModel model() {
    return model;
  }

  public List<TracePoint> trace() {
    return trace;
  }

  /** The documents' counts after the last sweep. */
  public CountHistogram documents() {
    return documents;
  }

  /** The block's state after the last sweep. */
  public Assignments assignments() {
    return assignments;
  }
}
