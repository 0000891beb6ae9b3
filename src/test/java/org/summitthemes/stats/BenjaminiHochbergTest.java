package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  @Test
  void agreesWithSciPy() {
    // scipy.stats.false_discovery_control([.01, .04, .03, .005, .9, .03])
    assertThat(BenjaminiHochberg.qValues(new double[] {.01, .04, .03, .005, .9, .03}))
        .containsExactly(new double[] {.03, .048, .045, .03, .9, .045}, within(1e-15));
  }

  @Test
  void noTestsHaveNoQValues() {
    assertThat(BenjaminiHochberg.qValues(new double[0])).isEmpty();
  }

  @Test
  void aSingleTestKeepsItsPValue() {
    assertThat(BenjaminiHochberg.qValues(new double[] {.2})).containsExactly(.2);
  }

  @Property(seed = "1")
  void qValuesAreNoSmallerThanPValuesAndInTheSameOrder(@ForAll("probabilities") double[] pValues) {
    double[] qValues = BenjaminiHochberg.qValues(pValues);

    for (int i = 0; i < pValues.length; i++) {
      assertThat(qValues[i]).isBetween(pValues[i] * (1 - 1e-12), 1.0);
      for (int j = 0; j < pValues.length; j++) {
        if (pValues[i] <= pValues[j]) {
          assertThat(qValues[i]).isLessThanOrEqualTo(qValues[j]);
        }
      }
    }
  }

  @Property(seed = "1")
  void theLargestQValueIsTheLargestPValue(@ForAll("probabilities") double[] pValues) {
    assertThat(Arrays.stream(BenjaminiHochberg.qValues(pValues)).max())
        .isEqualTo(Arrays.stream(pValues).max());
  }

  @Provide
  Arbitrary<double[]> probabilities() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMinSize(1).ofMaxSize(30);
  }
}
