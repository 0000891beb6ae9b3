package org.summitthemes.check;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/** Looks at one row of a table and notes facts about it. */
interface Probe extends Serializable {
  void look(Row row, List<Row> facts);
}
