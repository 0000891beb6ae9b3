package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.table.Passage;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;
import org.summitthemes.text.Languages;
import org.summitthemes.text.PreparedSpeech;
import org.summitthemes.text.SpeechPreparer;

/**
 * Cuts speeches into sentences and passages, and tells their languages.
 *
 * <p>Input: {@link Speech}. Output: {@link Sentence}, {@link Passage}, {@link SpeechLanguage}.
 * Example: {@code jobs/submit.sh prepare --out out --config jobs/pipeline.yaml}
 *
 * <p>Only the sentences are costly. Passages and languages follow from them, so whoever stores the
 * sentences should derive the rest from what was stored.
 */
public final class PrepareJob {
  private PrepareJob() {}

  /** What the job makes. */
  public record Outputs(Dataset<Row> sentences, Dataset<Row> passages, Dataset<Row> languages) {}

  /** The three outputs; the sentences are computed anew for each unless they are cached. */
  public static Outputs transform(Dataset<Row> speeches, PrepareConfig config) {
    Dataset<Row> sentences = sentences(speeches, config);
    return new Outputs(sentences, passages(sentences), languages(speeches, sentences));
  }

  /** The sentences of the speeches, by speech and in order. */
  public static Dataset<Row> sentences(Dataset<Row> speeches, PrepareConfig config) {
    MapPartitionsFunction<Row, Row> prepare = rows -> sentences(rows, config);
    return speeches
        .select("speech_id", "language", "text")
        .mapPartitions(prepare, Records.encoder(Sentence.class));
  }

  /**
   * What preparing reads of each speech, as rows of {@link org.summitthemes.table.StageInput}: the
   * hash of its text and the language that the source gives.
   */
  public static Dataset<Row> versions(Dataset<Row> speeches) {
    return speeches.select(
        col("speech_id").as("key"),
        sha2(concat_ws("\n", coalesce(col("language"), lit("")), col("text")), 256).as("version"));
  }

  /** The passages that the sentences belong to. */
  public static Dataset<Row> passages(Dataset<Row> sentences) {
    return sentences
        .groupBy("speech_id", "passage_no")
        .agg(
            min("sentence_no").as("first_sentence"),
            max("sentence_no").as("last_sentence"),
            first("language").as("language"),
            sum("n_words").cast("int").as("n_words"))
        .select(Records.columns(Passage.class));
  }

  /**
   * The language and size of every speech: the language that the source gives, else the one with
   * the most words (the first by name of several), also for speeches without a sentence.
   */
  public static Dataset<Row> languages(Dataset<Row> speeches, Dataset<Row> sentences) {
    Dataset<Row> parts =
        sentences
            .groupBy("speech_id", "language")
            .agg(count(lit(1)).as("n_sentences"), sum("n_words").as("n_words"));
    Dataset<Row> wholes =
        parts
            .groupBy("speech_id")
            .agg(
                min(struct(col("n_words").multiply(-1), col("language"))).as("most"),
                sum("n_sentences").as("n_sentences"),
                sum("n_words").as("n_words"));
    return speeches
        .select(col("speech_id"), col("language").as("given"))
        .join(wholes, new String[] {"speech_id"}, "left")
        .select(
            col("speech_id"),
            coalesce(col("given"), col("most.language"), lit(Languages.UNKNOWN)).as("language"),
            coalesce(col("n_sentences"), lit(0)).cast("int").as("n_sentences"),
            coalesce(col("n_words"), lit(0)).cast("int").as("n_words"))
        .select(Records.columns(SpeechLanguage.class));
  }

  private static Iterator<Row> sentences(Iterator<Row> speeches, PrepareConfig config) {
    SpeechPreparer preparer = new SpeechPreparer(config);
    return stream(speeches)
        .flatMap(
            speech ->
                sentences(
                    speech.getString(0),
                    preparer.prepare(speech.getString(2), speech.getString(1))))
        .iterator();
  }

  private static Stream<Row> sentences(String speechId, PreparedSpeech speech) {
    return IntStream.range(0, speech.sentences().size())
        .mapToObj(number -> sentence(speechId, number, speech.sentences().get(number)))
        .map(Records::row);
  }

  private static Sentence sentence(String speechId, int number, PreparedSpeech.Sentence sentence) {
    return new Sentence(
        speechId,
        number,
        sentence.span().start(),
        sentence.span().end(),
        sentence.text(),
        sentence.passage(),
        sentence.language(),
        sentence.tokens().words(),
        sentence.tokens().stems(),
        sentence.tokens().surfaces());
  }

  private static Stream<Row> stream(Iterator<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }
}
