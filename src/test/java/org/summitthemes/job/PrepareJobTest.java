package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Passage;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;

@ExtendWith(SparkExtension.class)
class PrepareJobTest {
  private static final PrepareConfig CONFIG = new PrepareConfig(5, 20);
  private static final List<Speech> SPEECHES =
      List.of(
          speech("a", "en", "Trade grows. Our ports are open to all nations.\n\nWe thank you all."),
          speech("b", null, "Мы поддерживаем мир. Безопасность границ важна для всех нас."),
          speech("c", null, " \n"));

  @Test
  void sentencesHaveTheirPlaceAndTokens(SparkSession spark) {
    assertThat(sentences(PrepareJob.transform(speeches(spark), CONFIG)))
        .contains(
            new Sentence(
                "a",
                0,
                0,
                12,
                "Trade grows.",
                0,
                "en",
                2,
                List.of("trade", "grow"),
                List.of("trade", "grows")))
        .extracting(Sentence::speechId, Sentence::sentenceNo, Sentence::startOffset, Sentence::text)
        .containsExactly(
            tuple("a", 0, 0, "Trade grows."),
            tuple("a", 1, 13, "Our ports are open to all nations."),
            tuple("a", 2, 49, "We thank you all."),
            tuple("b", 0, 0, "Мы поддерживаем мир."),
            tuple("b", 1, 21, "Безопасность границ важна для всех нас."));
  }

  @Test
  void passagesFollowFromTheSentences(SparkSession spark) {
    var passages = PrepareJob.transform(speeches(spark), CONFIG).passages();

    assertThat(Records.list(passages.sort("speech_id", "passage_no"), Passage.class))
        .containsExactly(new Passage("a", 0, 0, 2, "en", 13), new Passage("b", 0, 0, 1, "ru", 9));
  }

  @Test
  void everySpeechHasALanguageAndASize(SparkSession spark) {
    var languages = PrepareJob.transform(speeches(spark), CONFIG).languages();

    assertThat(Records.list(languages.sort("speech_id"), SpeechLanguage.class))
        .containsExactly(
            new SpeechLanguage("a", "en", 3, 13),
            new SpeechLanguage("b", "ru", 2, 9),
            new SpeechLanguage("c", "und", 0, 0));
  }

  @Test
  void outputsHaveTheSchemasOfTheirRecordsAlsoWithoutRows(SparkSession spark) {
    var outputs = PrepareJob.transform(Records.dataset(spark, Speech.class, List.of()), CONFIG);

    assertThat(outputs.sentences().schema()).isEqualTo(Records.schema(Sentence.class));
    assertThat(outputs.passages().columns())
        .containsExactlyElementsOf(Records.columnNames(Passage.class));
    assertThat(outputs.languages().columns())
        .containsExactlyElementsOf(Records.columnNames(SpeechLanguage.class));
    assertThat(outputs.sentences().count()).isZero();
    assertThat(outputs.languages().count()).isZero();
  }

  @Test
  void partitionsAndTheOrderOfRowsDoNotMatter(SparkSession spark) {
    var one = PrepareJob.transform(speeches(spark).coalesce(1), CONFIG);
    var seven = PrepareJob.transform(speeches(spark).repartition(7).sort(byIdDescending()), CONFIG);

    assertThat(sentences(seven)).isEqualTo(sentences(one));
  }

  private static org.apache.spark.sql.Column byIdDescending() {
    return org.apache.spark.sql.functions.col("speech_id").desc();
  }

  private static List<Sentence> sentences(PrepareJob.Outputs outputs) {
    return Records.list(outputs.sentences().sort("speech_id", "sentence_no"), Sentence.class);
  }

  private static Dataset<Row> speeches(SparkSession spark) {
    return Records.dataset(spark, Speech.class, SPEECHES);
  }

  private static Speech speech(String id, @Nullable String language, String text) {
    return new Speech(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "unknown",
        "none",
        null,
        language,
        null,
        id + ".txt",
        "text",
        text,
        "",
        "",
        null,
        "000001-000000");
  }
}
