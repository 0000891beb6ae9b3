package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.corpus.Archives.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.Speech;

/** The archive of White House texts about organizations against the names in their titles. */
class WhiteHouseArchiveTest {
  private static final String FOLDER = "data/whitehouse/";
  private static final Map<String, Set<String>> SAME =
      Map.of(
          "Quad", Set.of("QUAD"),
          "WorldBank/IMF", Set.of("WB", "IMF"),
          "C5+1", Set.of("C5PLUS1"));

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
    assertThat(share(reference, WhiteHouseArchiveTest::isVenueRight)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void datesAreThoseOfTheFrontMatter() {
    assertThat(
            share(
                reference,
                item -> item.get("date").asText().equals(String.valueOf(speech(item).eventDate()))))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void everyTextIsOfTheCountryThatThePresetNames() {
    assertThat(speeches.values()).extracting(Speech::countryId).containsOnly("USA");
  }

  @Test
  void noWordOfTheTextIsLostAndNoneIsAdded() {
    double[] differences =
        reference.stream()
            .filter(item -> item.get("text").asText().length() < 12_000)
            .mapToDouble(
                item -> Archives.difference(speech(item).text(), item.get("text").asText()))
            .sorted()
            .toArray();

    assertThat(differences[differences.length / 2]).isLessThanOrEqualTo(0.02);
  }

  private static boolean isVenueRight(JsonNode item) {
    String expected = item.get("organization").asText();
    String venue = speech(item).organizationId();
    return venue != null && SAME.getOrDefault(expected, Set.of(expected)).contains(venue);
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
