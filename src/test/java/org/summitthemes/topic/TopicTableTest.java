package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopicTableTest {
  /** What the cells of an alias table add up to is the distribution, to the rounding of floats. */
  @Property(seed = "1")
  void aliasTableHoldsTheDistribution(
      @ForAll @Size(min = 2, max = 40)
          List<@IntRange(min = 1, max = 1_000_000_000) Integer> masses) {
    int n = masses.size();
    float[] weights = new float[n];
    for (int k = 0; k < n; k++) {
      weights[k] = masses.get(k).floatValue();
    }
    float[] stay = new float[n];
    short[] alias = new short[n];

    double sum = new AliasBuilder(n).build(ones(n), weights, 0, stay, alias);

    double[] drawn = new double[n];
    for (int k = 0; k < n; k++) {
      drawn[k] += stay[k] / n;
      drawn[alias[k]] += (1 - stay[k]) / n;
    }
    for (int k = 0; k < n; k++) {
      assertThat(drawn[k]).isCloseTo(weights[k] / sum, within(1e-6));
    }
  }

  @Test
  void weightsArePosteriorMeansWithSeeds() {
    var prior = TermPrior.of(2, 3, 0.5, List.of(Map.of(2, 4.0)));
    TopicTable table = TopicTable.of(counts(new int[][] {{3, 1, 0}, {0, 2, 2}}), prior, ones(2));

    table.awaitBuilt();

    assertThat(table.weights)
        .containsExactly(
            new float[] {
              3.5f / 9.5f, 0.5f / 5.5f, 1.5f / 9.5f, 2.5f / 5.5f, 4.5f / 9.5f, 2.5f / 5.5f
            },
            within(1e-6f));
    assertThat(table.smoothing[0]).isCloseTo(3.5 / 9.5 + 0.5 / 5.5, within(1e-6));
  }

  @Test
  void ownTokenIsLeftOut() {
    var prior = TermPrior.of(2, 3, 0.5, List.of());
    TopicTable table = TopicTable.of(counts(new int[][] {{3, 1, 0}, {0, 2, 2}}), prior, ones(2));

    table.awaitBuilt();

    double without = table.weights[0] * table.ownFactor[0] - table.ownShare[0];
    assertThat(without).isCloseTo(2.5 / 4.5, within(1e-6));
  }

  @Test
  void threadsBuildTheSameTableTogether() throws Exception {
    int[][] counts = new int[3][2000];
    for (int v = 0; v < 2000; v++) {
      counts[v % 3][v] = v;
    }
    var prior = TermPrior.of(3, 2000, 0.01, List.of());
    TopicTable alone = TopicTable.of(counts(counts), prior, ones(3)).awaitBuilt();
    TopicTable together = TopicTable.of(counts(counts), prior, ones(3));

    var threads = Executors.newFixedThreadPool(4);
    for (var built : threads.invokeAll(Collections.nCopies(4, together::awaitBuilt))) {
      assertThat(built.get()).isSameAs(together);
    }
    threads.shutdown();

    assertThat(together.weights).isEqualTo(alone.weights);
    assertThat(together.stay).isEqualTo(alone.stay);
    assertThat(together.alias).isEqualTo(alone.alias);
    assertThat(together.smoothing).isEqualTo(alone.smoothing);
  }

  static TopicCounts counts(int[][] byTopic) {
    var counts = new TopicCounts(byTopic.length, byTopic[0].length);
    for (int k = 0; k < byTopic.length; k++) {
      for (int v = 0; v < byTopic[k].length; v++) {
        counts.byTerm()[v * byTopic.length + k] = byTopic[k][v];
      }
    }
    return counts;
  }

  static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
