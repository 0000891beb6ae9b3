package org.summitthemes.cli;

import org.apache.spark.sql.SparkSession;

/** Starts Spark with the settings that correctness needs; all others are the user's. */
final class Sessions {
  private Sessions() {}

  static SparkSession start(String command) {
    SparkSession spark =
        SparkSession.builder()
            .appName("summit-themes " + command)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.datetime.java8API.enabled", true);
    return spark;
  }
}
