package org.summitthemes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.table.Records;

/**
 * One execution in an output folder: it reads what is in force, writes batches of its own, and
 * exists for others only once it is committed.
 */
public final class Run implements AutoCloseable {
  private final Warehouse warehouse;
  private final LedgerEntry base;
  private final String runId;
  private final RunFacts facts;
  private final Instant startedAt;
  private final Lock lock;
  private final SortedMap<String, String> stages;
  private final SortedMap<String, String> batches;
  private final SortedMap<String, Long> counts;
  private @Nullable String modelId;
  private @Nullable String publication;
  private String modelAction = "kept";

  Run(
      Warehouse warehouse,
      LedgerEntry base,
      String runId,
      RunFacts facts,
      Instant startedAt,
      Lock lock) {
    this.warehouse = warehouse;
    this.base = base;
    this.runId = runId;
    this.facts = facts;
    this.startedAt = startedAt;
    this.lock = lock;
    this.stages = new TreeMap<>(base.stages());
    this.batches = new TreeMap<>(base.batches());
    this.counts = new TreeMap<>(base.counts());
    this.modelId = base.modelId();
    this.publication = base.publication();
  }

  public String runId() {
    return runId;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** With what this run is made, and what it did to the model so far. */
  public RunFacts facts() {
    return new RunFacts(
        facts.codeVersion(),
        facts.sparkVersion(),
        facts.master(),
        facts.configSha256(),
        facts.corpusSha256(),
        modelAction);
  }

  /** The entry of the run before this one. */
  public LedgerEntry base() {
    return base;
  }

  public Map<String, Long> counts() {
    return counts;
  }

  public void count(String name, long value) {
    counts.put(name, value);
  }

  public @Nullable String modelId() {
    return modelId;
  }

  /** Puts a model in force. */
  public void useModel(String id, boolean fitted) {
    modelId = id;
    modelAction = fitted ? "fitted" : "kept";
  }

  /** Fingerprint of the stage's last execution, or the empty string. */
  public String stage(String name) {
    return stages.getOrDefault(name, "");
  }

  public void completeStage(String name, String fingerprint) {
    stages.put(name, fingerprint);
  }

  /** Whether the table has rows in force. */
  public boolean has(Class<? extends Record> type) {
    return batches.containsKey(Records.tableName(type));
  }

  /**
   * The table's rows in force.
   *
   * @throws UserException if the table was never written; {@code stage} is what the user has to run
   *     first
   */
  public Dataset<Row> read(Class<? extends Record> type, String stage) {
    String batch = batches.get(Records.tableName(type));
    if (batch == null) {
      throw new UserException(
          "Table %s not found in the warehouse; run: %s", Records.tableName(type), stage);
    }

    return warehouse.batch(type, batch);
  }

  /** Writes the table's rows as a batch of this run and returns them as stored. */
  public Dataset<Row> write(Class<? extends Record> type, Dataset<Row> rows) {
    warehouse.write(type, runId, rows);
    batches.put(Records.tableName(type), runId);
    return warehouse.batch(type, runId);
  }

  /** Notes that this run's publication is complete, to become current at the commit. */
  public void published() {
    publication = runId;
  }

  /** Enters the run in the ledger and, if it published, makes its publication current. */
  public LedgerEntry commit(Instant finishedAt) {
    LedgerEntry entry =
        new LedgerEntry(
            LedgerEntry.FORMAT,
            base.number() + 1,
            runId,
            stages,
            batches,
            modelId,
            publication,
            counts,
            startedAt.toString(),
            finishedAt.toString(),
            facts());
    try {
      warehouse.commit(entry);
      if (runId.equals(publication)) {
        warehouse.switchTo(runId);
      }
    } catch (IOException e) {
      throw new UserException(
          e, "Cannot make the publication %s current: %s", runId, e.getMessage());
    }
    return entry;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot free the lock of the output folder", e);
    }
  }
}
