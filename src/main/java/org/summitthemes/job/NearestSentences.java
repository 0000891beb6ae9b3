package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.table.Column;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Unit;

/** Which labelled sentences say most nearly the same as a given one. */
public final class NearestSentences {
  private static final double SAME = 1 - 1e-9;
  private static final String[] KEYS = {"speech_id", "sentence_no"};

  private NearestSentences() {}

  /**
   * The nearest sentences of a theme.
   *
   * @param sentences {@link Sentence}
   * @param labels {@link org.summitthemes.table.SentenceLabel}
   * @param like the sentence compared; neither it nor one of the same words is among the result
   * @param most so many at most
   */
  public static List<Near> of(
      Dataset<Row> sentences,
      Dataset<Row> labels,
      Student student,
      String themeId,
      Sentence like,
      int most) {
    Broadcast<Student> shared =
        JavaSparkContext.fromSparkContext(sentences.sparkSession().sparkContext())
            .broadcast(student);
    Unit unit = new Unit(like.text(), like.language());
    MapFunction<Row, Row> near =
        row ->
            Records.row(
                new Near(
                    row.getString(0),
                    row.getInt(1),
                    row.getString(2),
                    shared.value().similarity(unit, new Unit(row.getString(2), row.getString(3)))));
    FilterFunction<Row> another = row -> row.getDouble(3) > 0 && row.getDouble(3) < SAME;
    Dataset<Row> nearest =
        sentences
            .join(labels.where(col("theme_id").equalTo(themeId)), KEYS)
            .select("speech_id", "sentence_no", "text", "language")
            .map(near, Records.encoder(Near.class))
            .filter(another)
            .orderBy(col("similarity").desc(), col("speech_id"), col("sentence_no"))
            .limit(most);
    return Records.list(nearest, Near.class);
  }

  /** A sentence and how near it is. */
  public record Near(
      @Column("Speech") String speechId,
      @Column("Position in the speech, from 0") int sentenceNo,
      @Column("The sentence") String text,
      @Column("Cosine of the weighted word and word-pair counts, from 0 to 1") double similarity) {}
}
