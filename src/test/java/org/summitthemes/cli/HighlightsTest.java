package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;

class HighlightsTest {
  @Test
  void theLargestDistinguishableDifferenceComesFirstAndIsToldFromTheHigherSide() {
    var lines =
        Highlights.of(
            List.of(
                contrast("OTS", "SCO", "security", -0.21, -0.28, -0.14, "b_higher"),
                contrast("OTS", "SCO", "trade", 0.3, -0.1, 0.7, "not_distinguishable"),
                contrast("OTS", "SCO", "transport", 0.1, 0.04, 0.16, "a_higher"),
                contrast("OTS", "SCO", "other", 0.5, 0.4, 0.6, "a_higher")),
            List.of(
                share("SCO", "other", 0.6, 0.5, 0.7), share("SCO", "security", 0.3, null, null)),
            3);

    assertThat(lines)
        .containsExactly(
            "SCO speaks more of security than OTS: +21 points (90% interval +14 to +28)",
            "OTS speaks more of transport than SCO: +10 points (90% interval +4 to +16)",
            "SCO: 30% of the words are about security (too few speeches for an interval)");
  }

  @Test
  void anEmptyCorpusHasNothingToTell() {
    assertThat(Highlights.of(List.of(), List.of(), 3)).isEmpty();
  }

  private static FactOrganizationContrast contrast(
      String a, String b, String theme, double value, double low, double high, String verdict) {
    return new FactOrganizationContrast(
        "venue", a, b, "share_difference", theme, value, low, high, 0.9, 0.01, 0.02, verdict, 9, 9);
  }

  private static FactOrganizationTheme share(
      String organization, String theme, double share, Double low, Double high) {
    return new FactOrganizationTheme(
        "venue", organization, "all", theme, share, low, high, 0.9, 3, 30, 100);
  }
}
