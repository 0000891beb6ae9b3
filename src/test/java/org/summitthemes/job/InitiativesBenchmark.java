package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.text.SentenceSplitter;
import org.summitthemes.text.Span;

/**
 * Initiatives of all speeches of the UN General Debate, grouped, each group with its first speech.
 * Not part of {@code verify}: {@code ./mvnw test -Dtest=InitiativesBenchmark}.
 */
@ExtendWith(SparkExtension.class)
class InitiativesBenchmark {
  @Test
  void wellKnownInitiativesAreGroups(SparkSession spark) throws IOException {
    Map<String, String> texts = GeneralDebate.everyNth(1);
    List<String> named = new ArrayList<>();
    texts.forEach((name, text) -> named.add(name + "\n" + text));
    FlatMapFunction<String, Row> split = InitiativesBenchmark::sentences;
    Dataset<Row> sentences =
        spark
            .createDataset(named, org.apache.spark.sql.Encoders.STRING())
            .repartition(16)
            .flatMap(split, Records.encoder(Sentence.class));
    long start = System.nanoTime();
    Dataset<Row> acts =
        ProposalJob.acts(
                sentences,
                ConfigFile.proposals(
                    "proposals.yaml", Files.readString(Path.of("jobs", "proposals.yaml"))),
                Gazetteers.shipped())
            .where(col("act").isNotNull())
            .persist(StorageLevel.DISK_ONLY());
    System.out.printf("%d acts in %.0f s%n", acts.count(), (System.nanoTime() - start) / 1e9);
    acts.groupBy("act").count().sort("act").show();

    List<Row> groups =
        InitiativeGroups.of(acts)
            .where(col("group_id").isNotNull())
            .withColumn(
                "year", org.apache.spark.sql.functions.substring_index(col("speech_id"), "_", -1))
            .groupBy("group_id")
            .agg(
                count_distinct(col("speech_id")).as("n_speeches"),
                min(struct(
                        col("year"),
                        col("speech_id"),
                        col("sentence_no"),
                        col("act"),
                        col("title")))
                    .as("first"))
            .sort(col("n_speeches").desc(), col("group_id"))
            .select("group_id", "n_speeches", "first.*")
            .collectAsList();
    groups.stream()
        .limit(Integer.getInteger("show", 300))
        .forEach(row -> System.out.println(row.mkString(" | ")));

    assertThat(groups)
        .extracting(row -> row.getString(0) + " " + row.getString(3))
        .contains(
            "area-free-nuclear-weapon POL_13_1958",
            "area-law NLD_14_1959",
            "document-non-nuclear-proliferation NLD_19_1964",
            "order-economic-new MNG_29_1974",
            "document-ban-comprehensive-test NPL_21_1966",
            "document-chemical-weapon RUS_23_1968",
            "document-change-climate CAN_44_1989",
            "document-arms-trade TZA_54_1999",
            "body-reform-security TZA_47_1992",
            "body-peacebuild AGO_60_2005");
  }

  private static java.util.Iterator<Row> sentences(String named) {
    int end = named.indexOf('\n');
    String id = named.substring(0, end);
    String text = named.substring(end + 1);
    List<Row> sentences = new ArrayList<>();
    for (Span span : SentenceSplitter.split(text, "en")) {
      sentences.add(
          Records.row(
              new Sentence(
                  id,
                  sentences.size(),
                  span.start(),
                  span.end(),
                  text.substring(
                      text.offsetByCodePoints(0, span.start()),
                      text.offsetByCodePoints(0, span.end())),
                  0,
                  "en",
                  1,
                  List.of(),
                  List.of())));
    }
    return sentences.iterator();
  }
}
