package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.config.FitConfig;
import org.summitthemes.text.Vocabulary.Term;

class VocabularyTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          List.of(
              term("peace", "peace", 90),
              term("security", "security", 80),
              term("secure", "secured", 70),
              term("nuclear weapon", "nuclear weapons", 60),
              term("weapon", "weapons", 50),
              term("organization turkic states", "organization turkic states", 40),
              term("kazakhstan", "kazakhstan", 30),
              term("cyber security", "cyber security", 20)));

  @Test
  void termsAreRankedByCountAndThenByName() {
    Vocabulary vocabulary =
        Vocabulary.of(List.of(term("b", "b", 2), term("c", "c", 5), term("a", "a", 2)));

    assertThat(vocabulary.terms()).extracting(Term::name).containsExactly("c", "a", "b");
    assertThat(vocabulary.index("a")).isEqualTo(1);
    assertThat(vocabulary.index("z")).isNegative();
  }

  @Test
  void encodingDropsUnknownTermsAndKeepsTheOrder() {
    assertThat(VOCABULARY.encode(List.of("weapon", "unknown", "peace", "weapon")))
        .containsExactly(4, 0, 4);
  }

  @Test
  void termsOutsideTheLimitsAreLeftOut() {
    FitConfig defaults = FitConfig.defaults();
    List<Term> terms =
        List.of(
            new Term("everywhere", "everywhere", 100, 31),
            new Term("often", "often", 50, 30),
            new Term("seldom", "seldom", 5, 3),
            new Term("rare", "rare", 40, 2));

    assertThat(Vocabulary.within(defaults, terms, 100).terms())
        .extracting(Term::name)
        .containsExactly("often", "seldom");
  }

  @Test
  void onlyTheMostFrequentTermsStay() {
    List<Term> terms =
        IntStream.range(0, 50_010).mapToObj(i -> new Term("term" + i, "", i, 5)).toList();

    Vocabulary vocabulary = Vocabulary.within(FitConfig.defaults(), terms, 1000);

    assertThat(vocabulary.size()).isEqualTo(50_000);
    assertThat(vocabulary.term(49_999).name()).isEqualTo("term10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "security          | security",
        "Securities        | security",
        "secur*            | security, secure",
        "weapons           | weapon",
        "nuclear weapons   | nuclear weapon",
        "nuclear weapon*   | nuclear weapon",
        "NUCLEAR arm*      | ''",
        "Organization of the Turkic States | organization turkic states",
        "cyber-security    | cyber security",
        "cyber-sec*        | cyber security",
        "Kazakhstan's      | kazakhstan",
        "of the            | ''",
        "railway           | ''"
      })
  void aCatalogTermStandsForTheTermsItMatches(String pattern, String expected) {
    int[] resolved = VOCABULARY.resolve(pattern, new Tokenizer("en"));

    assertThat(
            String.join(
                ", ", IntStream.of(resolved).mapToObj(i -> VOCABULARY.term(i).name()).toList()))
        .isEqualTo(expected);
  }

  @Test
  void patternsFollowTheRulesOfTheirLanguage() {
    Vocabulary vocabulary =
        Vocabulary.of(List.of(term("ışık", "ışık", 3), term("güvenlik", "güvenliği", 2)));
    Tokenizer turkish = new Tokenizer("tr");

    assertThat(vocabulary.resolve("IŞIK", turkish)).containsExactly(0);
    assertThat(vocabulary.resolve("IŞ*", turkish)).containsExactly(0);
    assertThat(vocabulary.resolve("güvenlikte", turkish)).containsExactly(1);
  }

  @Test
  void aVocabularySurvivesSerialization() throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(VOCABULARY);
    }

    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(VOCABULARY);
    }
  }

  private static Term term(String name, String surface, int count) {
    return new Term(name, surface, count, count);
  }
}
