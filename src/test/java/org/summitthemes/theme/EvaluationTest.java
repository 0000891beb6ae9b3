package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** Expected values by hand, from the definitions of precision, recall and F1. */
  @Test
  void figuresAreThoseOfTheBooks() {
    var evaluation =
        Evaluation.of(
            List.of("a", "a", "b", "b", "c", "other"),
            labels("a", "b", "b", "b", "other", "other"));

    assertThat(evaluation.n()).isEqualTo(6);
    assertThat(evaluation.accuracy()).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(evaluation.themes().get("a"))
        .isEqualTo(new Evaluation.ThemeFigures(1, 0.5, 2.0 / 3, 2));
    assertThat(evaluation.themes().get("b"))
        .isEqualTo(new Evaluation.ThemeFigures(2.0 / 3, 1, 4.0 / 5, 2));
    assertThat(evaluation.themes().get("c")).isEqualTo(new Evaluation.ThemeFigures(0, 0, 0, 1));
    assertThat(evaluation.macroF1()).isCloseTo((2.0 / 3 + 0.8 + 0 + 2.0 / 3) / 4, within(1e-12));
    assertThat(evaluation.confusion())
        .isEqualTo(
            Map.of(
                "a", Map.of("a", 1, "b", 1),
                "b", Map.of("b", 2),
                "c", Map.of("other", 1),
                "other", Map.of("other", 1)));
  }

  /** By hand: bin 0.6 holds 0.6 + 0.6 for one right, bin 0.9 holds 0.9 for none. */
  @Test
  void calibrationComparesConfidenceWithTheShareRight() {
    var calibration =
        Evaluation.of(
                List.of("a", "a", "a", "a"),
                List.of(
                    new Label("a", 0.6, null),
                    new Label("b", 0.6, null),
                    new Label("b", 0.9, null),
                    new Label("b", 0.4, null)))
            .calibration();

    assertThat(calibration.expectedCalibrationError())
        .isCloseTo((0.2 + 0.9 + 0.4) / 4, within(1e-12));
    assertThat(calibration.withheld()).isEqualTo(0.25);
    assertThat(calibration.accuracyAboveGate()).isCloseTo(1.0 / 3, within(1e-12));
  }

  private static List<Label> labels(String... themes) {
    return Arrays.stream(themes).map(theme -> new Label(theme, 1, null)).toList();
  }

  @Test
  void withoutTextsAllIsZero() {
    var evaluation = Evaluation.of(List.of(), List.of());

    assertThat(evaluation.accuracy()).isZero();
    assertThat(evaluation.macroF1()).isZero();
    assertThat(evaluation.themes()).isEmpty();
  }

  @Test
  void listsOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> Evaluation.of(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("As many predicted themes as coded ones are needed: 0 and 1");
  }
}
