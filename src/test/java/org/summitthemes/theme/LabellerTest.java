package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
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
  private static final Labeller LABELLER = new Labeller(CATALOG, new LabelConfig(0.3, 1));

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
  void aSentenceWithoutEvidenceFollowsTwoStrongNeighboursOnlyIfTheyReachTheThreshold() {
    var labeller = new Labeller(CATALOG, new LabelConfig(0.3, 1));
    var bolder = new Labeller(CATALOG, new LabelConfig(0.5, 1));
    var speech = speech("The army left.", "So it was.", "The army returned.");

    assertThat(labeller.labels(speech).get(1).themeId()).isEqualTo("security");
    assertThat(bolder.labels(speech("War.", "So it was.", "War.")).get(1).themeId())
        .isEqualTo("security");
    assertThat(labeller.labels(speech("War.", "So it was.", "War.")).get(1).themeId())
        .isEqualTo("other");
  }

  @Test
  void theRunnerUpHasEvidenceOfItsOwn() {
    var labels = LABELLER.labels(speech("The army guards the trade.", "The army left."));

    assertThat(labels.get(0).secondThemeId()).isEqualTo("trade");
    assertThat(labels.get(1).secondThemeId()).isNull();
  }

  @Test
  void theExplanationAddsUp() {
    var explanation = LABELLER.explain(speech("The army left.", "Peace, trade and peace."), 1);

    assertThat(explanation.label().themeId()).isEqualTo("security");
    assertThat(explanation.hits()).extracting(Hit::term).containsExactly("peace", "trade", "peace");
    assertThat(explanation.own().get("security")).isCloseTo(0.9, within(1e-12));
    assertThat(explanation.pull().get("security")).isCloseTo(0.6, within(1e-12));
    assertThat(explanation.own().get("trade")).isEqualTo(1);
    assertThat(explanation.pull().get("trade")).isZero();
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
