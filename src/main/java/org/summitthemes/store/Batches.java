package org.summitthemes.store;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.summitthemes.UserException;
import org.summitthemes.table.Records;
import org.summitthemes.table.StageInput;

/**
 * The rows in force: those of all batches in force of a table, but for the rows whose key a later
 * run has declared gone.
 */
final class Batches {
  private final Warehouse warehouse;
  private final Map<String, List<String>> inForce;

  /**
   * @param inForce runs that wrote the batches in force, oldest first, by table
   */
  Batches(Warehouse warehouse, Map<String, List<String>> inForce) {
    this.warehouse = warehouse;
    this.inForce = inForce;
  }

  /** Name of the table of what the stage has worked on. */
  static String inputs(String stage) {
    return "inputs_" + stage;
  }

  /** Name of the table of keys whose rows in earlier batches of the stage are gone. */
  static String gone(String stage) {
    return "gone_" + stage;
  }

  /**
   * The table's rows in force.
   *
   * @param stage stage that writes the table, which the user has to run first if there are none
   */
  Dataset<Row> read(Class<? extends Record> type, String stage) {
    return read(type, stage, runs(type, stage));
  }

  /** Of the rows in force those that later runs than the one wrote. */
  Dataset<Row> readAfter(String run, Class<? extends Record> type, String stage) {
    return readSome(type, stage, after(run, runs(type, stage)));
  }

  /** Of the rows in force those that the run and earlier ones wrote. */
  Dataset<Row> readUpTo(String run, Class<? extends Record> type, String stage) {
    List<String> runs = new ArrayList<>(runs(type, stage));
    runs.removeAll(after(run, runs));
    return readSome(type, stage, runs);
  }

  private Dataset<Row> readSome(Class<? extends Record> type, String stage, List<String> runs) {
    return runs.isEmpty()
        ? Records.dataset(warehouse.spark(), type, List.of())
        : read(type, stage, runs);
  }

  private Dataset<Row> read(Class<? extends Record> type, String stage, List<String> runs) {
    List<String> gone = inForce.getOrDefault(gone(stage), List.of());
    List<String> untouched = runs.stream().filter(run -> after(run, gone).isEmpty()).toList();
    List<Dataset<Row>> parts = new ArrayList<>();
    for (String run : runs) {
      if (!untouched.contains(run)) {
        parts.add(without(warehouse.batches(type, List.of(run)), after(run, gone), type, stage));
      }
    }
    if (!untouched.isEmpty()) {
      parts.add(warehouse.batches(type, untouched));
    }
    return parts.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  /**
   * The table's rows in force, by file.
   *
   * @param stage stage that writes the table, which the user has to run first if there are none
   */
  StoredRows stored(Class<? extends Record> type, String stage) {
    List<String> gone = inForce.getOrDefault(gone(stage), List.of());
    List<String> files = new ArrayList<>();
    List<Dataset<Row>> others = new ArrayList<>();
    for (String run : runs(type, stage)) {
      List<String> ofRun = warehouse.files(type, run);
      Set<String> pierced = pierced(type, stage, run, after(run, gone));
      ofRun.stream().filter(file -> !pierced.contains(name(file))).forEach(files::add);
      if (!pierced.isEmpty()) {
        List<String> rest = ofRun.stream().filter(file -> pierced.contains(name(file))).toList();
        others.add(without(warehouse.rows(type, rest), after(run, gone), type, stage));
      }
    }
    return new StoredRows(files, others.stream().reduce(Dataset::unionByName).orElse(null));
  }

  /** Names of the files of a batch that hold rows whose key is gone. */
  private Set<String> pierced(
      Class<? extends Record> type, String stage, String run, List<String> gone) {
    if (gone.isEmpty()) {
      return Set.of();
    }

    Dataset<Row> rows =
        warehouse
            .batches(type, List.of(run))
            .select(col(Records.keyNames(type).get(0)).as("key"), col("_metadata.file_name"));
    return Set.copyOf(
        rows.join(goneKeys(stage, gone), new String[] {"key"}, "left_semi")
            .select("file_name")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList());
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private List<String> runs(Class<? extends Record> type, String stage) {
    List<String> runs = inForce.getOrDefault(Records.tableName(type), List.of());
    if (runs.isEmpty()) {
      throw new UserException(
          "Table %s not found in the warehouse; run: %s", Records.tableName(type), stage);
    }

    return runs;
  }

  private Dataset<Row> goneKeys(String stage, List<String> gone) {
    return warehouse.batches(StageInput.class, gone(stage), gone).select("key").distinct();
  }

  private Dataset<Row> without(
      Dataset<Row> rows, List<String> gone, Class<? extends Record> type, String stage) {
    Dataset<Row> keys = goneKeys(stage, gone);
    String key = Records.keyNames(type).get(0);
    return rows.join(keys, rows.col(key).equalTo(keys.col("key")), "left_anti");
  }

  private static List<String> after(String run, List<String> others) {
    return others.stream().filter(other -> number(other) > number(run)).toList();
  }

  private static int number(String runId) {
    return Integer.parseInt(runId.substring(0, runId.indexOf('-')));
  }
}
