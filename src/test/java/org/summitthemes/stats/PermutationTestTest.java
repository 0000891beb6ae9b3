package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Expected statistics come from NumPy, expected p-values from all 462 or 11,550 ways to deal out
 * the memberships:
 *
 * <pre>
 * def statistics(ia, ib, both):   # lists of rows of x: words of the theme, other words
 *   n = x.sum(1); w = x[:, 0]; a = ia + both; b = ib + both
 *   p = w[a].sum() / n[a].sum(); q = w[b].sum() / n[b].sum()
 *   u = zeros(len(x)); u[a] += (w - p * n)[a] / n[a].sum(); u[b] -= (w - q * n)[b] / n[b].sum()
 *   v = sum(len(kind) * var(u[kind], ddof=1) for kind in (ia, ib, both) if kind)
 *   js = jensenshannon([p, 1 - p], [q, 1 - q], 2) ** 2
 *   return abs(p - q) / sqrt(v), js / (v / ((p + q) / 2) + v / (1 - (p + q) / 2))
 * </pre>
 */
class PermutationTestTest {
  private static final Sample A = Speeches.numbered(0, SpreadTest.A);
  private static final Sample B = Speeches.numbered(6, SpreadTest.B);

  @Test
  void statisticsAgreeWithNumPy() {
    assertThat(new TwoSamples(A, B).statistics())
        .containsExactly(
            new double[] {2.229747986890012, 2.229747986890012, 0.9415624974507624}, within(1e-12));
  }

  @Test
  void pValuesComeNearThoseOfAllPermutations() {
    double[] pValues = new PermutationTest(A, B).pValues(20_000, 1);

    // Four standard errors.
    assertThat(pValues[0]).isEqualTo(pValues[1]).isCloseTo(0.06493506, within(0.007));
    assertThat(pValues[2]).isCloseTo(0.06493506, within(0.007));
  }

  @Test
  void speechesOfBothAreDealtOutToo() {
    Sample a = Speeches.numbered(0, rows(0, 7));
    Sample b = Speeches.numbered(4, rows(4, 11));

    assertThat(new TwoSamples(a, b).statistics())
        .containsExactly(
            new double[] {1.3053606991695967, 1.3053606991695967, 0.30955609590621264},
            within(1e-12));
    double[] pValues = new PermutationTest(a, b).pValues(20_000, 1);
    assertThat(pValues[0]).isCloseTo(0.29246753, within(0.013));
    assertThat(pValues[2]).isCloseTo(0.29229437, within(0.013));
  }

  @Test
  void anOrganizationWithinAnotherIsComparedWithTheRest() {
    // Of equally long speeches; the permutations that deal out A among B deal out A and the rest.
    long[][] words = new long[24][];
    Arrays.setAll(words, i -> new long[] {i * i % 37 + (i < 10 ? 14 : 0), 0});
    Arrays.stream(words).forEach(speech -> speech[1] = 100 - speech[0]);
    Sample part = Speeches.numbered(0, Arrays.copyOf(words, 10));
    Sample rest = Speeches.numbered(10, Arrays.copyOfRange(words, 10, 24));
    Sample whole = Speeches.numbered(0, words);

    double[] within = new PermutationTest(part, whole).pValues(20_000, 1);
    double[] beside = new PermutationTest(part, rest).pValues(20_000, 2);

    assertThat(within[0]).isBetween(0.01, 0.6).isCloseTo(beside[0], within(0.015));
  }

  @Test
  void shufflingKeepsSumsAndNumbers() {
    TwoSamples samples = new TwoSamples(A, B);
    assertThat(samples.dealt()).isEqualTo(5);

    var random = RandomSource.SPLIT_MIX_64.create(7L);
    for (int r = 0; r < 100; r++) {
      samples.shuffle(random);
      assertThat(Arrays.stream(samples.statistics())).allMatch(Double::isFinite);
    }
  }

  @Test
  void equalSpeechesDoNotDiffer() {
    Sample a = Speeches.numbered(0, new long[] {1, 3}, new long[] {2, 6}, new long[] {1, 3});
    Sample b = Speeches.numbered(5, new long[] {2, 6}, new long[] {3, 9});

    assertThat(new PermutationTest(a, b).pValues(200, 1)).containsOnly(1);
  }

  @Test
  void aThemeThatNobodyMentionsDoesNotDiffer() {
    Sample a = Speeches.numbered(0, new long[] {0, 3, 1}, new long[] {0, 6, 0});
    Sample b = Speeches.numbered(5, new long[] {0, 6, 3}, new long[] {0, 9, 4});

    assertThat(new PermutationTest(a, b).pValues(200, 1)[0]).isEqualTo(1);
  }

  @Test
  void strongDifferencesGetMorePermutations() {
    long[][] few = new long[20][];
    long[][] many = new long[20][];
    Arrays.setAll(few, i -> new long[] {10 + i, 100});
    Arrays.setAll(many, i -> new long[] {60 + i, 100});

    double[] pValues =
        new PermutationTest(Speeches.numbered(0, few), Speeches.numbered(20, many)).pValues(100, 1);

    assertThat(pValues[0]).isEqualTo(1.0 / (1 + 100 * PermutationTest.REFINEMENT));
  }

  @Test
  void theSameKeyGivesTheSamePValues() {
    assertThat(new PermutationTest(A, B).pValues(300, 5))
        .isEqualTo(new PermutationTest(A, B).pValues(300, 5))
        .isNotEqualTo(new PermutationTest(A, B).pValues(300, 6));
  }

  @Test
  void samplesOverDifferentThemesAreRefused() {
    assertThatThrownBy(() -> new PermutationTest(A, Sample.over(1).add("a", 1).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must have equally many themes: 2, 1");
  }

  private static long[][] rows(int from, int to) {
    long[][] all = Arrays.copyOf(SpreadTest.A, 11);
    System.arraycopy(SpreadTest.B, 0, all, 6, 5);
    return Arrays.copyOfRange(all, from, to);
  }
}
