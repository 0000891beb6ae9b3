package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.config.ThemesConfig.Theme;
import org.summitthemes.support.Catalogs;

class ShippedCatalogTest {
  private static final List<Theme> THEMES = Catalogs.shipped("themes.yaml").themes();

  @Test
  void everyThemeHasTermsInFourLanguages() {
    assertThat(THEMES)
        .extracting(Theme::id)
        .containsExactly("security", "trade", "transport", "energy");
    assertThat(THEMES)
        .allSatisfy(
            theme -> {
              assertThat(theme.terms()).hasSizeGreaterThan(150);
              assertThat(theme.languages()).containsOnlyKeys("ru", "tr", "kk");
              assertThat(theme.languages().values())
                  .allSatisfy(terms -> assertThat(terms).hasSizeGreaterThan(50));
            });
  }

  @Test
  void theWideCatalogNamesAtLeastTwelveFurtherThemes() {
    assertThat(Catalogs.shipped("themes-wide.yaml").themes())
        .hasSizeGreaterThanOrEqualTo(12)
        .extracting(Theme::id)
        .doesNotContainAnyElementsOf(THEMES.stream().map(Theme::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          security  | en | The ceasefire must hold and the troops must withdraw.
          trade     | en | We agreed to lower customs duties and open our markets.
          transport | en | A new railway will link the port with the airport.
          energy    | en | The pipeline brings natural gas to the power plants.
          other     | en | Social security and food security matter to us.
          other     | en | The trade unions welcomed it with much energy.
          security  | ru | Борьба с терроризмом остаётся нашей общей задачей.
          trade     | ru | Взаимный товарооборот вырос, таможенные пошлины снижены.
          transport | ru | Развиваем железные дороги и транзитный потенциал.
          energy    | ru | Поставки нефти и природного газа растут.
          security  | tr | TERÖRLE MÜCADELE VE SİLAHLI KUVVETLER
          trade     | tr | İHRACATIMIZ VE DIŞ TİCARET HACMİ ARTTI
          transport | tr | Demir yolu ve havalimanı yatırımları sürüyor.
          energy    | tr | Doğal gaz boru hattı ve elektrik santralleri
          security  | kk | Терроризм мен экстремизмге қарсы күрес
          trade     | kk | Өзара сауда көлемі мен экспорт өсті.
          transport | kk | Жаңа теміржол мен көлік дәліздері
          energy    | kk | Мұнай мен табиғи газ құбыры
          """)
  void plainSentencesHaveTheirTheme(String theme, String language, String text) {
    var labeller =
        new Labeller(
            Catalog.of(Catalogs.shipped("themes.yaml")),
            null,
            null,
            org.summitthemes.config.LabelConfig.defaults());

    assertThat(labeller.labels(List.of(new Unit(text, language))).get(0).themeId())
        .isEqualTo(theme);
  }
}
