package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.corpus.Archives.isDateRight;
import static org.summitthemes.corpus.Archives.isVenueRight;
import static org.summitthemes.corpus.Archives.median;
import static org.summitthemes.corpus.Archives.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.Speech;

/** The archive of en.kremlin.ru pages against the same items as somebody else extracted them. */
class KremlinArchiveTest {
  private static final String FOLDER = "data/kremlin/";

  /** Links below an item, which the reference kept as text: a heading, then titles with dates. */
  private static final String DATE =
      "[A-Z][a-z]+ \\d{1,2}(?: [−–—-] (?:[A-Z][a-z]+ )?\\d{1,2})?, \\d{4}";

  private static final String SEE_ALSO =
      "(?m)^(?:See also|Additional)\\n(?:(?:.+\\n)+?"
          + DATE
          + "(?: [−–—-] "
          + DATE
          + ")?(?:\\n+|\\z))+";

  private static Map<String, Speech> speeches = Map.of();
  private static List<JsonNode> reference = List.of();

  @BeforeAll
  static void read() {
    speeches =
        Archives.speeches(FOLDER + "org_labelled_html.tar.gz", Archives.preset("kremlin-html"));
    reference = Archives.jsonLines(FOLDER + "org_labelled.jsonl.gz");
  }

  @Test
  void everyPageLoads() {
    assertThat(speeches).hasSize(188);
    assertThat(reference).allSatisfy(item -> assertThat(speeches).containsKey(id(item)));
  }

  @Test
  void titlesAndDatesAreThoseOfThePages() {
    assertThat(share(reference, item -> title(item).equals(speech(item).title())))
        .isGreaterThanOrEqualTo(0.99);
    assertThat(share(reference, item -> isDateRight(item, speech(item))))
        .isGreaterThanOrEqualTo(0.99);
  }

  /**
   * Without the reference's lists of links, which are no part of an item. With them half of the
   * texts differ in more than 4.1 % of the words: the lists, which most of the pages have.
   */
  @Test
  void halfOfTheTextsDifferInNoMoreThanTwoPercentOfTheWords() {
    double raw = median(reference.stream().mapToDouble(item -> difference(item, text(item))));
    double withoutLinks =
        median(
            reference.stream()
                .mapToDouble(item -> difference(item, text(item).replaceAll(SEE_ALSO, ""))));

    System.out.printf(
        "Kremlin texts, median difference: %.4f, without lists of links %.4f%n", raw, withoutLinks);
    assertThat(withoutLinks).isLessThanOrEqualTo(0.02);
    assertThat(raw).isLessThanOrEqualTo(0.05);
  }

  @Test
  void theOrganizationNamedInTheTitleIsTheVenue() {
    List<JsonNode> titled =
        reference.stream().filter(item -> item.get("org_from").asText().equals("title")).toList();

    assertThat(titled).hasSize(153);
    assertThat(share(titled, item -> isVenueRight(item, speech(item))))
        .isGreaterThanOrEqualTo(0.95);
  }

  private static double difference(JsonNode item, String text) {
    return Archives.difference(speech(item).text(), text);
  }

  private static String text(JsonNode item) {
    return item.get("text").asText();
  }

  private static Speech speech(JsonNode item) {
    return speeches.get(id(item));
  }

  private static String id(JsonNode item) {
    return item.get("id").asText().replace("kremlin_", "");
  }

  private static String title(JsonNode item) {
    return item.get("title").asText();
  }
}
