package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Expected values come from statsmodels, NumPy and SciPy, with the rows of {@link #rows}: c, yr, a,
 * s, tw, ow:
 *
 * <pre>
 * w = tw + ow; y = tw / w; L = np.log(w / s); L = L - (w * L).sum() / w.sum()
 * X = np.column_stack([a, L] + [(yr == k).astype(float) for k in range(4)])
 * m = sm.GLM(y, X, family=sm.families.Binomial(), var_weights=w).fit(tol=1e-14, maxiter=200)
 * b = m.params; lam = lambda z: 1 / (1 + np.exp(-z)); e0 = X @ b - b[0] * a
 * p = lam(e0 + b[0]); q = lam(e0); om = w / w.sum(); ame = (om * (p - q)).sum()
 * g = (om[:, None] * ((p * (1 - p) - q * (1 - q))[:, None] * X)).sum(0); g[0] = (om * p * (1 - p)).sum()
 * mu = lam(X @ b); W = w * mu * (1 - mu); z = X @ np.linalg.solve(X.T @ (W[:, None] * X), g)
 * psi = np.array([(w * (y - mu) * z)[c == k].sum() for k in range(9)])
 * I = np.array([(W * z * z)[c == k].sum() for k in range(9)]); h = I / I.sum()
 * se = np.sqrt(((psi / (1 - h)) ** 2).sum() * 8 / 9); df = 1 / (h ** 2).sum() - 1
 * ame, t.isf(.05, df) * se, 2 * t.sf(abs(ame) / se, df)
 * </pre>
 *
 * <p>Without the division by 1 - h and the factor 8 / 9 the error is that of statsmodels by the
 * delta method from cov_type='cluster', use_correction=False: 0.013660798392472518.
 */
class AdjustedDifferenceTest {
  private static final Resampling RESAMPLING = new Resampling(0.9, 100, 100, 4, 1);

  @Test
  void agreesWithStatsmodels() {
    Estimate estimate = adjusted(rows(true), rows(false), false).get(0).orElseThrow();

    assertThat(estimate.value()).isCloseTo(0.07314464057769285, within(1e-10));
    assertThat(estimate.interval().high() - estimate.value())
        .isCloseTo(0.02710639451134771, within(1e-9));
    assertThat(estimate.pValue()).isCloseTo(0.0011006010463977171, within(1e-9));
  }

  @Test
  void groupsThatOnlySpokeInOtherYearsDoNotDiffer() {
    // Everybody speaks twice as much of the theme in the second year, when A speaks more often.
    List<ClusterYear> a = new ArrayList<>();
    List<ClusterYear> b = new ArrayList<>();
    for (int c = 0; c < 12; c++) {
      boolean ofA = c % 2 == 0;
      (ofA ? a : b).add(new ClusterYear("c" + c, "2001", ofA ? 1 : 9, words(ofA ? 1 : 9, 100 + c)));
      (ofA ? a : b).add(new ClusterYear("c" + c, "2002", ofA ? 9 : 1, words(ofA ? 9 : 1, 200 + c)));
    }

    Estimate estimate = adjusted(a, b, false).get(0).orElseThrow();

    assertThat(estimate.value()).isCloseTo(0, within(0.01));
    assertThat(share(a) - share(b)).isGreaterThan(0.05);
  }

  @Test
  void clustersHeldConstantDoNotDiffer() {
    // Country c speaks of the theme in proportion to c, wherever it speaks.
    List<ClusterYear> a = new ArrayList<>();
    List<ClusterYear> b = new ArrayList<>();
    for (int c = 1; c <= 8; c++) {
      a.add(new ClusterYear("c" + c, "2001", c, words(c, 50 * c + 1)));
      b.add(new ClusterYear("c" + c, "2001", 9 - c, words(9 - c, 50 * c - 1)));
    }

    assertThat(adjusted(a, b, true).get(0).orElseThrow().value()).isCloseTo(0.002, within(0.003));
    assertThat(adjusted(a, b, false).get(0).orElseThrow().value()).isGreaterThan(0.05);
  }

  @Test
  void yearsOfOneGroupOnlyDoNotCount() {
    List<ClusterYear> a = new ArrayList<>(rows(true));
    a.add(new ClusterYear("9", "1950", 5, new long[] {4000, 10}));

    assertThat(adjusted(a, rows(false), false)).isEqualTo(adjusted(rows(true), rows(false), false));
  }

  @Test
  void nothingInCommonLeavesNothingToSay() {
    List<ClusterYear> a = List.of(new ClusterYear("a", "2001", 1, new long[] {5, 5}));
    List<ClusterYear> b = List.of(new ClusterYear("b", "2002", 1, new long[] {5, 5}));

    assertThat(adjusted(a, b, false)).containsOnly(Optional.empty());
    assertThat(adjusted(List.of(), b, false)).isEmpty();
  }

  @Test
  void fewClustersHaveAValueOnly() {
    Estimate estimate =
        AdjustedDifference.of(rows(true), rows(false), false, new Resampling(0.9, 100, 100, 7, 1))
            .get(0)
            .orElseThrow();

    assertThat(estimate.value()).isCloseTo(0.07314464057769285, within(1e-10));
    assertThat(estimate.interval()).isNull();
    assertThat(estimate.pValue()).isNull();
  }

  @Test
  void countriesThatDoNotDifferAreCalledDifferentAsOftenAsTheyShould() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(6L);
    DirichletSampler countries = DirichletSampler.of(random, new double[] {6, 20});
    int rejected = 0;
    int covered = 0;
    for (int trial = 0; trial < 400; trial++) {
      List<ClusterYear> a = new ArrayList<>();
      List<ClusterYear> b = new ArrayList<>();
      for (int c = 0; c < 30; c++) {
        double[] ofCountry = countries.sample();
        double[] alpha = {ofCountry[0] * 20, ofCountry[1] * 20};
        long[][] speeches = Speeches.generated(8, alpha, 0.4, random);
        for (int year = 0; year < speeches.length; year++) {
          (c < 10 ? a : b).add(new ClusterYear("c" + c, "y" + year, 1, speeches[year]));
        }
      }
      Estimate estimate = adjusted(a, b, false).get(0).orElseThrow();
      rejected += estimate.pValue() <= 0.05 ? 1 : 0;
      covered += estimate.interval().contains(0) ? 1 : 0;
    }

    // Three standard errors about 5 % and 90 %.
    assertThat(rejected / 400.0).isBetween(0.017, 0.083);
    assertThat(covered / 400.0).isBetween(0.855, 0.945);
  }

  private static List<Optional<Estimate>> adjusted(
      List<ClusterYear> a, List<ClusterYear> b, boolean withinClusters) {
    return AdjustedDifference.of(a, b, withinClusters, RESAMPLING);
  }

  /** Nine clusters over four years, of which one belongs to A in the first two. */
  private static List<ClusterYear> rows(boolean ofA) {
    return IntStream.range(0, 36)
        .filter(i -> ofA == (i % 9 < 5 && !(i % 9 == 4 && i / 9 > 1)))
        .mapToObj(
            i ->
                new ClusterYear(
                    String.valueOf(i % 9),
                    String.valueOf(i / 9),
                    1 + i % 2,
                    new long[] {
                      20 + i * 7 % 23 + (ofA ? 15 : 0) + 4 * (i / 9),
                      100 + i * i % 57 + 30 * (i % 3)
                    }))
        .toList();
  }

  /** A thousand words a speech. */
  private static long[] words(int speeches, int ofTheme) {
    return new long[] {(long) speeches * ofTheme, (long) speeches * (1000 - ofTheme)};
  }

  private static double share(List<ClusterYear> rows) {
    double own = rows.stream().mapToLong(row -> row.words()[0]).sum();
    return own / rows.stream().mapToLong(row -> row.words()[0] + row.words()[1]).sum();
  }
}
