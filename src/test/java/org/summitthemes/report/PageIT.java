package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.job.PublishJob;
import org.summitthemes.support.Browser;
import org.summitthemes.support.PlausibleTables;
import org.summitthemes.support.SparkExtension;

/** The page in a real browser. Skipped, and said so, where there is no Chromium. */
public class PageIT {
  private static final String HOSTILE =
      "</script><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"> javascript:alert(1)";

  @TempDir static Path root;

  private static Browser browser;

  @BeforeAll
  static void publish() throws IOException {
    assumeTrue(
        Browser.program().isPresent(),
        "SKIPPED: no chromium, chromium-browser or google-chrome on the PATH, so the page was not tried in a browser");
    SparkSession spark = SparkExtension.spark();
    publish(PlausibleTables.of(spark, 40, 5), "usual");
    publish(PlausibleTables.withSuffix(spark, 20, 3, HOSTILE), "hostile");
    publish(PlausibleTables.of(spark, 4, 1), "single");
    publish(PlausibleTables.empty(spark), "empty");
    browser = Browser.start(Browser.program().orElseThrow(), root.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "hostile", "single", "empty"})
  void pageSaysNothingToTheConsoleAndAsksForNothing(String name) {
    open(name, 1400);

    assertThat(browser.messages()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void everyChartDraws() {
    open("usual", 1400);

    assertThat(number("document.querySelectorAll('.plot').length")).isGreaterThanOrEqualTo(15);
    assertThat(
            number(
                "[...document.querySelectorAll('.plot')].filter(plot => plot.querySelectorAll('svg path, svg text').length < 4).length"))
        .isZero();
  }

  @Test
  void headlineAndFiguresTellWhatWasRead() {
    open("usual", 1400);

    assertThat(text("#headline")).isEqualTo("What 40 speeches are about");
    assertThat(text("#figures"))
        .contains("organizations compared5", "inputs rejected3", "copies set aside1");
  }

  @Test
  void cellOpensItsSentences() {
    open("usual", 1400);
    browser.evaluate("document.querySelector('[data-cell=\"SCO|security\"]').click()");

    assertThat(text("#quotes h3")).isEqualTo("Security at SCO");
    assertThat(number("document.querySelectorAll('#quotes blockquote').length"))
        .isEqualTo(PublishConfig.defaults().evidenceSentences());
    assertThat(text("#quotes li")).contains("Shanghai Cooperation Organisation", "speech sco-");
  }

  @Test
  void organizationFilterHidesAnOrganizationEverywhere() {
    open("usual", 1400);
    browser.evaluate("document.querySelector('.choices input[value=SCO]').click()");

    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('#themes svg text, #evidence tbody th')].some(text => text.textContent === 'SCO')")
                .asBoolean())
        .isFalse();
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void yearFilterShowsTheSharesOfThatYear() {
    open("usual", 1400);
    choose("Shares of", "2020");

    assertThat(text("#themes .lead")).contains("2020");
  }

  @Test
  void yearsBeyondTheChosenOnesAreNotDrawn() {
    open("usual", 1400);
    choose("Years from", "2021");
    choose("to", "2022");

    assertThat(text("#years .plot svg")).contains("2021", "2022").doesNotContain("2020", "2023");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void newLevelsAreTold() {
    open("usual", 1400);

    assertThat(text("#years"))
        .contains("In 2022 Security rose at OTS to a new level: 30% until 2024, 10% from 2019 on");
  }

  @Test
  void themeFilterHidesAThemeEverywhere() {
    open("usual", 1400);
    browser.evaluate("document.querySelector('.choices input[value=trade]').click()");

    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('#themes h3, #years h3, #differences svg text, #evidence thead th, #words option')].some(node => node.textContent === 'Trade')")
                .asBoolean())
        .isFalse();
    assertThat(text("#evidence thead")).contains("Security");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void allThemesMayBeHidden() {
    open("usual", 1400);
    browser.evaluate(
        "[...document.querySelectorAll('.choices')].at(-1).querySelectorAll('button')[1].click()");

    assertThat(text("#evidence")).contains("There are no sentences to show");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void topicOnTheMapShowsItsWords() {
    open("usual", 1400);
    choose("Topic", "trade");

    assertThat(text("#topics [role=img][aria-label*=Map]")).contains("tariffs");
    assertThat(
            browser
                .evaluate("document.querySelector('#topics [aria-label*=Map]').ariaLabel")
                .asText())
        .contains("Map of 5 topics", "the chosen one is tariffs");
    assertThat(termsInOrder()).contains("tariffs", "customs duties");
  }

  /** Weights fall with the rank; the lift of the fifth word is among the largest. */
  @Test
  void relevanceSliderOrdersTheWords() {
    open("usual", 1400);
    slide("1");
    String frequent = termsInOrder();
    slide("0");

    assertThat(termsInOrder()).isNotEqualTo(frequent);
    assertThat(text("#topics output")).isEqualTo("0.0");
    assertThat(browser.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "usual, 1400, light",
    "usual, 1400, dark",
    "usual, 360, light",
    "hostile, 1400, light",
    "single, 1400, light",
    "empty, 1400, dark"
  })
  void axeFindsNoFault(String name, int width, String scheme) throws IOException {
    browser.prefer(scheme);
    open(name, width);
    browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
    browser.evaluate(axe());
    JsonNode violations =
        browser.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(fault => fault.id + ': ' + fault.nodes[0].html))");
    browser.prefer("light");

    assertThat(violations).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in =
        PageIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void slide(String value) {
    browser.evaluate(
        "(() => { const slider = document.querySelector('#topics input[type=range]'); slider.value = '"
            + value
            + "'; slider.dispatchEvent(new Event('input')); })()");
  }

  private static String termsInOrder() {
    return browser
        .evaluate("[...document.querySelectorAll('#topics .plot')].at(-1).ariaLabel")
        .asText();
  }

  /** Chooses in the drop-down with that label. */
  private static void choose(String label, String value) {
    browser.evaluate(
        "(() => { const select = [...document.querySelectorAll('label')].find(node => node.textContent === '%s').control; select.value = '%s'; select.dispatchEvent(new Event('change')); })()"
            .formatted(label, value));
  }

  @Test
  void chartCarriesItsNumbers() {
    open("usual", 1400);
    browser.evaluate("document.querySelector('#themes details').open = true");
    browser.evaluate(
        "document.querySelector('#themes details').dispatchEvent(new Event('toggle'))");

    assertThat(number("document.querySelectorAll('#themes details table tbody tr').length"))
        .isEqualTo(5);
  }

  @Test
  void textOfASpeechIsNeverExecuted() {
    open("hostile", 1400);

    assertThat(browser.evaluate("document.title").asText())
        .isEqualTo("Themes of diplomatic speeches");
    assertThat(number("document.querySelectorAll('img, iframe, object').length")).isZero();
    assertThat(number("document.scripts.length")).isEqualTo(3);
    assertThat(text("#quotes")).contains("</script>");
  }

  /** ECharts takes tooltips for HTML. */
  @Test
  void tooltipsShowTextsAsTexts() {
    open("hostile", 1400);
    browser.hover("#topics .plot svg path[fill=\"#2a7f52\"]");
    browser.evaluate(
        "new Promise((shown, failed) => { let n = 0; const look = () => document.querySelector('.tip') ? shown() : n++ > 100 ? failed('no tooltip') : setTimeout(look, 20); look(); })");

    assertThat(text(".tip")).contains("</script><script>", "<img src=x");
    assertThat(number("document.querySelectorAll('img').length")).isZero();
    assertThat(browser.evaluate("document.title").asText())
        .isEqualTo("Themes of diplomatic speeches");
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void noTextBecomesALink() {
    open("hostile", 1400);

    assertThat(number("document.querySelectorAll('main a, [href^=\"javascript\" i]').length"))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "usual, 360",
    "hostile, 360",
    "single, 360",
    "empty, 360",
    "usual, 768",
    "usual, 2560"
  })
  void nothingSticksOut(String name, int width) {
    open(name, width);

    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void singleOrganizationGivesASensiblePage() {
    open("single", 1400);

    assertThat(text("#deck")).contains("nothing to compare");
    assertThat(text("#differences")).contains("a comparison needs two organizations");
    assertThat(number("document.querySelectorAll('#themes .plot svg').length")).isEqualTo(5);
  }

  @Test
  void emptyCorpusGivesASensiblePage() {
    open("empty", 1400);

    assertThat(text("#headline")).isEqualTo("No speech could be read");
    assertThat(text("#themes")).contains("No organization has speeches here");
  }

  @Test
  void everyControlHasAName() {
    open("usual", 1400);

    assertThat(
            number(
                "[...document.querySelectorAll('select, input')].filter(field => !(field.labels && field.labels.length)).length"))
        .isZero();
    assertThat(
            number(
                "[...document.querySelectorAll('[role=img], [role=group]')].filter(node => !node.getAttribute('aria-label')).length"))
        .isZero();
  }

  @Test
  void pageIsSmall() throws IOException {
    assertThat(Files.size(page("usual"))).isLessThan(2_000_000);
  }

  private static void open(String name, int width) {
    browser.open(page(name), width, 900);
    browser.evaluate(
        "new Promise(ready => { const look = () => 'ready' in document.documentElement.dataset ? ready() : setTimeout(look, 20); look(); })");
  }

  private static int number(String expression) {
    return browser.evaluate(expression).asInt();
  }

  private static String text(String selector) {
    return browser.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }

  private static Path page(String name) {
    return root.resolve(name).resolve("report.html");
  }

  private static void publish(Map<Class<? extends Record>, Dataset<Row>> tables, String name) {
    PublishJob.run(
        SparkExtension.spark(),
        tables,
        PublishJob.Stored.nothing(),
        new Provenance(
            PlausibleTables.RUN,
            Instant.EPOCH,
            JsonNodeFactory.instance.objectNode().put("themes", HOSTILE),
            new TreeMap<>(Map.of("ingest.rejected", 3L)),
            List.of(),
            Map.of(),
            new TreeMap<>(Map.of("spark", "4.1.0")),
            List.of()),
        PublishConfig.defaults(),
        PublishJob.Options.withDefaults(),
        new org.apache.hadoop.fs.Path(root.resolve(name).toUri()));
  }
}
