package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class DocumentPriorTest {
  private static final double[] EXPECTED = {0.710090, 0.496795, 0.285763};

  /**
   * Expected values: the maximum of the same density by pattern search in plain Python
   * (math.lgamma), to six digits.
   */
  @Test
  void fixedPointIsTheMaximum() {
    int[][] documents = {
      {8, 1, 1}, {0, 9, 1}, {5, 5, 0}, {10, 0, 0}, {2, 7, 1}, {9, 1, 2}, {1, 0, 3}, {6, 6, 0}
    };

    double[] alpha = DocumentPrior.optimize(new double[] {1, 1, 1}, histogram(documents), 1e-9);

    assertThat(alpha).containsExactly(EXPECTED, within(1e-4));
  }

  @Test
  void gradientVanishesAtTheFixedPoint() {
    int[][] documents = {{3, 0, 4}, {1, 1, 0}, {7, 2, 2}, {0, 5, 1}, {2, 2, 9}};

    double[] alpha = DocumentPrior.optimize(new double[] {0.1, 2, 5}, histogram(documents), 1e-9);

    double sum = alpha[0] + alpha[1] + alpha[2];
    for (int k = 0; k < 3; k++) {
      double gradient = -1;
      for (int[] document : documents) {
        int length = document[0] + document[1] + document[2];
        gradient +=
            Digamma.value(sum)
                - Digamma.value(sum + length)
                + Digamma.value(alpha[k] + document[k])
                - Digamma.value(alpha[k]);
      }
      assertThat(gradient).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void plantedParametersAreRecovered() {
    double[] planted = {2, 0.3, 0.7, 0.05};
    var random = RandomSource.SPLIT_MIX_64.create(42);
    var shares = DirichletSampler.of(random, planted);
    int[][] documents = new int[20_000][4];
    for (int[] document : documents) {
      double[] share = shares.sample();
      for (int i = 0; i < 60; i++) {
        double u = random.nextDouble();
        int k = 0;
        while (k < 3 && u >= share[k]) {
          u -= share[k++];
        }
        document[k]++;
      }
    }

    double[] alpha =
        DocumentPrior.optimize(DocumentPrior.symmetric(4, 4), histogram(documents), 1e-6);

    for (int k = 0; k < 4; k++) {
      assertThat(alpha[k]).isCloseTo(planted[k], within(0.03 * planted[k] + 0.002));
    }
  }

  @Test
  void unusedTopicKeepsTheFloor() {
    double[] alpha =
        DocumentPrior.optimize(new double[] {1, 1}, histogram(new int[][] {{3, 0}, {5, 0}}), 0.01);

    assertThat(alpha[1]).isEqualTo(0.01);
  }

  @Test
  void withoutDocumentsTheParametersFallToTheFloor() {
    assertThat(DocumentPrior.optimize(new double[] {1, 1}, new CountHistogram(2), 0.01))
        .containsExactly(0.01, 0.01);
  }

  private static CountHistogram histogram(int[][] documents) {
    var histogram = new CountHistogram(documents[0].length);
    for (int[] document : documents) {
      int length = 0;
      for (int count : document) {
        length += count;
      }
      histogram.add(document, length);
    }
    return histogram;
  }
}
