package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.topic.TopicNumber.Candidate;

class TopicNumberTest {
  private static final Candidate FEW = new Candidate(10, 2100, 0.20, 0.60, 0.95);
  private static final Candidate SOME = new Candidate(20, 2000, 0.22, 0.70, 0.90);
  private static final Candidate MANY = new Candidate(40, 1900, 0.18, 0.65, 0.80);

  @Test
  void bestMeanRankIsRecommended() {
    var number = new TopicNumber(List.of(MANY, FEW, SOME));

    assertThat(number.recommended()).isEqualTo(SOME);
    assertThat(number.meanRank(SOME)).isEqualTo((2 + 1 + 1 + 2) / 4.0);
    assertThat(number.meanRank(FEW)).isEqualTo((3 + 2 + 3 + 1) / 4.0);
    assertThat(number.meanRank(MANY)).isEqualTo((1 + 3 + 2 + 3) / 4.0);
  }

  @Test
  void fewerTopicsWinAmongEquals() {
    var number =
        new TopicNumber(
            List.of(
                new Candidate(40, 1900, 0.1, 0.6, 0.8), new Candidate(20, 2000, 0.2, 0.5, 0.9)));

    assertThat(number.recommended().topics()).isEqualTo(20);
  }

  @Test
  void whatWasNotMeasuredRanksLast() {
    var unmeasured = new Candidate(30, Double.NaN, 0.1, 0.5, Double.NaN);

    assertThat(new TopicNumber(List.of(FEW, unmeasured)).meanRank(unmeasured)).isEqualTo(2);
  }

  @Test
  void reportHasALineForEachAndTheReasons() {
    List<String> report = new TopicNumber(List.of(FEW, SOME, MANY)).report();

    assertThat(report).hasSize(5);
    assertThat(report.get(1)).startsWith("    10 ").endsWith("2.25");
    assertThat(report.get(4))
        .isEqualTo(
            "Recommended: 20 topics, the best mean rank: held_out_perplexity 2nd of 3, npmi 1st of 3,"
                + " exclusivity 1st of 3, seed_agreement 2nd of 3.");
  }

  @Test
  void candidateIsReadOffTheDiagnosticsOfTheWholeModel() {
    Candidate candidate =
        Candidate.of(
            5,
            List.of(
                new TopicDiagnostic(0, "npmi", 0.9),
                new TopicDiagnostic(TopicDiagnostic.ALL, "npmi", 0.3)));

    assertThat(candidate.npmi()).isEqualTo(0.3);
    assertThat(candidate.perplexity()).isNaN();
  }

  @Test
  void nothingToChooseFromIsRefused() {
    assertThatThrownBy(() -> new TopicNumber(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be a candidate");
  }
}
