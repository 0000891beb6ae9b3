package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

@ExtendWith(SparkExtension.class)
class IngestTablesTest {
  private static final String WORDS = "We met to speak of trade and of peace. ";

  @Test
  void tablesThatSparkWroteAreCorpora(SparkSession spark, @TempDir Path folder) {
    select(spark, "parquet", 1).write().parquet(folder.resolve("p").toString());
    select(spark, "csv", 2).write().option("header", true).csv(folder.resolve("c").toString());
    select(spark, "json", 3).write().json(folder.resolve("j").toString());

    try (var outputs =
        IngestJob.read(
            spark,
            List.of(folder.toString()),
            CorpusConfig.defaults(),
            Gazetteers.shipped(),
            "run")) {
      assertThat(outputs.counts().speeches()).isEqualTo(3);
      assertThat(Records.list(outputs.speeches().orderBy("speech_id"), Speech.class))
          .extracting(
              Speech::speechId,
              Speech::sourceFormat,
              Speech::countryId,
              speech -> String.valueOf(speech.eventDate()),
              Speech::dateSource)
          .containsExactly(
              tuple("csv", "csv", "KAZ", "2020-05-07", "columns"),
              tuple("json", "json", "KAZ", "2020-05-08", "columns"),
              tuple("parquet", "parquet", "KAZ", "2020-05-06", "columns"));
    }
  }

  private static org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> select(
      SparkSession spark, String id, int n) {
    return spark.sql(
        "select '%s' as id, '%s' as text, date'2020-05-%02d' as date, 'KAZ' as country"
            .formatted(id, WORDS.repeat(5 * n).strip(), 5 + n));
  }
}
