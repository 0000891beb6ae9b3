package org.summitthemes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.UserException;
import org.summitthemes.config.ThemesConfig.Term;

class ConfigFileTest {
  @Test
  void emptyFileGivesTheDefaults() {
    assertThat(pipeline("")).isEqualTo(PipelineConfig.defaults());
    assertThat(pipeline("fit:\n# sweeps: 10\n")).isEqualTo(PipelineConfig.defaults());
  }

  @Test
  void keysOfTheFileOverrideTheDefaultsOneByOne() {
    var fit = pipeline("fit: {sweeps: 50, topic-prior: 2}").fit();

    assertThat(fit.sweeps()).isEqualTo(50);
    assertThat(fit.topicPrior()).isEqualTo(2.0);
    assertThat(fit.samples()).isEqualTo(FitConfig.defaults().samples());
  }

  @Test
  void overridesWinOverTheFile() {
    var config =
        ConfigFile.pipeline(
            "p.yaml", "fit: {sweeps: 50}", Map.of("fit.sweeps", "60", "publish.also", "[delta]"));

    assertThat(config.fit().sweeps()).isEqualTo(60);
    assertThat(config.publish().also()).containsExactly("delta");
  }

  @Test
  void theTreeOfAConfigurationReadsBackAsTheSameConfiguration() {
    var config = pipeline("compare: {level: 0.95}");

    assertThat(ConfigFile.pipeline("p.yaml", ConfigFile.tree(config).toString(), Map.of()))
        .isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fit: {sweps: 5}              | p.yaml: fit.sweps: unknown key; keys are: checkpoint-every, discovered-topics
          fitt: {}                     | p.yaml: fitt: unknown key; keys are: compare, corpus, drift, fit, label
          fit: {sweeps: many}          | p.yaml: fit.sweeps: found "many"; expected a whole number
          fit: {sweeps: 1.5}           | p.yaml: fit.sweeps: found 1.5; expected a whole number
          fit: {sweeps: '20'}          | p.yaml: fit.sweeps: found "20"; expected a whole number
          fit: {topic-prior: high}     | p.yaml: fit.topic-prior: found "high"; expected a number
          fit: {optimize-prior: 1}     | p.yaml: fit.optimize-prior: found 1; expected true or false
          fit: {sweeps: 0}             | p.yaml: fit: sweeps must be at least 1: 0
          fit: 7                       | p.yaml: fit: found 7; expected keys and values
          publish: {also: delta}       | p.yaml: publish.also: found "delta"; expected a list
          themes: 5                    | p.yaml: themes: found 5; expected text
          corpus: {file-name-pattern: '('} | p.yaml: corpus: Unclosed group near index 1
          [1, 2]                       | p.yaml: found [1,2]; expected keys and values
          fit: {sweeps: 1, sweeps: 2}  | p.yaml line 1: not YAML: Duplicate
          'fit: [1'                    | p.yaml line 1: not YAML:
          """)
  void everyMistakeNamesFilePathValueAndWhatWasExpected(String yaml, String message) {
    assertThatThrownBy(() -> pipeline(yaml))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void termsAreTextOrHaveAWeight() {
    var theme =
        ConfigFile.themes(
                "t.yaml",
                """
                themes:
                  - id: security
                    terms: [secur*, {term: cyber*, weight: 2}]
                    languages: {ru: [безопасност*]}
                """)
            .themes()
            .get(0);

    assertThat(theme.terms()).containsExactly(new Term("secur*", 1), new Term("cyber*", 2));
    assertThat(theme.languages())
        .containsEntry("ru", java.util.List.of(new Term("безопасност*", 1)));
    assertThat(theme.label()).isEqualTo("security");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          themes: []                                        | t.yaml: themes must name at least one theme
          themes: [{id: Trade, terms: [x]}]                 | t.yaml: themes[0]: id must be lower-case letters
          themes: [{id: other, terms: [x]}]                 | t.yaml: themes[0]: id must not be 'other'
          themes: [{id: trade}]                             | t.yaml: themes[0]: theme trade must have terms
          themes: [{id: trade, terms: [{term: x, wait: 2}]}] | t.yaml: themes[0].terms[0]: found {"term":"x","wait":2}; expected a term
          themes: [{id: trade, terms: [7]}]                 | t.yaml: themes[0].terms[0]: found 7; expected a term
          themes: [{id: trade, terms: [{term: x, weight: 0}]}] | t.yaml: themes[0].terms[0]: weight of term 'x' must be above 0
          themes: [{id: a, terms: [x]}, {id: a, terms: [y]}] | t.yaml: theme ids must differ: a
          """)
  void mistakesInTheCatalogAreNamedToo(String yaml, String message) {
    assertThatThrownBy(() -> ConfigFile.themes("t.yaml", yaml))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void membershipsHaveDates() {
    var membership =
        ConfigFile.organizations(
                "o.yaml",
                "organizations: [{id: OTS, name: Organization of Turkic States, members: [{country: KAZ, from: 2009-10-03}]}]")
            .organizations()
            .get(0)
            .members()
            .get(0);

    assertThat(membership.from()).isEqualTo(LocalDate.of(2009, 10, 3));
    assertThat(membership.to()).isNull();
    assertThat(membership.role()).isEqualTo("member");
  }

  @Test
  void theTreeOfCatalogAndGazetteerReadsBackTheSame() {
    var organizations =
        ConfigFile.organizations(
            "o.yaml",
            "organizations: [{id: OTS, name: OTS, members: [{country: KAZ, from: 2009-10-03}]}]");
    var themes =
        ConfigFile.themes("t.yaml", "themes: [{id: a, languages: {ru: [б], tr: [ç], kk: [қ]}}]");

    assertThat(ConfigFile.organizations("o.yaml", ConfigFile.tree(organizations).toString()))
        .isEqualTo(organizations);
    assertThat(ConfigFile.tree(themes).at("/themes/0/languages").fieldNames())
        .toIterable()
        .containsExactly("kk", "ru", "tr");
  }

  @Test
  void aMembershipWithoutADateIsAMistake() {
    assertThatThrownBy(
            () ->
                ConfigFile.organizations(
                    "o.yaml",
                    "organizations: [{id: OTS, name: OTS, members: [{country: KAZ, from: soon}]}]"))
        .hasMessage(
            "o.yaml: organizations[0].members[0].from: found \"soon\"; expected a date such as 2009-10-03");
  }

  private static PipelineConfig pipeline(String yaml) {
    return ConfigFile.pipeline("p.yaml", yaml, Map.of());
  }
}
