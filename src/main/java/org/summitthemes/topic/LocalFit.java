package org.summitthemes.topic;

import java.io.Serializable;

/** A fit within one thread, of one block: the same sweeps as on a cluster, and the same bits. */
public final class LocalFit implements Serializable {
  private final FitResult result;
  private final Assignments assignments;

  private LocalFit(FitResult result, Assignments assignments) {
    this.result = result;
    this.assignments = assignments;
  }

  public static LocalFit of(DocumentBlock block, LdaSettings settings, TermPrior prior) {
    return of(block, new LdaChain(settings, prior));
  }

  private static LocalFit of(DocumentBlock block, LdaChain chain) {
    Assignments assignments = Assignments.none(block);
    while (!chain.isFinished()) {
      SweepPlan plan = chain.next();
      assignments = plan.apply(block, assignments);
      chain.absorb(plan.count(block, assignments));
    }
    return new LocalFit(chain.result(), assignments);
  }

  public FitResult result() {
    return result;
  }

  /** The block's state after the last sweep. */
  public Assignments assignments() {
    return assignments;
  }
}
