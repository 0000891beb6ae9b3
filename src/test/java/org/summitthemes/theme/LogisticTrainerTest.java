package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticTrainerTest {
  private static final SparseVector A = new SparseVector(new int[] {0}, new double[] {1});
  private static final SparseVector B = new SparseVector(new int[] {1}, new double[] {1});
  private static final SparseVector NOTHING = new SparseVector(new int[0], new double[0]);

  @Test
  void featuresPointToTheirClass() {
    var model =
        new LogisticTrainer(10, 100).fit(examples(List.of(A, A, B, B), 0, 0, 1, 1), none(2), 2);

    assertThat(model.logProbabilities(A)[0]).isGreaterThan(Math.log(0.8));
    assertThat(model.logProbabilities(B)[1]).isGreaterThan(Math.log(0.8));
  }

  @Test
  void everyClassWeighsTheSameHoweverOftenItOccurs() {
    var model =
        new LogisticTrainer(1, 100)
            .fit(examples(List.of(A, A, A, A, A, B), 0, 0, 0, 0, 0, 1), none(2), 2);

    assertThat(model.logProbabilities(NOTHING)[0]).isCloseTo(Math.log(0.5), within(1e-3));
  }

  @Test
  void probabilitiesSumToOne() {
    var model = new LogisticTrainer(1, 5).fit(examples(List.of(A, B, B), 0, 1, 2), none(2), 3);

    assertThat(sumOfExp(model.logProbabilities(B))).isCloseTo(1, within(1e-12));
  }

  /** At the least value the gradient is 0: w = C Σ a (y - p) x, here with C a = 1 for both. */
  @Test
  void theSolutionSatisfiesItsOwnEquation() {
    var model = new LogisticTrainer(1, 200).fit(examples(List.of(A, B), 0, 1), none(2), 2);
    double p = Math.exp(model.logProbabilities(A)[0]);

    assertThat(model.weights()[0]).isCloseTo(1 - p, within(1e-3));
    assertThat(model.weights()[1]).isCloseTo(p - 1, within(1e-3));
  }

  @Test
  void theOrderOfTheExamplesHardlyMattersAndTheSameOrderNotAtAll() {
    var trainer = new LogisticTrainer(2, 200);
    var once = trainer.fit(examples(List.of(A, A, B, NOTHING), 0, 1, 1, 0), none(2), 2);
    var again = trainer.fit(examples(List.of(A, A, B, NOTHING), 0, 1, 1, 0), none(2), 2);
    var shuffled = trainer.fit(examples(List.of(NOTHING, B, A, A), 0, 1, 0, 1), none(2), 2);

    assertThat(again.weights()).containsExactly(once.weights());
    assertThat(shuffled.weights()).containsExactly(once.weights(), within(1e-3));
  }

  private static List<LogisticTrainer.Example> examples(
      List<SparseVector> features, int... labels) {
    return IntStream.range(0, labels.length)
        .mapToObj(i -> new LogisticTrainer.Example(features.get(i), labels[i], 1))
        .toList();
  }

  private static SharedWeights none(int features) {
    List<String> names =
        java.util.stream.IntStream.range(0, features).mapToObj(String::valueOf).toList();
    return SharedWeights.of(NGramVocabulary.of(names, new double[features]), WordVectors.NONE);
  }

  private static double sumOfExp(double[] logs) {
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log);
    }
    return sum;
  }
}
