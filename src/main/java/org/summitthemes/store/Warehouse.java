package org.summitthemes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.UserException;
import org.summitthemes.table.Records;

/**
 * The output folder of a corpus: immutable batches of rows, {@code warehouse/<table>/<run_id>/},
 * the ledger that says which are in force, the models, and the publications.
 */
public final class Warehouse {
  private final SparkSession spark;
  private final Path root;
  private final Files files;

  /** Batches, which never change, whose columns are known to be those of their records. */
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  private Warehouse(SparkSession spark, Path root, Files files) {
    this.spark = spark;
    this.root = root;
    this.files = files;
  }

  /** The warehouse in the output folder, which need not exist yet. */
  public static Warehouse at(SparkSession spark, String out) {
    Path root = new Path(out);
    try {
      Files files = new Files(root, spark.sparkContext().hadoopConfiguration());
      return new Warehouse(spark, root, files);
    } catch (IOException e) {
      throw new UserException(e, "Cannot use the output folder %s: %s", out, e.getMessage());
    }
  }

  public SparkSession spark() {
    return spark;
  }

  /** The run ledger. */
  public Ledger ledger() {
    return new Ledger(files, new Path(root, "warehouse/ledger"));
  }

  /** Where the model's files are. */
  public Path model(String modelId) {
    return new Path(root, "models/" + modelId);
  }

  /** Whether the model was stored completely: its marker is written last. */
  public boolean hasModel(String modelId) {
    try {
      return files.exists(new Path(model(modelId), "COMPLETE"));
    } catch (IOException e) {
      throw new UserException(e, "Cannot read %s: %s", model(modelId), e.getMessage());
    }
  }

  /** Removes what a dead run may have left of the model, so that it can be written. */
  public Path newModel(String modelId) {
    try {
      files.delete(model(modelId));
      return model(modelId);
    } catch (IOException e) {
      throw new UserException(e, "Cannot write %s: %s", model(modelId), e.getMessage());
    }
  }

  /** Marks the model as stored completely. */
  public void completeModel(String modelId) {
    try {
      files.replace(new Path(model(modelId), "COMPLETE"), modelId + "\n");
    } catch (IOException e) {
      throw new UserException(e, "Cannot write %s: %s", model(modelId), e.getMessage());
    }
  }

  /** Where the run's publication is. */
  public Path publication(String runId) {
    return new Path(root, "reports/" + runId);
  }

