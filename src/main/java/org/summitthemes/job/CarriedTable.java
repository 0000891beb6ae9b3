package org.summitthemes.job;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.summitthemes.report.SparkTable;
import org.summitthemes.store.StoredRows;
import org.summitthemes.table.OrderedTable;

/**
 * A published table most of whose files are copies of stored ones: rows of speeches that did not
 * change are neither read nor written again. The files are copied, not linked, so that nothing done
 * to a publication can reach the warehouse.
 */
final class CarriedTable {
  private CarriedTable() {}

  /** Makes the folder of the table, which must not exist; executors copy the files. */
  static void write(
      SparkSession spark,
      Class<? extends Record> type,
      StoredRows rows,
      FileSystem files,
      Path folder)
      throws IOException {
    if (rows.others() == null) {
      files.mkdirs(folder);
    } else {
      SparkTable.write(OrderedTable.left(type, rows.others()), "parquet", folder);
    }
    if (!rows.files().isEmpty()) {
      copy(spark, rows.files(), files.makeQualified(folder).toString());
    }
  }

  /** The table's files that the former publication did not have: their rows were never checked. */
  static List<String> added(FileSystem files, Path former, Path folder) throws IOException {
    Set<String> before =
        parquet(files, former).stream().map(Path::getName).collect(Collectors.toSet());
    return parquet(files, folder).stream()
        .filter(file -> !before.contains(file.getName()))
        .map(Path::toString)
        .toList();
  }

  private static List<Path> parquet(FileSystem files, Path folder) throws IOException {
    return files.exists(folder)
        ? Arrays.stream(files.listStatus(folder))
            .map(FileStatus::getPath)
            .filter(file -> file.getName().endsWith(".parquet"))
            .toList()
        : List.of();
  }

  private static void copy(SparkSession spark, List<String> stored, String folder) {
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(
            spark.sparkContext(), spark.sessionState().newHadoopConf());
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(stored, stored.size())
        .foreach(file -> copy(new Path(file), new Path(folder), hadoop.value().value()));
  }

  /** Written beside and renamed, so that a task that dies or runs twice leaves no half file. */
  private static void copy(Path from, Path folder, Configuration hadoop) throws IOException {
    FileSystem target = folder.getFileSystem(hadoop);
    Path copy = new Path(folder, from.getName());
    Path beside = new Path(folder, "." + from.getName() + "." + TaskContext.get().taskAttemptId());
    FileUtil.copy(from.getFileSystem(hadoop), from, target, beside, false, true, hadoop);
    if (!target.rename(beside, copy)) {
      target.delete(beside, false);
      if (!target.exists(copy)) {
        throw new IOException("Cannot write " + copy);
      }
    }
  }
}
