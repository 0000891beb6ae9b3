package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {
  // numpy.quantile([1, 2, 4, 8, 16], [0, .05, .5, .9, 1])
  @ParameterizedTest
  @CsvSource({"0, 1", ".05, 1.2", ".5, 4", ".9, 12.8", "1, 16"})
  void agreesWithNumPy(double probability, double quantile) {
    assertThat(Quantile.of(new double[] {1, 2, 4, 8, 16}, probability))
        .isCloseTo(quantile, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"0", ".3", "1"})
  void ofOneValueIsThatValue(double probability) {
    assertThat(Quantile.of(new double[] {7}, probability)).isEqualTo(7);
  }
}
