package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.summitthemes.table.Records;
import org.summitthemes.table.SurestSentence;

/**
 * Of each speech, theme and voice the sentence with the surest label, the first of equals, among
 * those that are neither a scrap nor a period: they stand for candidates for typical sentences.
 *
 * <p>Input: {@link org.summitthemes.table.FactSentenceTheme}. Output: {@link SurestSentence}.
 */
public final class SurestSentences {
  private static final int LEAST_WORDS = 8;
  private static final int MOST_WORDS = 60;

  /** Confidence counts in units of this, so that it and a position fit into one number. */
  private static final long UNITS = 1L << 30;

  private static final long POSITIONS = 1L << 30;

  private SurestSentences() {}

  /**
   * Rows of {@link SurestSentence}.
   *
   * @param sentences speech_id, sentence_no, theme_id, voice, n_words, confidence, start_offset,
   *     end_offset, text
   */
  public static Dataset<Row> of(Dataset<Row> sentences) {
    Dataset<Row> candidates =
        sentences
            .where(col("n_words").between(LEAST_WORDS, MOST_WORDS))
            .withColumn("by_reporter", SpeechTallies.isByReporter());
    Dataset<Row> surest =
        candidates
            .groupBy("speech_id", "theme_id", "by_reporter")
            .agg(max(place()).as("place"))
            .select(col("speech_id"), sentenceNo(col("place")).as("sentence_no"));
    return candidates
        .join(surest, Columns.of("speech_id", "sentence_no"), "left_semi")
        .select(Records.columns(SurestSentence.class));
  }

  /** The confidence that a place stands for, as a whole number. */
  static long certainty(long place) {
    return place / POSITIONS;
  }

  /** The position of the sentence that a place stands for. */
  static int sentenceNo(long place) {
    return (int) (POSITIONS - 1 - place % POSITIONS);
  }

  private static Column sentenceNo(Column place) {
    return lit(POSITIONS - 1).minus(place.mod(POSITIONS)).cast(DataTypes.IntegerType);
  }

  /**
   * The place of a sentence among those of its speech: the greatest is the surest, and of equal
   * confidences the first.
   */
  static Column place() {
    return functions
        .floor(col("confidence").multiply(UNITS))
        .multiply(POSITIONS)
        .plus(lit(POSITIONS - 1).minus(col("sentence_no")));
  }
}
