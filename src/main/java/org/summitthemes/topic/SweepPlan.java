package org.summitthemes.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * All that the blocks need for one sweep, the same for every block. Applied again to the same block
 * and state, wherever and whenever, it yields the same new state.
 */
public final class SweepPlan implements Serializable {
  private final LdaSettings settings;
  private final int sweep;
  private final TermPrior prior;
  private final double[] alpha;
  private final @Nullable TopicCounts counts;
  private transient @Nullable TopicTable table;
  private transient @Nullable Queue<BlockSweep> running;

  SweepPlan(
      LdaSettings settings,
      int sweep,
      TermPrior prior,
      double[] alpha,
      @Nullable TopicCounts counts) {
    this.settings = settings;
    this.sweep = sweep;
    this.prior = prior;
    this.alpha = alpha.clone();
    this.counts = counts;
  }

  /** The number of the sweep; 0 is the first assignment. */
  public int sweep() {
    return sweep;
  }

  /** The block's state after the sweep. */
  public Assignments apply(DocumentBlock block, Assignments before) {
    short[] topics =
        together(
            new BlockSweep(
                block, table().awaitBuilt(), settings.seed(), sweep, before.topics().clone()));
    return new Assignments(topics, samples(block, before.samples(), topics));
  }

  /** Sweeps the block, and helps with those that other threads of this process are at. */
  private short[] together(BlockSweep own) {
    Queue<BlockSweep> all = running();
    all.add(own);
    try {
      own.help();
      all.forEach(BlockSweep::help);
      return own.topics();
    } finally {
      all.remove(own);
    }
  }

  /** What the block adds to the counts after the sweep. */
  public SweepCounts count(DocumentBlock block, Assignments after) {
    int topics = settings.topics();
    return new SweepCounts(
        TopicCounts.of(block, after.topics(), topics, prior.terms()),
        settings.tracesAt(sweep) ? CountHistogram.of(block, after.topics(), topics) : null);
  }

  /** Lets go of what this process built for the sweep; it is built again if needed again. */
  public synchronized void release() {
    table = null;
    running = null;
  }

  private byte[][] samples(DocumentBlock block, byte[][] before, short[] topics) {
    if (!settings.documentSamples() || !settings.samplesAt(sweep)) {
      return before;
    }

    byte[][] samples = Arrays.copyOf(before, before.length + 1);
    samples[before.length] = PosteriorSamples.encode(block, topics, settings.topics());
    return samples;
  }

  private synchronized Queue<BlockSweep> running() {
    if (running == null) {
      running = new ConcurrentLinkedQueue<>();
    }

    return running;
  }

  private synchronized TopicTable table() {
    if (table == null) {
      table =
          counts == null ? TopicTable.initial(prior, alpha) : TopicTable.of(counts, prior, alpha);
    }

    return table;
  }
}
