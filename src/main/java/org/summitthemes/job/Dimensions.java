package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.table.DimDate;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.Records;

/** Makes the dimensions that are not a stage's own output: speeches, dates, themes. */
public final class Dimensions {
  /** The theme of sentences that are about none of the catalog's themes. */
  public static final String OTHER = "other";

  private static final String OTHER_DESCRIPTION =
      "Everything that is about none of the catalog's themes: ceremony, thanks, institutions, culture and the like";

  private Dimensions() {}

  /**
   * The speeches with what preparing them found out: language, sentences, words.
   *
   * @param speeches rows of {@code Speech}
   * @param languages rows of {@code SpeechLanguage}
   */
  public static Dataset<Row> speeches(Dataset<Row> speeches, Dataset<Row> languages) {
    return speeches
        .drop("language")
        .join(languages, "speech_id")
        .select(Records.columns(DimSpeech.class));
  }

  /** The days on which the speeches were given. */
  public static Dataset<Row> dates(Dataset<Row> dimSpeech) {
    return dimSpeech
        .select(col("event_date").as("date"))
        .where(col("date").isNotNull())
        .distinct()
        .withColumn("year", year(col("date")))
        .withColumn("quarter", quarter(col("date")))
        .withColumn("month", month(col("date")))
        .withColumn("day", dayofmonth(col("date")))
        .select(Records.columns(DimDate.class));
  }

  /** The catalog's themes in its order, then {@code other}. */
  public static List<DimTheme> themes(ThemesConfig catalog) {
    List<DimTheme> themes = new ArrayList<>();
    for (ThemesConfig.Theme theme : catalog.themes()) {
      int terms =
          theme.terms().size() + theme.languages().values().stream().mapToInt(List::size).sum();
      themes.add(
          new DimTheme(theme.id(), theme.label(), theme.description(), theme.parent(), terms));
    }
    themes.add(new DimTheme(OTHER, "Other", OTHER_DESCRIPTION, null, 0));
    return themes;
  }
}
