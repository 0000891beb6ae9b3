package org.summitthemes.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.Records;

/** Words and sentences of each theme in each speech that is no copy and has words. */
final class ThemeWords {
  private final List<String> themeIds;

  ThemeWords(List<String> themeIds) {
    this.themeIds = themeIds;
  }

  /**
   * Reduces sentences to speeches.
   *
   * @return speech_id, words and sentences (arrays in the order of the themes), n_words
   */
  Dataset<Row> ofSpeeches(Dataset<Row> speeches, Dataset<Row> sentenceThemes) {
    Dataset<Row> originals = speeches.where(col("duplicate_of").isNull()).select("speech_id");
    return sentenceThemes
        .select(col("speech_id"), knownTheme().as("theme_id"), col("n_words"))
        .groupBy("speech_id")
        .agg(
            sums(col("n_words").cast(DataTypes.LongType)).as("words"),
            sums(lit(1L)).as("sentences"),
            sum("n_words").as("n_words"))
        .where(col("n_words").gt(0))
        .join(originals, "speech_id");
  }

  /** Rows of {@link FactSpeechTheme}: every theme for each speech, so that its shares sum to 1. */
  Dataset<Row> shares(Dataset<Row> speechWords) {
    Column position = col("pos").plus(1);
    return speechWords
        .select(
            col("speech_id"),
            col("sentences"),
            col("n_words").as("total"),
            posexplode(col("words")).as(new String[] {"pos", "theme_words"}))
        .select(
            col("speech_id"),
            element_at(array(themeIds.stream().map(id -> lit(id)).toArray(Column[]::new)), position)
                .as("theme_id"),
            col("theme_words").divide(col("total")).as("share"),
            element_at(col("sentences"), position).cast(DataTypes.IntegerType).as("n_sentences"),
            col("theme_words").cast(DataTypes.IntegerType).as("n_words"))
        .select(Records.columns(FactSpeechTheme.class));
  }

  private Column sums(Column number) {
    return array(
        themeIds.stream()
            .map(id -> sum(when(col("theme_id").equalTo(id), number).otherwise(0L)))
            .toArray(Column[]::new));
  }

  private Column knownTheme() {
    return when(col("theme_id").isin(themeIds.toArray()), col("theme_id"))
        .otherwise(
            raise_error(
                    concat(
                        lit("theme of a sentence is not in the catalog: "),
                        col("theme_id"),
                        lit("; themes are: " + String.join(", ", themeIds))))
                .cast(DataTypes.StringType));
  }
}
