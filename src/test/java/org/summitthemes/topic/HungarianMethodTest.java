package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HungarianMethodTest {
  @Test
  void greedyChoiceIsNotTheBest() {
    assertThat(HungarianMethod.assign(new double[][] {{1, 2}, {1, 9}})).containsExactly(1, 0);
  }

  @Test
  void moreColumnsThanRowsAndNoRowsAtAll() {
    assertThat(HungarianMethod.assign(new double[][] {{5, 3, 1}, {4, 9, 1}})).containsExactly(1, 2);
    assertThat(HungarianMethod.assign(new double[0][])).isEmpty();
  }

  @Property(seed = "1")
  void noAssignmentIsCheaper(@ForAll("matrices") double[][] costs) {
    int[] assigned = HungarianMethod.assign(costs);

    assertThat(assigned).doesNotHaveDuplicates();
    double sum = 0;
    for (int row = 0; row < assigned.length; row++) {
      sum += costs[row][assigned[row]];
    }
    assertThat(sum).isCloseTo(cheapest(costs, 0, 0), within(1e-9));
  }

  @Provide
  Arbitrary<double[][]> matrices() {
    var cell = Arbitraries.doubles().between(0, 1);
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(n -> cell.array(double[].class).ofSize(n).array(double[][].class).ofSize(n));
  }

  /** Tries them all. */
  private static double cheapest(double[][] costs, int row, int taken) {
    if (row == costs.length) {
      return 0;
    }

    double cheapest = Double.POSITIVE_INFINITY;
    for (int column = 0; column < costs[row].length; column++) {
      if ((taken & 1 << column) == 0) {
        cheapest =
            Math.min(cheapest, costs[row][column] + cheapest(costs, row + 1, taken | 1 << column));
      }
    }
    return cheapest;
  }
}
