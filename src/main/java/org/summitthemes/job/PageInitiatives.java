package org.summitthemes.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.summitthemes.report.Frame;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.OrderedTable;

/** What the page shows of initiatives: the newest, the groups of most speeches, their sentences. */
final class PageInitiatives {
  private static final int NEWEST = 100;
  private static final int GROUPS = 40;

  /** Sentences shown of a group, from the first on. */
  private static final int USES = 10;

  private final Map<Class<? extends Record>, OrderedTable> tables;

  PageInitiatives(Map<Class<? extends Record>, OrderedTable> tables) {
    this.tables = tables;
  }

  /** The newest, calls to act last. */
  Frame newest() {
    Dataset<Row> speeches =
        dataset(DimSpeech.class)
            .select(col("speech_id"), col("title").as("speech_title"), col("event_date"));
    return Frame.of(
        dataset(FactProposal.class)
            .join(speeches, "speech_id")
            .sort(
                col("act").equalTo("called_for"),
                col("event_date").desc_nulls_last(),
                col("proposal_id"))
            .limit(NEWEST)
            .select(
                col("event_date"),
                col("organization_id"),
                col("proposer_name"),
                col("act"),
                Columns.shortened("title"),
                col("theme_id"),
                Columns.shortened("speech_title")));
  }

  /** Initiatives of several speeches: those of most speeches, with their first and last use. */
  Frame groups() {
    Column use =
        struct(
            coalesce(col("date").cast("string"), lit("9999")),
            col("proposal_id"),
            col("proposer_name").as("who"),
            col("organization_id"),
            col("act"),
            Columns.shortened("title").as("title"));
    return Frame.of(
        grouped()
            .groupBy("group_id")
            .agg(
                count_distinct(col("speech_id")).as("speeches"),
                min(use).as("first"),
                min(col("date")).as("first_date"),
                max(col("date")).as("last_date"),
                concat_ws(", ", sort_array(collect_set(col("act")))).as("acts"),
                concat_ws(", ", sort_array(collect_set(col("organization_id"))))
                    .as("organizations"))
            .sort(col("speeches").desc(), col("group_id"))
            .limit(GROUPS)
            .select(
                col("group_id"),
                col("first.title").as("title"),
                col("first.who").as("who"),
                col("first_date"),
                col("last_date"),
                col("acts"),
                col("organizations"),
                col("speeches").cast("int").as("speeches")));
  }

  /** The first sentences of each of these groups, with who said them where. */
  Frame uses() {
    Column place =
        row_number()
            .over(
                Window.partitionBy("group_id")
                    .orderBy(col("date").asc_nulls_last(), col("proposal_id")));
    Dataset<Row> shown =
        grouped()
            .groupBy("group_id")
            .agg(count_distinct(col("speech_id")).as("speeches"))
            .sort(col("speeches").desc(), col("group_id"))
            .limit(GROUPS)
            .select("group_id");
    Dataset<Row> first =
        grouped()
            .join(broadcast(shown), "group_id")
            .withColumn("place", place)
            .where(col("place").leq(USES));
    Dataset<Row> texts =
        dataset(FactSentenceTheme.class)
            .select(col("speech_id"), col("sentence_no"), Columns.shortened("text"));
    return Frame.of(
        texts
            .join(broadcast(first), Columns.of("speech_id", "sentence_no"))
            .sort("group_id", "place")
            .select(
                col("group_id"),
                col("act"),
                col("text"),
                col("proposer_name"),
                col("date").as("event_date"),
                col("speech_id"),
                col("sentence_no"),
                Columns.shortened("speech_title"),
                col("language")));
  }

  private Dataset<Row> grouped() {
    Dataset<Row> speeches =
        dataset(DimSpeech.class)
            .select(
                col("speech_id"),
                col("event_date").as("date"),
                col("title").as("speech_title"),
                col("language"));
    return dataset(FactProposal.class)
        .where(col("group_id").isNotNull())
        .join(speeches, "speech_id");
  }

  private Dataset<Row> dataset(Class<? extends Record> type) {
    return Objects.requireNonNull(tables.get(type), type.getSimpleName()).unordered();
  }
}
