package org.summitthemes.store;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in force, by where they are. As batches never change, the files that hold
 * nothing else can be taken as they are.
 *
 * @param files Parquet files all of whose rows are in force
 * @param others the rows in force of the other files; null if there are none
 */
public record StoredRows(List<String> files, @Nullable Dataset<Row> others) {
  public StoredRows {
    files = List.copyOf(files);
  }

  /** Whether there is nothing stored at all, not even a file without rows. */
  public boolean isEmpty() {
    return files.isEmpty() && others == null;
  }
}
