package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Organization;

class VenueRuleTest {
  private static final Gazetteer GAZETTEER =
      new Gazetteer(
          new OrganizationsConfig(
              List.of(
                  new Organization(
                      "CICA",
                      "Conference on Confidence Measures",
                      "regional",
                      List.of("CICA"),
                      List.of()),
                  new Organization(
                      "OTS",
                      "Organization of Turkic States",
                      "regional",
                      List.of("OTS"),
                      List.of()))));

  @Test
  void theFirstLinesNameTheMeetingOfOneOrganization() {
    assertThat(
            venue(
                null,
                "The envoy addressed the energy working group of the OTS in Baku. Gas flows."))
        .isEqualTo("OTS");
  }

  @Test
  void meetingsOfTwoOrganizationsInTheFirstLinesAreADoubt() {
    assertThat(
            venue(
                null, "After the summit of the OTS he left for the meeting of the CICA in Astana."))
        .isNull();
  }

  @Test
  void aMentionWithoutAMeetingIsNoVenue() {
    assertThat(
            venue(null, "The minister praised the OTS for its patience. He then spoke of grain."))
        .isNull();
  }

  @Test
  void ofTwoNamesSideBySideTheSecondHoldsTheMeeting() {
    assertThat(venue("He took part in a session of the OTS CICA in Baku", "He spoke of grain."))
        .isEqualTo("CICA");
  }

  private static @Nullable String venue(@Nullable String title, String text) {
    return VenueRule.find(title, text, GAZETTEER.found(text), GAZETTEER).orElse(null);
  }
}
