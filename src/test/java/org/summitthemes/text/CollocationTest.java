package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CollocationTest {
  @Test
  void termsThatOccurOnlyTogetherHaveOne() {
    assertThat(new Collocation(1000, 1000).npmi(10, 10, 10)).isEqualTo(1, within(1e-12));
  }

  @Test
  void termsThatMeetByChanceHaveZero() {
    assertThat(new Collocation(1000, 1000).npmi(10, 100, 100)).isEqualTo(0, within(1e-12));
  }

  @Test
  void theFormulaIsBoumas() {
    // python3 -c "from math import log; p=8/900; print((log(p)-log(20/1000)-log(50/1000))/-log(p))"
    assertThat(new Collocation(1000, 900).npmi(8, 20, 50))
        .isEqualTo(0.46259235584318165, within(1e-12));
  }

  @Test
  void theLimitsAreReached() {
    assertThat(new Collocation(1000, 900).npmi(0, 20, 50)).isEqualTo(-1);
    assertThat(new Collocation(20, 10).npmi(10, 10, 10)).isEqualTo(1);
  }

  @Test
  void morePairsThanTermsAreRefused() {
    assertThatThrownBy(() -> new Collocation(1, 2))
        .hasMessage("There are at most as many pairs as terms: 2 pairs, 1 terms");
  }

  @Property(seed = "1")
  void valuesLieBetweenMinusOneAndOne(
      @ForAll @IntRange(max = 100) int pair,
      @ForAll @IntRange(max = 1000) int first,
      @ForAll @IntRange(max = 1000) int second,
      @ForAll @IntRange(max = 5000) int rest) {
    long terms = 2L * pair + first + second + rest;
    Collocation collocation = new Collocation(terms, Math.max(pair, terms - 1));

    assertThat(collocation.npmi(pair, pair + first, pair + second)).isBetween(-1.01, 1.0);
  }
}
