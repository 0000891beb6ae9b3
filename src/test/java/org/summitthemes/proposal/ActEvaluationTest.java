package org.summitthemes.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.proposal.ActEvaluation.Coded;

class ActEvaluationTest {
  private static final String SENTENCE = "We must sign the treaty and  open the border.";

  @Test
  void proposalsAndCallsCountAsOneClassAndTheirActApart() {
    ActEvaluation.Proposals figures =
        ActEvaluation.of(
                List.of(SENTENCE, SENTENCE, SENTENCE, SENTENCE),
                List.of(
                    coded("called_for", "sign the treaty"),
                    coded("proposed", "open the border"),
                    coded("proposed", "treaty"),
                    coded("supported", "treaty")),
                List.of(
                    coded("proposed", "the treaty"),
                    coded("proposed", "sign the treaty"),
                    coded("none", ""),
                    coded("called_for", "treaty")))
            .proposals();

    assertThat(figures.precision()).isEqualTo(2 / 3.0);
    assertThat(figures.recall()).isEqualTo(2 / 3.0);
    assertThat(figures.actAccuracy()).isEqualTo(0.5);
    assertThat(figures.spanOverlap()).isEqualTo(0.5);
  }

  @Test
  void spansAreComparedWhateverTheWhiteSpace() {
    assertThat(ActEvaluation.overlaps(SENTENCE, "and open", "treaty and\nopen the")).isTrue();
    assertThat(ActEvaluation.overlaps(SENTENCE, "", "treaty")).isFalse();
  }

  private static Coded coded(String act, String initiative) {
    return new Coded(act, initiative, "speaker");
  }
}
