package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summitthemes.corpus.Copies.Pair;

class CopiesTest {
  private static final String TEXT =
      IntStream.range(0, 300).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

  @Test
  void aPartIsContainedInTheWhole() {
    assertThat(containment(TEXT, TEXT.substring(0, 500))).isGreaterThan(0.98);
    assertThat(containment(TEXT, "x y z " + TEXT + " and more")).isEqualTo(1);
  }

  @Test
  void differentTextsShareNothing() {
    assertThat(containment(TEXT, TEXT.replace('w', 'v'))).isZero();
  }

  @Test
  void eachChangedWordCostsFiveRuns() {
    assertThat(containment(TEXT, TEXT.replace("w150 ", "changed ")))
        .isCloseTo(1 - 5 / 296.0, within(1e-9));
  }

  @Test
  void punctuationCaseAndSpellingOfSpacesDoNotMatter() {
    assertThat(Shingles.of("The OTS, a union of states!"))
        .isEqualTo(Shingles.of("the ots — a union of\n\nStates"));
  }

  @Test
  void aTextShorterThanARunHasOneHash() {
    assertThat(Shingles.of("two words")).hasSize(1);
    assertThat(Shingles.of("")).hasSize(1);
  }

  @Test
  void theSampleOfALongTextHoldsTheMatchingPartOfAShortOne() {
    String longText =
        IntStream.range(0, 5000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    long[] sampleOfLong = Shingles.sample(Shingles.of(longText));

    long shared =
        java.util.Arrays.stream(Shingles.sample(Shingles.of(TEXT)))
            .filter(hash -> java.util.Arrays.binarySearch(sampleOfLong, hash) >= 0)
            .count();

    assertThat(shared).isGreaterThanOrEqualTo(Shingles.leastShared(296, 4996));
  }

  @Test
  void theLongestIsTheOriginalAndChainsEndAtOne() {
    assertThat(
            Copies.originals(
                List.of(
                    new Pair("a", 10, "b", 30),
                    new Pair("b", 30, "c", 50),
                    new Pair("d", 7, "e", 7))))
        .isEqualTo(Map.of("a", "c", "b", "c", "e", "d"));
  }

  @Test
  void theOrderOfPairsDoesNotMatter() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pairs.add(new Pair("s" + i, i % 4, "s" + (i * 7 + 1) % 12, (i * 7 + 1) % 12 % 4));
    }
    Map<String, String> originals = Copies.originals(pairs);

    Collections.shuffle(pairs, new Random(7));

    assertThat(Copies.originals(pairs)).isEqualTo(originals);
  }

  private static double containment(String a, String b) {
    return Shingles.containment(Shingles.of(a), Shingles.of(b));
  }
}
