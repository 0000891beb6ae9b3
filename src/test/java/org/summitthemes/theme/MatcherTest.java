package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.support.Catalogs.excluding;
import static org.summitthemes.support.Catalogs.in;
import static org.summitthemes.support.Catalogs.theme;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Theme;

class MatcherTest {
  @Test
  void aTermIsFoundWhateverItsCase() {
    assertThat(found(theme("trade", "tariff"), "TARIFF, Tariff and tariff."))
        .containsExactly("TARIFF", "Tariff", "tariff");
  }

  @Test
  void aTermIsAWholeWord() {
    assertThat(found(theme("trade", "import"), "An important import.")).containsExactly("import");
  }

  @Test
  void aStarStandsForAnyEnding() {
    assertThat(found(theme("trade", "export*"), "Export, exporters, re-exports, expo."))
        .containsExactly("Export", "exporters", "exports");
  }

  @Test
  void everyWordOfAPhraseMayHaveAStar() {
    assertThat(found(theme("security", "threat* to peace*"), "threats to peaceful nations"))
        .containsExactly("threats to peaceful");
  }

  @Test
  void anyWhiteSpaceOrHyphenMayStandBetweenTheWordsOfAPhrase() {
    assertThat(
            found(
                theme("security", "cease fire"),
                "cease fire, cease-fire, cease\n   fire, cease‑fire, cease. Fire"))
        .containsExactly("cease fire", "cease-fire", "cease\n   fire", "cease‑fire");
  }

  @Test
  void anApostropheEndsAWordButNotAPhrase() {
    assertThat(found(theme("rights", "women's rights"), "Women’s rights")).hasSize(1);
    assertThat(found(theme("energy", "opec"), "OPEC's quota")).containsExactly("OPEC");
  }

  @Test
  void aTermInCapitalsIsFoundInCapitalsOnly() {
    assertThat(found(theme("security", "SALT"), "Salt, salt and SALT II")).containsExactly("SALT");
  }

  @Test
  void theLongestOfOverlappingTermsWinsWithinATheme() {
    assertThat(found(theme("trade", "trade", "free trade", "trade agreement"), "a free trade area"))
        .containsExactly("free trade");
  }

  @Test
  void ofEquallyLongTermsTheEarlierWins() {
    assertThat(found(theme("x", "aa bb", "bb cc"), "aa bb cc")).containsExactly("aa bb");
  }

  @Test
  void ofTheSameSpanTheTermWithFewerStarsWins() {
    assertThat(hits(List.of(theme("x", "peace*", "peace: 2")), "en", "peace"))
        .extracting(Hit::term)
        .containsExactly("peace");
  }

  @Test
  void differentThemesShareASpan() {
    assertThat(hits(List.of(theme("a", "nuclear"), theme("b", "nuclear*")), "en", "nuclear"))
        .extracting(Hit::themeId)
        .containsExactly("a", "b");
  }

  @Test
  void anExclusionSilencesTheTermsItOverlapsInItsThemeOnly() {
    var security = excluding(theme("security", "security"), "social security");
    var finance = theme("finance", "social security");

    assertThat(hits(List.of(security, finance), "en", "Social security is no security."))
        .containsExactly(
            new Hit("finance", "social security", 1, 0, 15),
            new Hit("security", "security", 1, 22, 30));
  }

  @Test
  void placesCountCodePoints() {
    assertThat(hits(List.of(theme("x", "oil")), "en", "🛢🛢 oil"))
        .containsExactly(new Hit("x", "oil", 1, 3, 6));
  }

  @Test
  void turkishHasTwoLettersI() {
    var trade = in(theme("trade", "trade"), "tr", "ihracat*", "ışık");

    assertThat(hits(List.of(trade), "tr", "İHRACATI ve IŞIK")).hasSize(2);
    assertThat(hits(List.of(trade), "tr", "IHRACAT")).isEmpty();
  }

  @Test
  void textInAnUnlistedOrUnknownLanguageIsReadWithTheEnglishTerms() {
    var trade = in(theme("trade", "trade"), "ru", "торговл*");

    assertThat(hits(List.of(trade), "und", "trade")).hasSize(1);
    assertThat(hits(List.of(trade), "uz", "trade")).hasSize(1);
    assertThat(hits(List.of(trade), "ru-Cyrl", "торговля, trade"))
        .extracting(Hit::term)
        .containsExactly("торговл*");
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(found(theme("x", "x"), "")).isEmpty();
    assertThat(found(theme("x", "x"), " —… ")).isEmpty();
  }

  private static List<String> found(Theme theme, String text) {
    return hits(List.of(theme), "en", text).stream()
        .map(
            hit ->
                text.substring(
                    text.offsetByCodePoints(0, hit.start()), text.offsetByCodePoints(0, hit.end())))
        .toList();
  }

  private static List<Hit> hits(List<Theme> themes, String language, String text) {
    return Catalog.of(new ThemesConfig(themes)).matcher(language).hits(text);
  }
}