  /**
   * Opens the next run and takes the folder's lock; leftovers of a dead run of the same id are
   * removed.
   *
   * @throws HeldException if another run holds the folder
   */
  public Run open(String inputHash, RunFacts facts, Instant startedAt) {
    try {
      Lock lock = Lock.take(files, new Path(root, "warehouse/lock"));
      try {
        LedgerEntry base = ledger().newest();
        String runId = "%06d-%s".formatted(base.number() + 1, inputHash.substring(0, 6));
        finishSwitch(base);
        sweep();
        return new Run(this, base, runId, facts, startedAt, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserException(e, "Cannot write to the output folder %s: %s", root, e.getMessage());
    }
  }

  /**
   * The table's rows in force after the newest run.
   *
   * @param stage what the user has to run first if there are none
   */
  public Dataset<Row> inForce(Class<? extends Record> type, String stage) {
    return new Batches(this, ledger().newest().batches()).read(type, stage);
  }

  /** Reads batches of the record's table. */
  Dataset<Row> batches(Class<? extends Record> type, List<String> runIds) {
    return batches(type, Records.tableName(type), runIds);
  }

  /** Reads batches of a table with the record's columns. */
  Dataset<Row> batches(Class<? extends Record> type, String table, List<String> runIds) {
    String[] paths =
        runIds.stream().map(runId -> batchPath(table, runId).toString()).toArray(String[]::new);
    for (String path : paths) {
      if (checked.add(path)) {
        requireSchema(type, spark.read().parquet(path).schema(), path);
      }
    }
    return rows(type, List.of(paths));
  }

  /** The Parquet files of a batch of the record's table. */
  List<String> files(Class<? extends Record> type, String runId) {
    Path folder = batchPath(Records.tableName(type), runId);
    try {
      return files.list(folder).stream()
          .filter(file -> file.getName().endsWith(".parquet"))
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw new UserException(e, "Cannot read %s: %s", folder, e.getMessage());
    }
  }

  /** Reads some files of the record's table. */
  Dataset<Row> rows(Class<? extends Record> type, List<String> paths) {
    return spark.read().schema(Records.schema(type)).parquet(paths.toArray(String[]::new));
  }

  /** Writes a batch of a table with the record's columns. */
  void write(Class<? extends Record> type, String table, String runId, Dataset<Row> rows) {
    String path = batchPath(table, runId).toString();
    rows.select(Records.columns(type)).write().mode(SaveMode.ErrorIfExists).parquet(path);
    checked.add(path);
  }

  void commit(LedgerEntry entry) {
    ledger().add(entry);
  }

  /** Makes the run's publication the current one: two renames, each atomic. */
  void switchTo(String runId) throws IOException {
    Path reports = new Path(root, "reports");
    files.replace(new Path(reports, "CURRENT"), runId + "\n");
    if (files.local(reports).isPresent()) {
      java.nio.file.Path folder = files.local(reports).orElseThrow();
      java.nio.file.Path beside = folder.resolve(".current.writing");
      java.nio.file.Files.deleteIfExists(beside);
      java.nio.file.Files.createSymbolicLink(beside, java.nio.file.Path.of(runId));
      java.nio.file.Files.move(
          beside, folder.resolve("current"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path batchPath(String table, String runId) {
    return new Path(root, "warehouse/" + table + "/" + runId);
  }

  /**
   * Makes the newest publication current if its run died between its entry and the switch.
   *
   * @throws HeldException if that is to be done and another run holds the folder
   */
  public void finishSwitch() {
    try {
      String publication = ledger().newest().publication();
      if (publication != null && !isCurrent(publication)) {
        try (Lock lock = Lock.take(files, new Path(root, "warehouse/lock"))) {
          lock.require();
          finishSwitch(ledger().newest());
        }
      }
    } catch (IOException e) {
      throw new UserException(e, "Cannot write to the output folder %s: %s", root, e.getMessage());
    }
  }

  /**
   * Makes the newest entry's publication current if its run died between its entry and the switch.
   */
  private void finishSwitch(LedgerEntry base) throws IOException {
    String publication = base.publication();
    if (publication != null && !isCurrent(publication)) {
      switchTo(publication);
    }
  }

  private boolean isCurrent(String publication) throws IOException {
    Path current = new Path(root, "reports/CURRENT");
    Optional<java.nio.file.Path> link = files.local(new Path(root, "reports/current"));
    boolean linked =
        link.isEmpty()
            || (java.nio.file.Files.isSymbolicLink(link.get())
                && java.nio.file.Files.readSymbolicLink(link.get()).endsWith(publication));
    return linked && files.exists(current) && files.text(current).strip().equals(publication);
  }

  /**
   * Makes what was in force after an earlier run the newest state again, as a new entry of the
   * ledger; nothing is copied.
   *
   * @throws HeldException if another run holds the folder
   */
  public LedgerEntry rollBack(String runId, Instant now) {
    try (Lock lock = Lock.take(files, new Path(root, "warehouse/lock"))) {
      LedgerEntry base = ledger().newest();
      LedgerEntry target = ledger().entry(runId);
      if (target.number() < ledger().oldestKept()) {
        throw new UserException(
            "Run %s was pruned: its data are gone. Runs that are left begin at number %s",
            runId, ledger().oldestKept());
      }

      if (target.publication() == null) {
        throw new UserException("Run %s published nothing, nor did one before it", runId);
      }

      LedgerEntry entry = target.again(base.number() + 1, now.toString());
      lock.require();
      commit(entry);
      finishSwitch(entry);
      return entry;
    } catch (IOException e) {
      throw new UserException(e, "Cannot write to the output folder %s: %s", root, e.getMessage());
    }
  }

  /**
   * Deletes all that only older runs than the newest so many need. Their entries stay in the ledger
   * as history, but they cannot be rolled back to.
   *
   * @throws HeldException if another run holds the folder
   */
  public void prune(int keep) {
    try (Lock lock = Lock.take(files, new Path(root, "warehouse/lock"))) {
      List<LedgerEntry> entries = ledger().entries();
      if (!entries.isEmpty()) {
        finishSwitch(entries.get(entries.size() - 1));
        ledger().keepFrom(entries.get(Math.max(0, entries.size() - keep)).number());
        lock.require();
        sweep();
      }
    } catch (IOException e) {
      throw new UserException(e, "Cannot write to the output folder %s: %s", root, e.getMessage());
    }
  }

  /** Deletes what no kept entry names: leftovers of dead runs, and what was pruned. */
  private void sweep() throws IOException {
    Set<String> batches = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (LedgerEntry entry : ledger().kept()) {
      entry.batches().forEach((table, runs) -> runs.forEach(run -> batches.add(table + "/" + run)));
      others.add(String.valueOf(entry.publication()));
      others.add(String.valueOf(entry.modelId()));
    }
    for (Path table : files.list(new Path(root, "warehouse"))) {
      for (Path leftover : files.list(table)) {
        String name = table.getName() + "/" + leftover.getName();
        if (isTemporary(leftover) || (isRun(leftover) && !batches.contains(name))) {
          files.delete(leftover);
        }
      }
    }
    for (String folder : List.of("reports", "models")) {
      for (Path leftover : files.list(new Path(root, folder))) {
        boolean ours = isRun(leftover) || leftover.getName().startsWith("model-");
        if (isTemporary(leftover) || (ours && !others.contains(leftover.getName()))) {
          files.delete(leftover);
        }
      }
    }
  }

  private static boolean isRun(Path path) {
    return path.getName().matches("\\d{6}-[0-9a-f]{6}");
  }

  private static boolean isTemporary(Path path) {
    return path.getName().startsWith(".") && path.getName().endsWith(".writing");
  }

  private static void requireSchema(Class<? extends Record> type, StructType stored, String path) {
    Set<String> declared = columns(Records.schema(type));
    Set<String> found = columns(stored);
    if (!declared.equals(found)) {
      throw new UserException(
          "%s holds other columns than this version expects; only stored: %s; only expected: %s. Use another --out",
          path, difference(found, declared), difference(declared, found));
    }
  }

  private static Set<String> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> difference(Set<String> left, Set<String> right) {
    return left.stream().filter(column -> !right.contains(column)).toList();
  }
}
