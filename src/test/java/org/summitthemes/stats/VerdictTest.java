package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void aDifferenceIsOneIfItsQValueIsAtMostTheRate() {
    assertThat(Verdict.ofDifference(0.1, 0.05, 0.05)).isEqualTo(Verdict.A_HIGHER);
    assertThat(Verdict.ofDifference(-0.1, 0.05, 0.05)).isEqualTo(Verdict.B_HIGHER);
    assertThat(Verdict.ofDivergence(0.05, 0.05)).isEqualTo(Verdict.DIFFERENT);
    assertThat(Verdict.ofChange(0.1, 0.05, 0.05)).isEqualTo(Verdict.ROSE);
    assertThat(Verdict.ofChange(-0.1, 0.05, 0.05)).isEqualTo(Verdict.FELL);
  }

  @Test
  void otherwiseItIsNotDistinguishable() {
    assertThat(Verdict.ofDifference(0.1, 0.051, 0.05)).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
  }

  @Test
  void withoutAQValueThereWereTooFewSpeeches() {
    assertThat(Verdict.ofChange(0.1, null, 0.05).label()).isEqualTo("too_few_speeches");
  }
}
