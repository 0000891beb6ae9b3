package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values come from NumPy and SciPy:
 *
 * <pre>
 * def spread(x):   # rows: words of the theme, other words
 *   n = x.sum(1); p = x[:, 0].sum() / n.sum(); e = x[:, 0] - p * n; m = len(n)
 *   return (e ** 2).sum() / n.sum() ** 2, ((m - 1) / m * (e / (n.sum() - n)) ** 2).sum(), m
 * va, ja, ma = spread(a); vb, jb, mb = spread(b)
 * norm.cdf(-t.ppf(.95, ma - 1) * sqrt(ja / va))
 * df = (ja + jb) ** 2 / (ja ** 2 / (ma - 1) + jb ** 2 / (mb - 1))
 * norm.cdf(-t.ppf(.95, df) * sqrt((ja + jb) / (va + vb)))
 * </pre>
 */
class SpreadTest {
  static final long[][] A = {{120, 880}, {300, 500}, {50, 150}, {0, 400}, {210, 390}, {90, 610}};
  static final long[][] B = {{30, 470}, {10, 690}, {60, 340}, {0, 300}, {45, 455}};

  @Test
  void fewSpeechesTakePercentilesFurtherOut() {
    Spread spread = Spread.ofShare(Speeches.numbered(0, A), 0);

    assertThat(spread.tail(0.9)).isCloseTo(0.010579748030517769, within(1e-12));
  }

  @Test
  void ofADifferenceHasWelchsDegreesOfFreedom() {
    Spread spread = Spread.ofDifference(Speeches.numbered(0, A), Speeches.numbered(6, B), 0);

    assertThat(spread.tail(0.9)).isCloseTo(0.014186450565692262, within(1e-12));
  }

  @Test
  void complementaryThemesTogetherAreAsEitherAlone() {
    Sample a = Speeches.numbered(0, A);
    Sample b = Speeches.numbered(6, B);

    assertThat(Spread.ofDifferences(a, b).tail(0.9))
        .isCloseTo(Spread.ofDifference(a, b, 0).tail(0.9), within(1e-12));
  }

  @Test
  void manySpeechesHaveTheUsualTail() {
    long[][] many = new long[2000][];
    for (int i = 0; i < many.length; i++) {
      many[i] = new long[] {i % 7, 10};
    }

    assertThat(Spread.ofShare(Speeches.numbered(0, many), 0).tail(0.9))
        .isCloseTo(0.05, within(2e-4));
  }

  @Test
  void speechesThatDoNotDifferHaveTheUsualTail() {
    Sample equal = Speeches.numbered(0, new long[] {1, 1}, new long[] {2, 2});

    assertThat(Spread.ofShare(equal, 0).tail(0.8)).isCloseTo(0.1, within(1e-15));
  }
}
