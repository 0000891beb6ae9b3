package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.support.Catalogs;
import org.summitthemes.support.SharedData;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Evaluation;
import org.summitthemes.theme.MiniLm;
import org.summitthemes.theme.Teacher;

/**
 * The shipped catalog and settings on coded texts. The floors lie clearly below what was measured
 * when they were written; they catch a break, not a wobble.
 */
class GoldScoresTest {
  private static final Catalog CATALOG = Catalog.of(Catalogs.shipped("themes.yaml"));

  private static final Catalog BACKGROUND = Catalog.of(Catalogs.shipped("themes-wide.yaml"));

  @ParameterizedTest
  @CsvSource({"cap_sotu, 0.72", "cap_bills, 0.74", "cap_nyt, 0.63", "theme_gold, 0.79"})
  void macroF1StaysAboveItsFloor(String set, double floor) throws IOException {
    Path file = SharedData.require("data/" + set + "/labelled.jsonl.gz");

    Evaluation evaluation;
    try (var gold = Files.newInputStream(file);
        var encoder = MiniLm.load().orElseThrow()) {
      evaluation =
          EvaluateJob.evaluate(
              gold,
              set,
              new EvaluateJob.Means(
                  CATALOG,
                  new Teacher(CATALOG, BACKGROUND),
                  List.of(),
                  encoder,
                  LabelConfig.defaults()));
    }

    print(set, evaluation);
    assertThat(evaluation.macroF1()).isGreaterThan(floor);
  }

  private static void print(String set, Evaluation evaluation) {
    System.out.printf(
        Locale.ROOT,
        "%-10s n %d, accuracy %.3f, macro-F1 %.3f%n",
        set,
        evaluation.n(),
        evaluation.accuracy(),
        evaluation.macroF1());
    evaluation
        .themes()
        .forEach(
            (id, figures) ->
                System.out.printf(
                    Locale.ROOT,
                    "  %-9s precision %.2f recall %.2f F1 %.2f of %d%n",
                    id,
                    figures.precision(),
                    figures.recall(),
                    figures.f1(),
                    figures.support()));
  }
}
