package org.summitthemes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
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
    List<String> runs = inForce.getOrDefault(Records.tableName(type), List.of());
    if (runs.isEmpty()) {
      throw new UserException(
          "Table %s not found in the warehouse; run: %s", Records.tableName(type), stage);
    }

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

  private Dataset<Row> without(
      Dataset<Row> rows, List<String> gone, Class<? extends Record> type, String stage) {
    Dataset<Row> keys =
        warehouse.batches(StageInput.class, gone(stage), gone).select("key").distinct();
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
