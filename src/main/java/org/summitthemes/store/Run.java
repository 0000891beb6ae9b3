package org.summitthemes.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.table.Records;
import org.summitthemes.table.StageInput;

/**
 * One execution in an output folder: it reads what is in force, writes batches of its own, and
 * exists for others only once it is committed.
 */
public final class Run implements AutoCloseable {
  /** A table of so many batches is made one batch by the next run that adds to it. */
  static final int MOST_BATCHES = 8;

  private final Warehouse warehouse;
  private final LedgerEntry base;
  private final String runId;
  private final RunFacts facts;
  private final Instant startedAt;
  private final Lock lock;
  private final SortedMap<String, String> stages;
  private final SortedMap<String, String> rules;
  private final SortedMap<String, List<String>> batches;
  private final SortedMap<String, Long> counts;
  private final Set<String> compacted = new HashSet<>();
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
    this.rules = new TreeMap<>(base.rules());
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
    return facts.withModelAction(modelAction);
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
   * Hash of the rules by which the stage, or the model, was last made; the empty string if never.
   */
  public String rules(String name) {
    return rules.getOrDefault(name, "");
  }

  public void useRules(String name, String hash) {
    rules.put(name, hash);
  }

  /**
   * The table's rows in force.
   *
   * @param stage stage that writes the table, which the user has to run first if there are none
   * @throws UserException if the table was never written
   */
  public Dataset<Row> read(Class<? extends Record> type, String stage) {
    return new Batches(warehouse, batches).read(type, stage);
  }

  /**
   * The table's rows in force, by the files that hold them.
   *
   * @param stage stage that writes the table, which the user has to run first if there are none
   * @throws UserException if the table was never written
   */
  public StoredRows stored(Class<? extends Record> type, String stage) {
    return new Batches(warehouse, batches).stored(type, stage);
  }

  /** What the stage has worked on: rows of {@link StageInput}; none before its first time. */
  public Dataset<Row> inputs(String stage) {
    List<String> runs = batches.getOrDefault(Batches.inputs(stage), List.of());
    return runs.isEmpty()
        ? Records.dataset(warehouse.spark(), StageInput.class, List.of())
        : warehouse.batches(StageInput.class, Batches.inputs(stage), runs);
  }

  /**
   * What a stage finds to work on in a table of another stage: rows of {@link StageInput}. As
   * batches never change, versions are found out only for those written since the stage last ran.
   *
   * @param from stage that writes the table
   * @param versions makes rows of {@link StageInput} of rows of the table
   */
  public Dataset<Row> versions(
      String stage,
      Class<? extends Record> type,
      String from,
      UnaryOperator<Dataset<Row>> versions) {
    List<String> last = batches.getOrDefault(Batches.inputs(stage), List.of());
    if (last.isEmpty()) {
      return versions.apply(read(type, from));
    }

    Batches inForce = new Batches(warehouse, batches);
    String run = last.get(last.size() - 1);
    Dataset<Row> same =
        inForce.readUpTo(run, type, from).select(col(Records.keyNames(type).get(0)).as("key"));
    return inputs(stage)
        .join(same, new String[] {"key"}, "left_semi")
        .unionByName(versions.apply(inForce.readAfter(run, type, from)));
  }

  /** Writes the table's rows as a batch of this run that replaces all others, and returns them. */
  public Dataset<Row> write(Class<? extends Record> type, Dataset<Row> rows) {
    return write(type, Records.tableName(type), rows);
  }

  private Dataset<Row> write(Class<? extends Record> type, String table, Dataset<Row> rows) {
    warehouse.write(type, table, runId, rows);
    batches.put(table, List.of(runId));
    return warehouse.batches(type, table, batches.get(table));
  }

  /**
   * Finds out what the stage has to do. From now on reading its tables leaves out the rows of
   * inputs that are gone or have changed.
   *
   * @param hash of all that the stage's output for one input depends on beside the input
   * @param inputs rows of {@link StageInput}: all inputs there are
   */
  public Increment begin(String stage, String hash, Dataset<Row> inputs) {
    Dataset<Row> wanted = inputs.persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> known = inputs(stage);
    String[] both = {"key", "version"};
    Dataset<Row> changed = wanted.join(known, both, "left_anti");
    if (!rules(stage).equals(hash)) {
      batches.remove(Batches.gone(stage));
      return new Increment(stage, hash, wanted, changed, true, wanted.count(), 0);
    }

    Row counts =
        wanted
            .withColumn("wanted", lit(1))
            .join(known.withColumn("known", lit(1)), both, "full_outer")
            .agg(
                count_if(col("wanted").isNotNull()),
                count_if(col("known").isNull()),
                count_if(col("wanted").isNull()))
            .head();
    long nWanted = counts.getLong(0);
    long nChanged = counts.getLong(1);
    long nGone = counts.getLong(2);
    boolean whole = nChanged == nWanted;
    if (whole) {
      batches.remove(Batches.gone(stage));
    } else if (nGone > 0) {
      Dataset<Row> gone = known.join(wanted, both, "left_anti");
      warehouse.write(StageInput.class, Batches.gone(stage), runId, gone);
      batches.merge(Batches.gone(stage), List.of(runId), Run::joined);
    }
    return new Increment(stage, hash, wanted, changed, whole, whole ? nWanted : nChanged, nGone);
  }

  /**
   * Writes the rows made of the increment's inputs as a further batch, or as the only one if they
   * are all there is or if there are {@value #MOST_BATCHES}; returns these rows as stored.
   */
  public Dataset<Row> add(Increment increment, Class<? extends Record> type, Dataset<Row> rows) {
    String table = Records.tableName(type);
    if (increment.isWhole()) {
      return write(type, rows);
    }

    if (increment.isEmpty()) {
      return Records.dataset(warehouse.spark(), type, List.of());
    }

    if (isFull(type)) {
      compacted.add(increment.stage());
      Dataset<Row> all =
          read(type, increment.stage()).unionByName(rows.select(Records.columns(type)));
      return increment.of(write(type, all), Records.keyNames(type).get(0));
    }

    warehouse.write(type, table, runId, rows);
    batches.merge(table, List.of(runId), Run::joined);
    return warehouse.batches(type, List.of(runId));
  }

  /** Notes that the stage has worked on all inputs. */
  public void complete(Increment increment) {
    if (increment.isWhole() || increment.size() + increment.gone() > 0) {
      write(StageInput.class, Batches.inputs(increment.stage()), increment.wanted());
    }
    if (compacted.contains(increment.stage())) {
      batches.remove(Batches.gone(increment.stage()));
    }
    rules.put(increment.stage(), increment.rules());
    increment.wanted().unpersist();
  }

  private boolean isFull(Class<? extends Record> type) {
    return batches.getOrDefault(Records.tableName(type), List.of()).size() >= MOST_BATCHES;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
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
            rules,
            batches,
            modelId,
            publication,
            counts,
            startedAt.toString(),
            finishedAt.toString(),
            facts());
    try {
      lock.require();
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
