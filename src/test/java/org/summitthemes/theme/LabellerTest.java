package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.summitthemes.support.Catalogs.theme;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.ThemesConfig;

class LabellerTest {
  private static final Catalog CATALOG =
      Catalog.of(
          new ThemesConfig(
              List.of(
                  theme("security", "army: 2", "war", "peace: 0.6"),
                  theme("trade", "tariff: 2", "trade", "goods: 0.6"))));
  private static final Labeller LABELLER =
      new Labeller(CATALOG, null, null, new LabelConfig(0.5, 2, 0.5, 0, 0, "off", ""));

  @Test
  void theThemeWithMoreEvidenceWins() {
    assertThat(themes("The army guards the trade.")).containsExactly("security");
  }

  @Test
  void ofEqualEvidenceTheFirstThemeOfTheCatalogWins() {
    assertThat(themes("Trade or war?")).containsExactly("security");
  }

  @Test
  void weakEvidenceAloneIsOther() {
    assertThat(themes("We want peace.")).containsExactly("other");
  }

  @Test
  void weakEvidenceBesideAPlainSentenceIsTheTheme() {
    assertThat(themes("The army left.", "We want peace.")).containsExactly("security", "security");
  }

  @Test
  void aSentenceWithoutEvidenceStaysOtherBesideOneNeighbour() {
    assertThat(themes("An army, a war, an army.", "So it was."))
        .containsExactly("security", "other");
  }

  @Test
  void aSentenceWithoutEvidenceFollowsTwoNeighboursThatAreSure() {
    assertThat(themes("The army left.", "So it was.", "The army returned."))
        .containsExactly("security", "security", "security");
    assertThat(themes("The army left.", "So it was.", "Thanks.").get(1)).isEqualTo("other");
  }

  @Test
  void withoutContextEverySentenceStandsAlone() {
    var alone = new Labeller(CATALOG, null, null, new LabelConfig(0, 2, 0.5, 0, 0, "off", ""));
    var speech = speech("The army left.", "We want peace.");

    assertThat(alone.labels(speech).get(1))
        .isEqualTo(alone.labels(speech.subList(1, 2)).get(0))
        .extracting(Label::themeId)
        .isEqualTo("other");
  }

  @Test
  void clearerEvidenceGivesMoreConfidence() {
    assertThat(LABELLER.labels(speech("The army.")).get(0).confidence())
        .isGreaterThan(LABELLER.labels(speech("War.")).get(0).confidence())
        .isLessThan(1);
  }

  @Test
  void theRunnerUpHasEvidenceOfItsOwn() {
    var labels = LABELLER.labels(speech("The army guards the trade.", "The army left."));

    assertThat(labels.get(0).secondThemeId()).isEqualTo("trade");
    assertThat(labels.get(1).secondThemeId()).isNull();
  }

  /** Dictionary of security: 2 (0.6 + 0.3 for peace) less 2 (0.5 + 0.4) for the threshold. */
  @Test
  void theExplanationAddsUpToTheLogarithmOfTheOdds() {
    var explanation = LABELLER.explain(speech("The army left.", "Peace, trade and peace."), 1);

    assertThat(explanation.hits()).extracting(Hit::term).containsExactly("peace", "trade", "peace");
    assertThat(explanation.dictionary().get("security")).isCloseTo(0.4, within(1e-12));
    assertThat(explanation.student().get("security")).isZero();
    assertThat(explanation.neighbours().get("security")).isPositive();
    for (String theme : List.of("security", "trade")) {
      double odds =
          explanation.probabilities().get(theme) / explanation.probabilities().get("other");
      assertThat(
              explanation.dictionary().get(theme)
                  + explanation.student().get(theme)
                  + explanation.neighbours().get(theme))
          .isCloseTo(Math.log(odds), within(1e-12));
    }
    assertThat(explanation.label().confidence())
        .isEqualTo(explanation.probabilities().get(explanation.label().themeId()));
  }

  @Test
  void aStudentOfOtherThemesIsRefused() {
    var student =
        new Student(List.of("energy"), NGramVocabulary.of(List.of(), new double[0]), List.of());

    assertThatThrownBy(() -> new Labeller(CATALOG, null, student, LabelConfig.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Student was taught themes [energy]; the catalog has [security, trade]");
  }

  @Test
  void anEmptySpeechHasNoLabels() {
    assertThat(LABELLER.labels(List.of())).isEmpty();
  }

  private static List<String> themes(String... sentences) {
    return LABELLER.labels(speech(sentences)).stream().map(Label::themeId).toList();
  }

  private static List<Unit> speech(String... sentences) {
    return Stream.of(sentences).map(sentence -> new Unit(sentence, "en")).toList();
  }
}
