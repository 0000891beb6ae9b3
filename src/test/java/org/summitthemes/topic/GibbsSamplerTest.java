package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The draws of one token, compared with the formula by a chi-square test: 4 topics, 3 degrees of
 * freedom, 99.99 % quantile 21.1 (R: qchisq(0.9999, 3)). The random numbers are fixed, so that the
 * test always has the same outcome.
 */
class GibbsSamplerTest {
  private static final int DRAWS = 200_000;
  private static final double LIMIT = 21.1;

  private static final int[][] COUNTS = {{5, 0, 1, 20}, {0, 7, 1, 20}, {2, 2, 0, 3}, {0, 0, 1, 40}};
  private static final double[] ALPHA = {0.5, 0.1, 2, 0.05};
  private static final TermPrior PRIOR = TermPrior.of(4, 4, 0.1, List.of(Map.of(1, 3.0), Map.of()));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void newTokenFollowsTheFormula(int term) {
    short[] document = {GibbsSampler.NONE, 0, 0, 1};

    double[] expected = new double[4];
    for (int k = 0; k < 4; k++) {
      expected[k] = (new int[] {2, 1, 0, 0}[k] + ALPHA[k]) * PRIOR.mass(k, term);
    }

    assertFollows(expected, TopicTable.initial(PRIOR, ALPHA), document, term);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void tokenLeavesItselfOut(int term) {
    for (short own = 0; own < 4; own++) {
      if (COUNTS[own][term] > 0) {
        short[] document = {own, 0, 0, 1};

        double[] expected = new double[4];
        for (int k = 0; k < 4; k++) {
          double left = k == own ? 1 : 0;
          double total = COUNTS[k][0] + COUNTS[k][1] + COUNTS[k][2] + COUNTS[k][3];
          expected[k] =
              (new int[] {2, 1, 0, 0}[k] + ALPHA[k])
                  * (COUNTS[k][term] - left + PRIOR.mass(k, term))
                  / (total - left + PRIOR.total(k));
        }

        assertFollows(
            expected, TopicTable.of(TopicTableTest.counts(COUNTS), PRIOR, ALPHA), document, term);
      }
    }
  }

  /** Nearly all of the smoothing mass is in the token's own topic: the rejections must end. */
  @Test
  void tokenOfAnOtherwiseUnusedTermFollowsTheFormula() {
    int[][] counts = {{1000, 0}, {1000, 1}, {1000, 0}, {1000, 0}};
    double[] alpha = {0.1, 1, 0.1, 0.2};
    var prior = TermPrior.of(4, 2, 1e-4, List.of());

    assertFollows(
        alpha, TopicTable.of(TopicTableTest.counts(counts), prior, alpha), new short[] {1}, 1);
  }

  /** The document's first token is drawn first, when the others still are where they were. */
  private static void assertFollows(
      double[] expected, TopicTable table, short[] document, int term) {
    var sampler = new GibbsSampler(table.awaitBuilt());
    var random = RandomStream.of(42, 0);
    int[] tokens = new int[document.length];
    tokens[0] = term;
    int[] drawn = new int[4];
    for (int i = 0; i < DRAWS; i++) {
      short[] assigned = document.clone();
      sampler.sample(tokens, assigned, 0, assigned.length, random.restart(i));
      drawn[assigned[0]]++;
    }

    double sum = expected[0] + expected[1] + expected[2] + expected[3];
    double chiSquare = 0;
    for (int k = 0; k < 4; k++) {
      double mean = DRAWS * expected[k] / sum;
      chiSquare += (drawn[k] - mean) * (drawn[k] - mean) / mean;
    }
    assertThat(chiSquare).as("drawn %s", Arrays.toString(drawn)).isLessThan(LIMIT);
  }
}
