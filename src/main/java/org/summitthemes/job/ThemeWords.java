package org.summitthemes.job;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.IntStream;
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
   * Adds up the tallies of each speech.
   *
   * @param tallies rows of {@link org.summitthemes.table.SpeechTally}
   * @return speech_id, words and sentences (arrays in the order of the themes), n_words
   */
  Dataset<Row> ofSpeeches(Dataset<Row> speeches, Dataset<Row> tallies) {
    Dataset<Row> originals = speeches.where(col("duplicate_of").isNull()).select("speech_id");
    return tallies
        .groupBy("speech_id")
        .agg(
            sums("words").as("words"),
            sums("sentences").as("sentences"),
            sum(aggregate(col("words"), lit(0L), Column::plus)).as("n_words"))
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

  private Column sums(String numbers) {
    return array(
        IntStream.range(0, themeIds.size())
            .mapToObj(theme -> sum(col(numbers).getItem(theme)))
            .toArray(Column[]::new));
  }
}
