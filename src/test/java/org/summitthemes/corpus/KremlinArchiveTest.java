package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.corpus.Archives.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final Map<String, Set<String>> SAME =
      Map.of(
          "WorldBank/IMF", Set.of("WB", "IMF"), "CoE", Set.of("COE"), "Caspian", Set.of("CASPIAN"));

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
    assertThat(
            share(
                reference,
                item -> item.get("date").asText().equals(String.valueOf(speech(item).eventDate()))))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void halfOfTheTextsDifferInNoMoreThanTwoPercentOfTheWords() {
    double[] differences =
        reference.stream()
            .mapToDouble(
                item ->
                    Archives.difference(
                        speech(item).text(), item.get("text").asText().replaceAll(SEE_ALSO, "")))
            .sorted()
            .toArray();

    assertThat(differences[differences.length / 2]).isLessThanOrEqualTo(0.02);
  }

  @Test
  void theOrganizationNamedInTheTitleIsTheVenue() {
    List<JsonNode> titled =
        reference.stream().filter(item -> item.get("org_from").asText().equals("title")).toList();

    assertThat(titled).hasSize(153);
    assertThat(share(titled, KremlinArchiveTest::isVenueRight)).isGreaterThanOrEqualTo(0.95);
  }

  private static boolean isVenueRight(JsonNode item) {
    String expected = item.get("organization").asText();
    String venue = speech(item).organizationId();
    return venue != null && SAME.getOrDefault(expected, Set.of(expected)).contains(venue);
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
