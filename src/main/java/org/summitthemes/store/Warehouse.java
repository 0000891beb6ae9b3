package org.summitthemes.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
      LedgerEntry base = ledger().newest();
      String runId = "%06d-%s".formatted(base.number() + 1, inputHash.substring(0, 6));
      finishSwitch(base);
      sweep(runId);
      return new Run(this, base, runId, facts, startedAt, lock);
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
    Dataset<Row> rows = spark.read().parquet(paths);
    requireSchema(type, rows.schema(), paths[0]);
    return rows.select(Records.columns(type));
  }

  /** Writes a batch of a table with the record's columns. */
  void write(Class<? extends Record> type, String table, String runId, Dataset<Row> rows) {
    rows.select(Records.columns(type))
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(batchPath(table, runId).toString());
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
   * Makes the newest entry's publication current if its run died between its entry and the switch.
   */
  private void finishSwitch(LedgerEntry base) throws IOException {
    Path current = new Path(root, "reports/CURRENT");
    String publication = base.publication();
    if (publication != null
        && !(files.exists(current) && files.text(current).strip().equals(publication))) {
      switchTo(publication);
    }
  }

  /**
   * Deletes batches and publications that the run of this id left when it died before its ledger
   * entry.
   */
  private void sweep(String runId) throws IOException {
    String number = runId.substring(0, runId.indexOf('-') + 1);
    for (Path folder : files.list(new Path(root, "warehouse"))) {
      if (!folder.getName().equals("ledger") && !folder.getName().equals("lock")) {
        sweep(folder, number);
      }
    }
    sweep(new Path(root, "reports"), number);
  }

  private void sweep(Path folder, String number) throws IOException {
    for (Path leftover : files.list(folder)) {
      if (leftover.getName().startsWith(number)) {
        files.delete(leftover);
      }
    }
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
