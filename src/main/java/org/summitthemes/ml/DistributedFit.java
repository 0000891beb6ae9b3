package org.summitthemes.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.summitthemes.topic.Assignments;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.FitResult;
import org.summitthemes.topic.LdaChain;
import org.summitthemes.topic.LdaSettings;
import org.summitthemes.topic.LocalFit;
import org.summitthemes.topic.SweepCounts;
import org.summitthemes.topic.SweepPlan;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.WarmStart;

/**
 * Fits a topic model to blocks of documents: each sweep is one job that takes every block from one
 * state to the next and adds up the counts. A single block is swept to the end in one task.
 *
 * <p>The state stays in the partitions. A block that is lost is brought back to the same state by
 * applying the same plans again from the last checkpoint on; that is why the broadcast plans are
 * kept until the next one.
 */
final class DistributedFit {
  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext spark;
  private final JavaRDD<DocumentBlock> blocks;
  private final int checkpointEvery;
  private final Checkpoints checkpoints;
  private final List<Broadcast<SweepPlan>> plans = new ArrayList<>();
  private JavaRDD<Assignments> state;
  private JavaRDD<Assignments> checkpointed;

  private DistributedFit(JavaRDD<DocumentBlock> blocks, int checkpointEvery) {
    this.spark = JavaSparkContext.fromSparkContext(blocks.context());
    this.blocks = blocks;
    this.checkpointEvery = checkpointEvery;
    this.checkpoints = new Checkpoints(spark);
    this.state = blocks.map(Assignments::none);
    this.checkpointed = state;
  }

  /**
   * What a fit leaves behind.
   *
   * @param result what was found
   * @param assignments the blocks' last states
   * @param release lets go of the states
   */
  record Outcome(FitResult result, JavaRDD<Assignments> assignments, Runnable release) {}

  /**
   * @param start former model to go on from; null to start from the seeds alone
   */
  static Outcome run(
      JavaRDD<DocumentBlock> blocks,
      LdaSettings settings,
      TermPrior prior,
      @Nullable WarmStart start,
      int checkpointEvery) {
    return start == null && blocks.getNumPartitions() == 1
        ? inOneTask(blocks, settings, prior)
        : new DistributedFit(blocks, checkpointEvery)
            .sweepAll(settings, new LdaChain(settings, prior, start));
  }

  private static Outcome inOneTask(
      JavaRDD<DocumentBlock> blocks, LdaSettings settings, TermPrior prior) {
    JavaRDD<LocalFit> fits =
        blocks
            .map(block -> LocalFit.of(block, settings, prior))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Outcome(
        fits.map(LocalFit::result).first(),
        fits.map(LocalFit::assignments),
        () -> fits.unpersist(false));
  }

  private Outcome sweepAll(LdaSettings settings, LdaChain chain) {
    String description = spark.getLocalProperty(DESCRIPTION);
    while (!chain.isFinished()) {
      SweepPlan plan = chain.next();
      spark.setJobDescription("Topic model: sweep " + plan.sweep() + " of " + settings.sweeps());
      chain.absorb(isCheckpoint(plan, settings) ? sweepToCheckpoint(plan) : sweep(plan));
    }
    spark.setJobDescription(description);
    return new Outcome(chain.result(), state, () -> checkpoints.forget(state));
  }

  private boolean isCheckpoint(SweepPlan plan, LdaSettings settings) {
    return plan.sweep() == settings.sweeps()
        || (plan.sweep() > 0 && plan.sweep() % checkpointEvery == 0);
  }

  private SweepCounts sweep(SweepPlan plan) {
    Broadcast<SweepPlan> shared = share(plan);
    return count(shared, after(shared).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  private SweepCounts sweepToCheckpoint(SweepPlan plan) {
    Broadcast<SweepPlan> shared = share(plan);
    SweepCounts counts = count(shared, checkpoints.mark(after(shared)));
    checkpoints.forget(checkpointed);
    checkpointed = state;
    plans.forEach(Broadcast::destroy);
    plans.clear();
    return counts;
  }

  private Broadcast<SweepPlan> share(SweepPlan plan) {
    Broadcast<SweepPlan> shared = spark.broadcast(plan);
    plans.add(shared);
    return shared;
  }

  private JavaRDD<Assignments> after(Broadcast<SweepPlan> plan) {
    return ZippedBlocks.of(blocks, state, new Apply(plan), Assignments.class);
  }

  /** Takes the blocks to the next state and counts it; the previous state is no longer needed. */
  private SweepCounts count(Broadcast<SweepPlan> plan, JavaRDD<Assignments> after) {
    SweepCounts counts =
        ZippedBlocks.sum(
            ZippedBlocks.of(blocks, after, new Count(plan), SweepCounts.class), SweepCounts::add);
    plan.value().release();
    plan.unpersist(false);
    if (state != checkpointed) {
      state.unpersist(false);
    }

    state = after;
    return counts;
  }

  private record Apply(Broadcast<SweepPlan> plan)
      implements ZippedBlocks.Step<DocumentBlock, Assignments, Assignments> {
    @Override
    public Assignments apply(DocumentBlock block, Assignments before) {
      return plan.value().apply(block, before);
    }
  }

  private record Count(Broadcast<SweepPlan> plan)
      implements ZippedBlocks.Step<DocumentBlock, Assignments, SweepCounts> {
    @Override
    public SweepCounts apply(DocumentBlock block, Assignments now) {
      return plan.value().count(block, now);
    }
  }
}
