package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ChainPropertiesTest {
  private static final int CLASSES = 3;

  @Property(seed = "1")
  void probabilitiesAreThoseOfGoingThroughAllChains(
      @ForAll("speeches") List<double[]> evidence,
      @ForAll @DoubleRange(min = 0, max = 0.95) double stay) {
    for (int unit = 0; unit < evidence.size(); unit++) {
      double[] expected = bruteForce(evidence, stay, unit);
      assertThat(posterior(evidence, stay, unit)).containsExactly(expected, within(1e-9));
    }
  }

  @Property(seed = "1")
  void aSpeechReadBackwardsHasTheSameProbabilities(@ForAll("speeches") List<double[]> evidence) {
    List<double[]> backwards =
        IntStream.range(0, evidence.size())
            .mapToObj(i -> evidence.get(evidence.size() - 1 - i))
            .toList();

    assertThat(posterior(evidence, 0.4, 0))
        .containsExactly(posterior(backwards, 0.4, evidence.size() - 1), within(1e-12));
  }

  @Example
  void hugeDifferencesOfEvidenceGiveNumbersStill() {
    var evidence = List.of(new double[] {900, 0, -900}, new double[] {0, 0, 0});

    assertThat(posterior(evidence, 0.9, 0)).containsExactly(1, 0, 0);
    assertThat(posterior(evidence, 0.9, 1)[0]).isCloseTo(0.9 + 0.1 / 3, within(1e-12));
  }

  @Provide
  Arbitrary<List<double[]>> speeches() {
    return Arbitraries.doubles()
        .between(-3, 3)
        .array(double[].class)
        .ofSize(CLASSES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static double[] posterior(List<double[]> evidence, double stay, int unit) {
    return Chain.posterior(evidence.get(unit), new Chain(stay).messages(evidence).get(unit));
  }

  private static double[] bruteForce(List<double[]> evidence, double stay, int unit) {
    double[] sums = new double[CLASSES];
    int chains = (int) Math.pow(CLASSES, evidence.size());
    for (int chain = 0; chain < chains; chain++) {
      sums[classAt(chain, unit)] += likelihood(evidence, stay, chain);
    }
    double total = sums[0] + sums[1] + sums[2];
    return new double[] {sums[0] / total, sums[1] / total, sums[2] / total};
  }

  private static double likelihood(List<double[]> evidence, double stay, int chain) {
    double likelihood = 1;
    for (int unit = 0; unit < evidence.size(); unit++) {
      int own = classAt(chain, unit);
      likelihood *= Math.exp(evidence.get(unit)[own]);
      if (unit > 0) {
        likelihood *= (1 - stay) / CLASSES + (own == classAt(chain, unit - 1) ? stay : 0);
      }
    }
    return likelihood;
  }

  private static int classAt(int chain, int unit) {
    return chain / (int) Math.pow(CLASSES, unit) % CLASSES;
  }
}
