package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsKeepTheApostrophesHyphensAndPointsInsideThem() {
    assertThat(words("Kazakhstan's co-operation, the U.S. and akorda.kz: +6.5% (1,000)."))
        .containsExactly(
            "Kazakhstan's", "co-operation", "the", "U.S", "and", "akorda.kz", "6.5", "1,000");
  }

  @Test
  void quotationMarksAndDashesAreNotPartOfWords() {
    assertThat(words("'peace' – ‘trade’—“energy”- -")).containsExactly("peace", "trade", "energy");
  }

  @Test
  void acronymsWithStopsAreOneWord() {
    assertThat(words("A.C.Smith, т.е. U.S.A. or e.g. B."))
        .containsExactly("A.C", "Smith", "т.е", "U.S.A", "or", "e.g", "B");
  }

  @Test
  void marksBelongToTheirLetter() {
    assertThat(words("Orba\u0301n العَرَبِيَّة")).containsExactly("Orba\u0301n", "العَرَبِيَّة");
  }

  @Test
  void textsWithoutSpacesAreCutWithADictionary() {
    assertThat(words("我们支持世界和平。OK")).containsExactly("我们", "支持", "世界", "和平", "OK");
    assertThat(Words.count("ภาษาไทย")).isEqualTo(2);
  }

  @Test
  void textsWithoutLettersAndDigitsHaveNoWords() {
    assertThat(Words.count("* * * – … 😀")).isZero();
    assertThat(Words.count("")).isZero();
  }

  @Property(seed = "1")
  void wordsAreInOrderAndNotEmpty(@ForAll String text) {
    int[] bounds = Words.bounds(text);
    for (int i = 0; i < bounds.length; i += 2) {
      assertThat(bounds[i + 1]).isGreaterThan(bounds[i]);
      assertThat(bounds[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : bounds[i - 1]);
    }
  }

  private static List<String> words(String text) {
    int[] bounds = Words.bounds(text);
    return IntStream.range(0, bounds.length / 2)
        .mapToObj(i -> text.substring(bounds[2 * i], bounds[2 * i + 1]))
        .toList();
  }
}
