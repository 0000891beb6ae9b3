package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.support.Catalogs.theme;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.ThemesConfig;

class BackgroundTest {
  private static final Catalog CATALOG =
      Catalog.of(new ThemesConfig(List.of(theme("energy", "oil"), theme("trade", "tariff"))));
  private static final Background BACKGROUND =
      new Background(
          Catalog.of(
              new ThemesConfig(
                  List.of(
                      theme("health", "doctor: 2", "nurse"),
                      theme("energy", "sun: 2"),
                      theme("ceremony", "thanks")))),
          CATALOG);

  @Test
  void theThemeWithMostCounts() {
    assertThat(score("The doctor said thanks.")).isEqualTo(2);
    assertThat(score("So be it.")).isZero();
  }

  @Test
  void aThemeThatTheAnalystAsksForIsNoBackground() {
    assertThat(score("The sun is shining.")).isZero();
    assertThat(BACKGROUND.hits(tokens("The sun is shining."))).isEmpty();
    assertThat(BACKGROUND.terms("en")).extracting(Term::text).doesNotContain("sun");
  }

  @Test
  void theHitsOfTheThemeWithMostAreShown() {
    assertThat(BACKGROUND.hits(tokens("Thanks to the nurse and the doctor.")))
        .extracting(Hit::term)
        .containsExactly("nurse", "doctor");
  }

  /** Terms: 1 for trade against 0.4 without a background, and against 0.4 + 0.5 times 2 with it. */
  @Test
  void itsTermsSpeakForOther() {
    var config = new LabelConfig(0, 2, 0.4, 0.5, 0, "off", "");
    var speech = List.of(new Unit("The doctor paid the tariff.", "en"));

    assertThat(new Labeller(CATALOG, null, null, config).labels(speech).get(0).themeId())
        .isEqualTo("trade");
    assertThat(new Labeller(CATALOG, BACKGROUND, null, config).labels(speech).get(0).themeId())
        .isEqualTo("other");
    assertThat(
            new Labeller(CATALOG, BACKGROUND, null, config.withBackgroundWeight(0))
                .labels(speech)
                .get(0)
                .themeId())
        .isEqualTo("trade");
    assertThat(new Labeller(CATALOG, BACKGROUND, null, config).explain(speech, 0).elsewhere())
        .extracting(Hit::term)
        .containsExactly("doctor");
  }

  private static double score(String text) {
    return BACKGROUND.score(tokens(text));
  }

  private static Tokens tokens(String text) {
    return Tokens.of(new Unit(text, "en"));
  }
}
