package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  @Test
  void agreesWithSciPy() {
    // scipy.spatial.distance.jensenshannon([.5, .3, .2], [.1, .2, .7], 2) ** 2
    assertThat(jensenShannon(shares(.5, .3, .2), shares(.1, .2, .7)))
        .isCloseTo(0.21836359696294746, within(1e-15));
    // scipy.spatial.distance.jensenshannon([.5, .5, 0], [0, .5, .5], 2) ** 2
    assertThat(jensenShannon(shares(.5, .5, 0), shares(0, .5, .5))).isCloseTo(.5, within(1e-15));
  }

  @Test
  void distributionsWithNothingInCommonAreOneBitApart() {
    assertThat(jensenShannon(shares(1, 0), shares(0, 1))).isEqualTo(1);
  }

  @Test
  void distributionsOverDifferentCategoriesAreRefused() {
    assertThatThrownBy(() -> jensenShannon(shares(1), shares(.5, .5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("distributions must have equally many categories: 1, 2");
  }

  @Property(seed = "1")
  void liesBetweenZeroAndOneAndIsSymmetric(
      @ForAll("distributions") double[] p, @ForAll("distributions") double[] q) {
    assertThat(jensenShannon(p, q)).isBetween(0.0, 1.0).isEqualTo(jensenShannon(q, p));
  }

  @Property(seed = "1")
  void isZeroForEqualDistributions(@ForAll("distributions") double[] p) {
    assertThat(jensenShannon(p, p.clone())).isZero();
  }

  @Property(seed = "1")
  void isPositiveForDistributionsThatDiffer(
      @ForAll("distributions") double[] p, @ForAll("distributions") double[] q) {
    Assume.that(Math.abs(p[0] - q[0]) > 1e-6);
    assertThat(jensenShannon(p, q)).isPositive();
  }

  @Property(seed = "1")
  void itsRootObeysTheTriangleInequality(
      @ForAll("distributions") double[] p,
      @ForAll("distributions") double[] q,
      @ForAll("distributions") double[] r) {
    assertThat(Math.sqrt(jensenShannon(p, r)))
        .isLessThanOrEqualTo(
            Math.sqrt(jensenShannon(p, q)) + Math.sqrt(jensenShannon(q, r)) + 1e-7);
  }

  @Provide
  Arbitrary<double[]> distributions() {
    return Arbitraries.integers()
        .between(0, 1000)
        .array(int[].class)
        .ofSize(4)
        .filter(words -> Arrays.stream(words).sum() > 0)
        .map(DivergenceTest::normalized);
  }

  private static double[] normalized(int[] words) {
    double total = Arrays.stream(words).sum();
    return Arrays.stream(words).mapToDouble(count -> count / total).toArray();
  }

  private static double jensenShannon(double[] p, double[] q) {
    return Divergence.jensenShannonBits(p, q);
  }

  private static double[] shares(double... shares) {
    return shares;
  }
}
