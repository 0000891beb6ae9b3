package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.support.Catalogs.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.CatalogReport;

@ExtendWith(SparkExtension.class)
class LabelJobTest {
  private static final Catalog CATALOG =
      Catalog.of(
          new ThemesConfig(
              List.of(
                  theme("security", "army: 2", "peace: 0.5"),
                  theme("trade", "tariff: 2", "goods"))));

  @Test
  void aWeakSentenceFollowsItsNeighbourOfTheSameSpeechOnly(SparkSession spark) {
    var labels =
        label(
            Records.dataset(
                spark,
                Sentence.class,
                List.of(
                    sentence("a", 0, "The army left."),
                    sentence("a", 1, "We want peace."),
                    sentence("b", 0, "Peace to the goods."),
                    sentence("c", 0, "Peace."))));

    assertThat(labels)
        .extracting(SentenceLabel::speechId, SentenceLabel::themeId, SentenceLabel::secondThemeId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "security", null),
            org.assertj.core.groups.Tuple.tuple("a", "security", null),
            org.assertj.core.groups.Tuple.tuple("b", "trade", "security"),
            org.assertj.core.groups.Tuple.tuple("c", "other", "security"));
  }

  @Test
  void sentencesAreOrderedByNumberNotByText(SparkSession spark) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String text = i == 10 ? "We want peace." : i > 8 ? "The army left." : "So be it.";
      sentences.add(sentence("a", i, text));
    }

    assertThat(label(Records.dataset(spark, Sentence.class, sentences)))
        .filteredOn(label -> label.themeId().equals("security"))
        .extracting(SentenceLabel::sentenceNo)
        .containsExactly(9, 10, 11);
  }

  @Test
  void partitionsAndOrderOfTheRowsDoNotMatter(SparkSession spark) {
    List<Sentence> sentences = new ArrayList<>();
    var random = new Random(1);
    String[] texts = {
      "The army left.", "We want peace.", "Goods, peace.", "A tariff.", "So be it."
    };
    for (int i = 0; i < 200; i++) {
      sentences.add(sentence("s" + i % 9, i / 9, texts[random.nextInt(texts.length)]));
    }
    var expected = label(Records.dataset(spark, Sentence.class, sentences).coalesce(1));
    Collections.shuffle(sentences, random);

    assertThat(label(Records.dataset(spark, Sentence.class, sentences).repartition(7)))
        .isEqualTo(expected);
  }

  @Test
  void noSentencesGiveNoLabelsWithTheSameColumns(SparkSession spark) {
    var labels =
        LabelJob.transform(
            Records.dataset(spark, Sentence.class, List.of()), CATALOG, LabelConfig.defaults());

    assertThat(labels.count()).isZero();
    assertThat(labels.schema()).isEqualTo(Records.schema(SentenceLabel.class));
  }

  @Test
  void theReportCountsHitsAndNamesTermsThatNeverOccur(SparkSession spark) {
    var report =
        LabelJob.report(
            Records.dataset(
                    spark,
                    Sentence.class,
                    List.of(
                        sentence("a", 0, "Peace and peace."),
                        sentence("a", 1, "Goods."),
                        sentence("b", 0, "Peace."),
                        sentence("b", 1, "Thanks.")))
                .repartition(3),
            CATALOG);

    assertThat(report.themes())
        .containsExactly(
            new CatalogReport.ThemeHits("security", 3, 2, 0.5, List.of("en: army")),
            new CatalogReport.ThemeHits("trade", 1, 1, 0.25, List.of("en: tariff")));
  }

  private static List<SentenceLabel> label(Dataset<Row> sentences) {
    return Records.list(
        LabelJob.transform(sentences, CATALOG, LabelConfig.defaults())
            .sort("speech_id", "sentence_no"),
        SentenceLabel.class);
  }

  private static Sentence sentence(String speech, int number, String text) {
    return new Sentence(speech, number, 0, text.length(), text, 0, "en", 1, List.of(), List.of());
  }
}
