package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SharedData;
import org.summitthemes.support.SparkExtension;

/**
 * All speeches of the UN General Debate through the whole ingest, on two threads. Not part of
 * {@code verify}: {@code ./mvnw test -Dtest=GeneralDebateBenchmark}.
 */
@ExtendWith(SparkExtension.class)
class GeneralDebateBenchmark {
  /** Country, session and year of a speech whose key is, say, {@code KAZ_79_2024}. */
  private static final String AS_THE_FILE_IS_NAMED =
      "concat_ws('_', country_id, substring(event_name, 9), year(event_date)) = speech_id"
          + " and date_precision = 'year' and organization_id = 'UN'";

  @Test
  void allArchivesInOneRun(SparkSession spark) throws IOException {
    Path folder = SharedData.require("data/ungdc");
    List<String> archives =
        GeneralDebate.ARCHIVES.stream().map(name -> folder.resolve(name).toString()).toList();
    CorpusConfig config =
        ConfigFile.pipeline(
                "ungdc.yaml", Files.readString(Path.of("jobs/presets/ungdc.yaml")), Map.of())
            .corpus();

    long start = System.nanoTime();
    try (var outputs =
        IngestJob.read(spark, archives, config, Gazetteers.shipped(), "000001-benchmark")) {
      System.out.printf("Ingest: %.1f s%n", (System.nanoTime() - start) / 1e9);
      assertThat(outputs.counts()).isEqualTo(new IngestJob.Counts(11_339, 10_952, 0, 387));
      assertThat(outputs.speeches().select("country_id").distinct().count()).isEqualTo(200);
      assertThat(
              outputs.speeches().where("not coalesce(" + AS_THE_FILE_IS_NAMED + ", false)").count())
          .isZero();
      List<Row> copies =
          outputs
              .speeches()
              .where("duplicate_of is not null")
              .select("speech_id", "duplicate_of")
              .orderBy("speech_id")
              .collectAsList();
      copies.forEach(copy -> System.out.println(copy.getString(0) + " is in " + copy.getString(1)));
      // Read by eye: two files of one speech, and three files that hold another's speech as well.
      assertThat(copies)
          .extracting(Row::toString)
          .containsExactly(
              "[ARE_27_1972,MNG_27_1972]",
              "[IRL_27_1972,FJI_27_1972]",
              "[STP_36_1981,GIN_36_1981]",
              "[ZAF_39_1984,CAF_39_1984]");
    }
  }
}
