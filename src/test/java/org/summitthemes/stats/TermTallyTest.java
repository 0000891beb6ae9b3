package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermTallyTest {
  @Test
  void sumsAreThoseOfEachThemeAndOfAllOfThem() {
    TermTally tally = new TermTally(1, 2);
    add(tally, List.of(0), List.of("trade", "peace"), 3, 1, 0, 2);
    tally.endUnit();
    add(tally, List.of(0), List.of("trade"), 2, 0);
    tally.endUnit();

    // Speech 1 has 3 terms in theme 0 and 3 in theme 1; speech 2 has 2 in theme 0.
    assertThat(own(tally, "trade", 0, 0)).isEqualTo(new TermUse(5, 13, 13, 5, 13));
    assertThat(own(tally, "peace", 0, 1)).isEqualTo(new TermUse(2, 4, 6, 3, 9));
    assertThat(own(tally, "trade", 0, 1)).isEqualTo(new TermUse(1, 1, 3, 3, 9));
    assertThat(own(tally, "peace", 0, 2)).isEqualTo(new TermUse(2, 4, 12, 8, 40));
    assertThat(own(tally, "trade", 0, 2)).isEqualTo(new TermUse(6, 20, 28, 8, 40));
    assertThat(List.of(tally.meanLength(0), tally.meanLength(1), tally.meanLength(2)))
        .containsExactly(2.5, 3.0, 4.0);
    assertThat(tally.units(number(tally, "trade"), 0, 2)).isEqualTo(2);
    assertThat(tally.units(number(tally, "peace"), 0, 2)).isEqualTo(1);
  }

  @Test
  void theRestIsWhatDoesNotBelong() {
    TermTally tally = new TermTally(2, 1);
    add(tally, List.of(0), List.of("a"), 2);
    tally.endUnit();
    add(tally, List.of(1), List.of("a", "b"), 3, 1);
    tally.endUnit();
    add(tally, List.of(), List.of("a"), 4);
    tally.endUnit();

    assertThat(rest(tally, "a", 0, 0)).isEqualTo(new TermUse(7, 25, 28, 8, 32));
    assertThat(rest(tally, "a", 1, 0)).isEqualTo(new TermUse(6, 20, 20, 6, 20));
  }

  @Test
  void speechesOfAUnitCountAsOneEvenIfTheyBelongInPart() {
    TermTally tally = new TermTally(2, 1);
    add(tally, List.of(0), List.of("a"), 2);
    tally.endSpeech();
    add(tally, List.of(0, 1), List.of("a", "b"), 2, 1);
    add(tally, List.of(0, 1), List.of("a"), 1);
    tally.endSpeech();
    add(tally, List.of(0), List.of("b"), 5);
    tally.endUnit();

    assertThat(own(tally, "a", 0, 0)).isEqualTo(new TermUse(5, 25, 55, 11, 121));
    assertThat(rest(tally, "a", 0, 0)).isEqualTo(new TermUse(0, 0, 0, 0, 0));
    assertThat(own(tally, "a", 1, 0)).isEqualTo(new TermUse(3, 9, 12, 4, 16));
    assertThat(rest(tally, "a", 1, 0)).isEqualTo(new TermUse(2, 4, 14, 7, 49));
    assertThat(tally.units(number(tally, "b"), 1, 0)).isEqualTo(1);
    assertThat(tally.meanLength(0)).isEqualTo(11.0 / 3);
  }

  @Test
  void lengthsMayCountTermsThatAreNotGiven() {
    TermTally tally = new TermTally(1, 1);
    tally.add(List.of(0), List.of(10), List.of("a"), List.of(2));
    tally.endUnit();

    assertThat(own(tally, "a", 0, 0)).isEqualTo(new TermUse(2, 4, 20, 10, 100));
  }

  @Test
  void nothingAddedIsNothingUsed() {
    assertThat(new TermTally(2, 3).size()).isZero();
  }

  private static void add(
      TermTally tally, List<Integer> belongsTo, List<String> terms, Integer... counts) {
    int themes = counts.length / terms.size();
    List<Integer> lengths =
        IntStream.range(0, themes)
            .mapToObj(
                k ->
                    IntStream.range(0, counts.length)
                        .filter(i -> i % themes == k)
                        .map(i -> counts[i])
                        .sum())
            .toList();
    tally.add(belongsTo, lengths, terms, List.of(counts));
  }

  private static TermUse own(TermTally tally, String term, int organization, int theme) {
    return tally.own(number(tally, term), organization, theme);
  }

  private static TermUse rest(TermTally tally, String term, int organization, int theme) {
    return tally.rest(number(tally, term), organization, theme);
  }

  private static int number(TermTally tally, String term) {
    return IntStream.range(0, tally.size())
        .filter(i -> tally.term(i).equals(term))
        .findFirst()
        .orElseThrow();
  }
}
