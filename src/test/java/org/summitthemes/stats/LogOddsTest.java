package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Expected values come from NumPy:
 *
 * <pre>
 * def log_odds(y, n, y2, n2, a0):
 *   a = a0 * (y + y2) / (n + n2)
 *   d = log((y + a) / (n + a0 - y - a)) - log((y2 + a) / (n2 + a0 - y2 - a))
 *   return d, sqrt(1 / (y + a) + 1 / (y2 + a))
 * </pre>
 */
class LogOddsTest {
  @Test
  void agreesWithThePaperWhereWordsFallOneByOne() {
    LogOdds logOdds = LogOdds.of(scattered(30, 1000), scattered(20, 4000), 500);

    // log_odds(30, 1000, 20, 4000, 500)
    assertThat(logOdds.value()).isCloseTo(1.4531233458790012, within(1e-14));
    assertThat(logOdds.standardError()).isCloseTo(0.26186146828319085, within(1e-14));
    assertThat(logOdds.zScore()).isCloseTo(5.549206438831683, within(1e-13));
  }

  @Test
  void aTermThatTheRestNeverUsesHasFiniteLogOdds() {
    LogOdds logOdds = LogOdds.of(scattered(5, 1000), scattered(0, 4000), 500);

    // log_odds(5, 1000, 0, 4000, 500)
    assertThat(logOdds.value()).isCloseTo(3.500069849548381, within(1e-14));
    assertThat(logOdds.standardError()).isCloseTo(1.4770978917519928, within(1e-14));
  }

  @Test
  void aTermThatOneSpeechRepeatsStandsOutLess() {
    TermUse repeated = new TermUse(30, 900, 3000, 1000, 100_000);
    TermUse rest = scattered(20, 4000);

    assertThat(LogOdds.of(repeated, rest, 500).zScore())
        .isLessThan(LogOdds.of(scattered(30, 1000), rest, 500).zScore() / 3);
  }

  @Test
  void aTermThatNobodyUsesIsNotDistinctive() {
    assertThat(LogOdds.of(scattered(0, 10), scattered(0, 10), 5).zScore()).isZero();
  }

  @Test
  void theOnlyTermIsNotDistinctive() {
    assertThat(LogOdds.of(scattered(10, 10), scattered(7, 7), 5).zScore()).isZero();
  }

  @Test
  void aPriorOfNothingIsRefused() {
    assertThatThrownBy(() -> LogOdds.of(scattered(1, 10), scattered(1, 10), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("priorTokens must be positive: 0.0");
  }

  @Test
  void theDesignEffectIsThatOfSpeeches() {
    // y = array([5, 0, 1, 0, 4]); n = array([100, 50, 80, 120, 150]); f = y.sum() / n.sum()
    // ((y - f * n) ** 2).sum() / y.sum()
    TermUse use = new TermUse(10, 42, 1180, 500, 55_800);

    assertThat(use.designEffect()).isCloseTo(1.712, within(1e-13));
  }

  @Test
  void theDesignEffectIsAtLeastOne() {
    assertThat(scattered(10, 100).designEffect()).isEqualTo(1);
    assertThat(scattered(0, 100).designEffect()).isEqualTo(1);
  }

  @Property(seed = "1")
  void exchangingTheGroupsTurnsTheSign(
      @ForAll @IntRange(max = 50) int occurrences, @ForAll @IntRange(max = 50) int inTheRest) {
    TermUse group = scattered(occurrences, 200);
    TermUse rest = scattered(inTheRest, 900);

    assertThat(LogOdds.of(group, rest, 30).value())
        .isCloseTo(-LogOdds.of(rest, group, 30).value(), within(1e-12));
  }

  /** A term in speeches of one word each, so that words are independent. */
  private static TermUse scattered(long occurrences, long tokens) {
    return new TermUse(occurrences, occurrences, occurrences, tokens, tokens);
  }
}
