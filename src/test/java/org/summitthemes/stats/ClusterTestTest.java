package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values come from NumPy and SciPy, with the words of each unit of a group as rows of x:
 *
 * <pre>
 * def ch(x):
 *   n = x.sum(1); p = x.sum(0) / n.sum(); e = x - np.outer(n, p); m = len(n)
 *   return p, np.sqrt((m - 1) / m) * e / (n.sum() - n)[:, None]
 * p, ca = ch(A); q, cb = ch(B); c = np.zeros((11, 3)); c[0:6] += ca; c[4:11] -= cb
 * V = c.T @ c; d = p - q
 * def df(x):
 *   j = [(k ** 2).sum() for k in (x[:4], x[4:6], x[6:])]
 *   return sum(j) ** 2 / sum(a * a / n for a, n in zip(j, (3, 1, 4)))
 * 2 * t.sf(abs(d[k]) / np.sqrt(V[k, k]), df(c[:, k]))
 * m = (p + q) / 2; M = V / np.sqrt(np.outer(m, m)); tr = np.trace(M); nu = tr ** 2 / (M * M).sum()
 * f.sf((d * d / m).sum() / tr, nu, nu * df(c))
 * </pre>
 */
class ClusterTestTest {
  private static final long[][] A = {
    {120, 880, 40}, {300, 500, 10}, {50, 150, 90}, {0, 400, 60}, {210, 390, 5}, {90, 610, 70}
  };

  /** The first two are the same units as the last of A, with other speeches. */
  private static final long[][] B = {
    {30, 470, 20},
    {10, 690, 80},
    {60, 340, 30},
    {0, 300, 50},
    {45, 455, 10},
    {80, 100, 20},
    {55, 205, 33}
  };

  @Test
  void probabilitiesAreThoseOfStudentAndFisher() {
    double[] pValues = ClusterTest.pValues(Speeches.numbered(0, A), Speeches.numbered(4, B));

    assertThat(pValues)
        .containsExactly(
            new double[] {
              0.1856546021030358, 0.20113061248450306, 0.7520965113038538, 0.2242336606786809
            },
            within(1e-10));
  }

  @Test
  void exchangingTheGroupsChangesNothing() {
    Sample a = Speeches.numbered(0, A);
    Sample b = Speeches.numbered(4, B);

    assertThat(ClusterTest.pValues(b, a)).containsExactly(ClusterTest.pValues(a, b), within(1e-12));
  }

  @Test
  void groupsOfTheSameClustersAndWordsDoNotDiffer() {
    Sample a = Speeches.numbered(0, A);

    assertThat(ClusterTest.pValues(a, a)).containsOnly(1);
  }

  @Test
  void aThemeThatNobodyMentionsDoesNotDiffer() {
    Sample a = Speeches.numbered(0, new long[] {0, 5}, new long[] {0, 9});
    Sample b = Speeches.numbered(2, new long[] {0, 4}, new long[] {0, 7});

    assertThat(ClusterTest.pValues(a, b)).containsOnly(1);
  }
}
