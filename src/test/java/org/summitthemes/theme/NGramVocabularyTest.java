package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NGramVocabularyTest {
  private static final NGramVocabulary VOCABULARY =
      NGramVocabulary.of(
          Stream.of("new gas pipe", "new gas pipe", "gas", "old oil")
              .map(text -> new Unit(text, "en"))
              .toList(),
          List.of("wells"));

  @Test
  void wordsAndPairsOfTwoUnitsAreKnownTheMostFrequentFirst() {
    assertThat(VOCABULARY.ngrams())
        .containsExactly("gas", "gas pipe", "new", "new gas", "pipe", "wells");
  }

  /** Of "gas gas pipe": gas twice, the pair once; each weighs {@code (1 + ln c) idf}. */
  @Test
  void aVectorHoldsWhatIsKnownByIdAndHasLengthOne() {
    var vector = VOCABULARY.vector(Tokens.of(new Unit("Gas: gas pipe, oil", "en")));

    assertThat(vector.ids()).containsExactly(0, 1, 4);
    double gas = (1 + Math.log(2)) * (1 + Math.log(5.0 / 4));
    double pipe = 1 + Math.log(5.0 / 3);
    double length = Math.sqrt(gas * gas + 2 * pipe * pipe);
    assertThat(vector.values()[0]).isCloseTo(gas / length, within(1e-12));
    assertThat(vector.values()[1]).isCloseTo(pipe / length, within(1e-12));
    assertThat(vector.values()[2]).isCloseTo(pipe / length, within(1e-12));
  }

  @Test
  void aPairOfWordsThatAreKnownApartIsNotKnown() {
    assertThat(VOCABULARY.vector(Tokens.of(new Unit("pipe gas", "en"))).ids())
        .containsExactly(0, 4);
    assertThat(VOCABULARY.vector(Tokens.of(new Unit("", "en"))).ids()).isEmpty();
  }

  @Test
  void theCommonestWordWithABeginning() {
    assertThat(VOCABULARY.commonest(List.of("g", "w", "x")))
        .isEqualTo(Map.of("g", "gas", "w", "wells"));
  }
}
