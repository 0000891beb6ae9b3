package org.summitthemes.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a fit that is in one place: hands out the plan of the next sweep, takes in the counts
 * of all blocks, fits the document prior, and adds up the posterior samples.
 *
 * <p>The blocks may be anywhere, as long as each applies each plan to its state. How the documents
 * are spread over blocks doesn't change the outcome in a single bit.
 */
public final class LdaChain {
  /** No parameter of the document prior falls below this part of its start. */
  private static final double FLOOR = 0.01;

  private final LdaSettings settings;
  private final TermPrior prior;
  private final @Nullable TopicCounts held;
  private final long[] sums;
  private final List<TracePoint> trace = new ArrayList<>();
  private double[] alpha;
  private @Nullable TopicCounts counts;
  private @Nullable CountHistogram documents;
  private int sweep;

  public LdaChain(LdaSettings settings, TermPrior prior) {
    this(settings, prior, null);
  }

  /**
   * @param start former model to go on from; null to start from the seeds alone
   */
  public LdaChain(LdaSettings settings, TermPrior prior, @Nullable WarmStart start) {
    Arguments.require(
        settings.topics() == prior.topics(),
        "the term prior has %s topics instead of %s",
        prior.topics(),
        settings.topics());
    this.settings = settings;
    this.prior = prior;
    this.alpha = WarmStart.alpha(start, settings);
    this.counts = WarmStart.counts(start);
    this.held = WarmStart.held(start);
    this.sums = new long[settings.topics() * prior.terms()];
  }

  public boolean isFinished() {
    return sweep > settings.sweeps();
  }

  /** The plan of the next sweep. */
  public SweepPlan next() {
    boolean holds = sweep > 0 && held != null && counts != null;
    return new SweepPlan(settings, sweep, prior, alpha, holds ? counts.plus(held) : counts);
  }

  /** Takes in the counts of all blocks after the sweep. */
  public void absorb(SweepCounts swept) {
    counts = swept.topics();
    if (swept.documents() != null) {
      absorb(swept.topics(), swept.documents());
    }

    if (settings.samplesAt(sweep)) {
      addSample(swept.topics().byTerm());
    }

    sweep++;
  }

  /** What was found, once all sweeps are done. */
  public FitResult result() {
    if (!isFinished()) {
      throw new IllegalStateException("The chain stands before sweep " + sweep);
    }

    return new FitResult(
        new TopicModel(sums, settings.samples(), alpha, prior),
        trace,
        Objects.requireNonNull(documents));
  }

  private void absorb(TopicCounts topics, CountHistogram histogram) {
    documents = histogram;
    trace.add(
        new TracePoint(
            sweep, LogLikelihood.perToken(topics, histogram, prior, alpha), concentration()));
    if (settings.fitsPriorAt(sweep)) {
      alpha =
          DocumentPrior.optimize(
              alpha, histogram, FLOOR * settings.topicPrior() / settings.topics());
    }
  }

  private void addSample(int[] byTerm) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += byTerm[i];
    }
  }

  private double concentration() {
    double sum = 0;
    for (double parameter : alpha) {
      sum += parameter;
    }
    return sum;
  }
}
