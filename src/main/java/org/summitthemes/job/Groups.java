package org.summitthemes.job;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Gathers rows with equal keys in one place and makes new rows of them. */
final class Groups {
  private Groups() {}

  /**
   * Applies a function to each group of rows with equal keys.
   *
   * <p>The number of partitions is stated, or Spark would join groups of few bytes into one
   * partition, and their work, which is much greater than their size, would fall to one core.
   */
  static Dataset<Row> of(
      Dataset<Row> rows, Encoder<Row> result, Function function, String... keys) {
    Column[] columns = Arrays.stream(keys).map(functions::col).toArray(Column[]::new);
    StructType keySchema =
        new StructType(
            Arrays.stream(keys).map(key -> rows.schema().apply(key)).toArray(StructField[]::new));
    FlatMapGroupsFunction<Row, Row, Row> apply =
        (key, group) -> function.rows(key, group).iterator();
    return rows.repartition(partitions(rows.sparkSession()), columns)
        .groupBy(columns)
        .as(Encoders.row(keySchema), Encoders.row(rows.schema()))
        .flatMapGroups(apply, result);
  }

  /** The partitions of a shuffle. */
  static int partitions(SparkSession spark) {
    return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
  }

  /** Makes rows of the rows of a group. */
  interface Function extends Serializable {
    List<Row> rows(Row key, Iterator<Row> group);
  }
}
