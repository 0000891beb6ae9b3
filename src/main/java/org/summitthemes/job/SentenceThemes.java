package org.summitthemes.job;

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
   * @param passageTopics rows of {@code PassageTopic}; sentences of passages without one have no
   *     topic
   * @param acts rows of {@code SentenceAct}
   */
  public static Dataset<Row> transform(
      Dataset<Row> sentences, Dataset<Row> labels, Dataset<Row> passageTopics, Dataset<Row> acts) {
    return sentences
        .join(labels, Columns.of("speech_id", "sentence_no"))
        .join(
            passageTopics.select("speech_id", "passage_no", "topic_id"),
            Columns.of("speech_id", "passage_no"),
            "left")
        .join(
            acts.select("speech_id", "sentence_no", "voice"),
            Columns.of("speech_id", "sentence_no"))
        .select(Records.columns(FactSentenceTheme.class));
  }
}
