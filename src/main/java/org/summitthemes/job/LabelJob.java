package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.table.Records;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.CatalogReport;
import org.summitthemes.theme.Label;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Unit;

/**
 * Gives every sentence its theme.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}. Output: {@link SentenceLabel}.
 */
public final class LabelJob {
  private LabelJob() {}

  /**
   * One label for each sentence. A speech is labelled as a whole, in the order of its sentences.
   */
  public static Dataset<Row> transform(
      Dataset<Row> sentences, Catalog catalog, LabelConfig config) {
    return transform(sentences, new Labeller(catalog, null, null, config));
  }

  /** The same, with a labeller that has learnt. */
  public static Dataset<Row> transform(Dataset<Row> sentences, Labeller labeller) {
    Broadcast<Labeller> shared =
        JavaSparkContext.fromSparkContext(sentences.sparkSession().sparkContext())
            .broadcast(labeller);
    MapPartitionsFunction<Row, Row> label =
        rows -> labels(new SpeechIterator(rows), shared.value());
    return sentences
        .select("speech_id", "sentence_no", "text", "language")
        .repartition(col("speech_id"))
        .sortWithinPartitions("speech_id", "sentence_no")
        .mapPartitions(label, Records.encoder(SentenceLabel.class))
        .select(Records.columns(SentenceLabel.class));
  }

  /** What the catalog finds in the sentences: hits of each theme, and terms that never occur. */
  public static CatalogReport report(Dataset<Row> sentences, Catalog catalog) {
    return sentences
        .select("text", "language")
        .toJavaRDD()
        .aggregate(
            new CatalogReport(catalog),
            (report, row) -> report.add(new Unit(row.getString(0), row.getString(1))),
            CatalogReport::merge);
  }

  private static Iterator<Row> labels(Iterator<List<Row>> speeches, Labeller labeller) {
    Iterable<List<Row>> once = () -> speeches;
    return StreamSupport.stream(once.spliterator(), false)
        .flatMap(speech -> labels(speech, labeller).stream())
        .iterator();
  }

  private static List<Row> labels(List<Row> speech, Labeller labeller) {
    List<Label> labels =
        labeller.labels(
            speech.stream().map(row -> new Unit(row.getString(2), row.getString(3))).toList());
    return IntStream.range(0, speech.size())
        .mapToObj(i -> label(speech.get(i), labels.get(i)))
        .map(Records::row)
        .toList();
  }

  private static SentenceLabel label(Row sentence, Label label) {
    return new SentenceLabel(
        sentence.getString(0),
        sentence.getInt(1),
        label.themeId(),
        label.confidence(),
        label.secondThemeId());
  }
}
