package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.Records;

/**
 * Joins sentences with their theme and with the main topic of their passage: the evidence behind
 * every number.
 */
public final class SentenceThemes {
  private SentenceThemes() {}

  /**
   * Rows of {@code FactSentenceTheme}.
   *
   * @param sentences rows of {@code Sentence}
   * @param labels rows of {@code SentenceLabel}
   * @param passageTopics rows of {@code PassageTopic}; the main topic is the one with the largest
   *     share, the first by id among equals
   */
  public static Dataset<Row> transform(
      Dataset<Row> sentences, Dataset<Row> labels, Dataset<Row> passageTopics) {
    return sentences
        .join(labels, Columns.of("speech_id", "sentence_no"))
        .join(mainTopics(passageTopics), Columns.of("speech_id", "passage_no"), "left")
        .withColumn("voice", lit(null).cast("string"))
        .select(Records.columns(FactSentenceTheme.class));
  }

  private static Dataset<Row> mainTopics(Dataset<Row> passageTopics) {
    return passageTopics
        .where(col("n_tokens").gt(0))
        .groupBy("speech_id", "passage_no")
        .agg(min(struct(col("share").multiply(-1).as("minus_share"), col("topic_id"))).as("first"))
        .select(col("speech_id"), col("passage_no"), col("first.topic_id").as("topic_id"));
  }
}
