package org.summitthemes.check;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Notes facts about the rows of a table for one rule. */
interface Probe extends Serializable {
  Rule rule();

  /** The facts about one row. */
  void look(Row row, List<Row> facts);

  /**
   * The same facts about all rows, as column expressions; nothing if each row must be looked at by
   * itself.
   */
  default Optional<Dataset<Row>> gather(Dataset<Row> rows) {
    return Optional.empty();
  }
}
