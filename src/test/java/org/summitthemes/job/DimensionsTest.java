package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.DimDate;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;

@ExtendWith(SparkExtension.class)
class DimensionsTest {
  private static final LocalDate MAY = LocalDate.of(2025, 5, 21);

  @Test
  void speechesCountTheirSentencesAndWords(SparkSession spark) {
    var rows =
        Dimensions.speeches(
            Records.dataset(spark, Speech.class, List.of(speech("a", MAY), speech("b", null))),
            languages(spark));

    assertThat(Records.list(rows.sort("speech_id"), DimSpeech.class))
        .extracting(
            DimSpeech::speechId, DimSpeech::language, DimSpeech::nSentences, DimSpeech::nWords)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "en", 2, 12),
            org.assertj.core.groups.Tuple.tuple("b", "kk", 0, 0));
  }

  @Test
  void eachDayOccursOnceAndUnknownOnesNever(SparkSession spark) {
    var speeches =
        Records.dataset(
            spark, Speech.class, List.of(speech("a", MAY), speech("b", null), speech("c", MAY)));

    assertThat(Records.list(Dimensions.dates(speeches), DimDate.class))
        .containsExactly(new DimDate(MAY, 2025, 2, 5, 21));
  }

  @Test
  void otherFollowsTheCatalogsThemes() {
    var term = new ThemesConfig.Term("customs", 1);
    var trade =
        new ThemesConfig.Theme(
            "trade",
            "Trade",
            "Goods",
            null,
            List.of(term),
            List.of(),
            Map.of("ru", List.of(term, term)));

    assertThat(Dimensions.themes(new ThemesConfig(List.of(trade))))
        .extracting(DimTheme::themeId, DimTheme::nTerms)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("trade", 3),
            org.assertj.core.groups.Tuple.tuple("other", 0));
  }

  private static Dataset<Row> languages(SparkSession spark) {
    return Records.dataset(
        spark,
        SpeechLanguage.class,
        List.of(new SpeechLanguage("a", "en", 2, 12), new SpeechLanguage("b", "kk", 0, 0)));
  }

  private static Speech speech(String id, LocalDate date) {
    return new Speech(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        date,
        date == null ? "unknown" : "day",
        "none",
        null,
        null,
        null,
        "corpus/" + id,
        "text",
        "",
        "",
        "00",
        null,
        "000001-abcdef");
  }
}
