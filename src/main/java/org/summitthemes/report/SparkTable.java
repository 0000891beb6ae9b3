package org.summitthemes.report;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.summitthemes.table.OrderedTable;

/**
 * Writes a table as a new folder of Parquet or another Spark format, sorted by key so that readers
 * can skip.
 */
public final class SparkTable {
  private SparkTable() {}

  /** Writes the rows, unrounded, in a format that this Spark knows; the folder must not exist. */
  public static void write(OrderedTable table, String format, Path folder) {
    table
        .dataset()
        .write()
        .format(format)
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .save(folder.toString());
  }
}
