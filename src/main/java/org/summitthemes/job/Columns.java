package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Columns as several jobs want them. */
final class Columns {
  /** Longer texts are cut for people; the tables have all of them. */
  private static final int LONGEST_TEXT = 600;

  private Columns() {}

  /** Names as Spark's joins want them. */
  static Seq<String> of(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }

  /** The text column, cut if it is very long, under its own name. */
  static Column shortened(String name) {
    Column text = col(name);
    return when(length(text).gt(LONGEST_TEXT), concat(substring(text, 1, LONGEST_TEXT), lit("…")))
        .otherwise(text)
        .as(name);
  }
}
