package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.corpus.Archives.isDateRight;
import static org.summitthemes.corpus.Archives.isVenueRight;
import static org.summitthemes.corpus.Archives.median;
import static org.summitthemes.corpus.Archives.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.Speech;

/** The archive of White House texts about organizations against the names in their titles. */
class WhiteHouseArchiveTest {
  private static final String FOLDER = "data/whitehouse/";

  private static Map<String, Speech> speeches = Map.of();
  private static List<JsonNode> reference = List.of();

  @BeforeAll
  static void read() {
    speeches =
        Archives.speeches(FOLDER + "org_labelled_md.tar.gz", Archives.preset("whitehouse-markdown"))
            .values()
            .stream()
            .collect(Collectors.toMap(WhiteHouseArchiveTest::file, Function.identity()));
    reference = Archives.jsonLines(FOLDER + "org_labelled.jsonl.gz");
  }

  @Test
  void everyFileLoads() {
    assertThat(speeches).hasSize(223);
    assertThat(reference).allSatisfy(item -> assertThat(speeches).containsKey(file(item)));
  }

  @Test
  void theOrganizationNamedInTheTitleIsTheVenue() {
    assertThat(share(reference, item -> isVenueRight(item, speech(item))))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void datesAreThoseOfTheFrontMatter() {
    assertThat(share(reference, item -> isDateRight(item, speech(item))))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void everyTextIsOfTheCountryThatThePresetNames() {
    assertThat(speeches.values()).extracting(Speech::countryId).containsOnly("USA");
  }

  @Test
  void noWordOfTheTextIsLostAndNoneIsAdded() {
    double difference =
        median(
            reference.stream()
                .filter(item -> item.get("text").asText().length() < 12_000)
                .mapToDouble(
                    item -> Archives.difference(speech(item).text(), item.get("text").asText())));

    assertThat(difference).isLessThanOrEqualTo(0.02);
  }

  /**
   * A number at the end of a file name tells apart texts of one title, such as "G7 Leaders’
   * Statement", and says nothing of copies: exact repeats were dropped when the archive was made.
   * Of the eleven such texts none shares more than 26 % of its five-word sequences with any other
   * text of the archive, so that none is a copy of one.
   */
  @Test
  void textsOfOneTitleAreNoCopies() {
    Map<String, long[]> shingles = new HashMap<>();
    speeches.forEach((file, speech) -> shingles.put(file, Shingles.of(speech.text())));
    List<String> numbered =
        speeches.keySet().stream().filter(file -> file.matches(".*-\\d")).toList();

    assertThat(numbered)
        .hasSize(11)
        .allSatisfy(file -> assertThat(greatestContainment(file, shingles)).isLessThan(0.3));
  }

  private static double greatestContainment(String file, Map<String, long[]> shingles) {
    return shingles.keySet().stream()
        .filter(other -> !other.equals(file))
        .mapToDouble(other -> Shingles.containment(shingles.get(file), shingles.get(other)))
        .max()
        .orElseThrow();
  }

  private static Speech speech(JsonNode item) {
    return speeches.get(file(item));
  }

  private static String file(JsonNode item) {
    return item.get("id").asText().substring("wh_".length());
  }

  private static String file(Speech speech) {
    String uri = speech.sourceUri();
    return uri.substring(uri.lastIndexOf('/') + 1).replaceAll("\\.md$", "");
  }
}
