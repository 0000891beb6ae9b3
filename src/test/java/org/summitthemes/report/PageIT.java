package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    browser.evaluate(
        "(() => { const select = [...document.querySelectorAll('#filters select')].at(-1); select.value = '2020'; select.dispatchEvent(new Event('change')); })()");

    assertThat(text("#themes .lead")).contains("2020");
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
