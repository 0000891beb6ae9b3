package org.summitthemes.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.OrderedTable;

/** Finds the sentences that best show what stands behind the share of a theme. */
final class Evidence {
  private final Map<Class<? extends Record>, OrderedTable> tables;
  private final int perCell;

  Evidence(Map<Class<? extends Record>, OrderedTable> tables, int perCell) {
    this.tables = tables;
    this.perCell = perCell;
  }

  /**
   * The sentences with the surest labels for each basis, organization and theme; ties go by speech
   * and position. A cell's best sentences are among the best of each speech, so the first cut is by
   * speech, before speeches are multiplied by the organizations they belong to.
   *
   * @param organizations {@code basis, organization_id} of the cells
   */
  Dataset<Row> sentences(Dataset<Row> organizations) {
    Dataset<Row> candidates =
        best(
            dataset(FactSentenceTheme.class)
                .select("speech_id", "sentence_no", "theme_id", "confidence"),
            "speech_id",
            "theme_id");
    Dataset<Row> chosen =
        best(
            candidates.join(affiliations(organizations), "speech_id"),
            "basis",
            "organization_id",
            "theme_id");
    Dataset<Row> texts =
        dataset(FactSentenceTheme.class)
            .select(col("speech_id"), col("sentence_no"), Columns.shortened("text"));
    return texts
        .join(broadcast(chosen), Columns.of("speech_id", "sentence_no"))
        .join(circumstances(), "speech_id")
        .select(
            "basis",
            "organization_id",
            "theme_id",
            "confidence",
            "text",
            "speech_id",
            "sentence_no",
            "title",
            "speaker_name",
            "event_date",
            "date_precision",
            "place",
            "venue_id",
            "language",
            "source_uri")
        .sort(
            col("basis"),
            col("organization_id"),
            col("theme_id"),
            col("confidence").desc(),
            col("speech_id"),
            col("sentence_no"));
  }

  private Dataset<Row> best(Dataset<Row> sentences, String... cell) {
    Column[] by = Arrays.stream(cell).map(functions::col).toArray(Column[]::new);
    Column place =
        row_number()
            .over(
                Window.partitionBy(by)
                    .orderBy(col("confidence").desc(), col("speech_id"), col("sentence_no")));
    return sentences.withColumn("place", place).where(col("place").leq(perCell)).drop("place");
  }

  /** Which speech belongs to which of the organizations shown, and how. */
  private Dataset<Row> affiliations(Dataset<Row> organizations) {
    Dataset<Row> speeches = dataset(DimSpeech.class).where(col("duplicate_of").isNull());
    Dataset<Row> venues =
        speeches.select(col("speech_id"), lit("venue").as("basis"), col("organization_id"));
    Dataset<Row> memberships =
        dataset(BridgeMembership.class)
            .where(col("role").equalTo("member"))
            .select("organization_id", "country_id", "valid_from", "valid_to");
    Dataset<Row> members =
        speeches
            .select("speech_id", "country_id", "event_date")
            .join(memberships, "country_id")
            .where(col("event_date").geq(col("valid_from")))
            .where(col("valid_to").isNull().or(col("event_date").leq(col("valid_to"))))
            .select(col("speech_id"), lit("members").as("basis"), col("organization_id"))
            .distinct();
    return venues
        .union(members)
        .join(broadcast(organizations), Columns.of("basis", "organization_id"));
  }

  private Dataset<Row> circumstances() {
    return dataset(DimSpeech.class)
        .select(
            col("speech_id"),
            Columns.shortened("title"),
            col("speaker_name"),
            col("event_date"),
            col("date_precision"),
            col("place"),
            col("organization_id").as("venue_id"),
            col("language"),
            col("source_uri"));
  }

  private Dataset<Row> dataset(Class<? extends Record> type) {
    return Objects.requireNonNull(tables.get(type), type.getSimpleName()).unordered();
  }
}
