package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermTallyTest {
  private static final int A = 0;
  private static final int B = 7;

  @Test
  void sumsAreThoseOfEachThemeAndOfAllOfThem() {
    TermTally tally = new TermTally(1, 2);
    add(tally, List.of(0), List.of(A, B), 3, 1, 0, 2);
    tally.endUnit();
    add(tally, List.of(0), List.of(A), 2, 0);
    tally.endUnit();

    // Speech 1 has 3 terms in theme 0 and 3 in theme 1; speech 2 has 2 in theme 0.
    assertThat(tally.own(A, 0, 0)).isEqualTo(new TermUse(5, 13, 13, 5, 13));
    assertThat(tally.own(B, 0, 1)).isEqualTo(new TermUse(2, 4, 6, 3, 9));
    assertThat(tally.own(A, 0, 1)).isEqualTo(new TermUse(1, 1, 3, 3, 9));
    assertThat(tally.own(B, 0, 2)).isEqualTo(new TermUse(2, 4, 12, 8, 40));
    assertThat(tally.own(A, 0, 2)).isEqualTo(new TermUse(6, 20, 28, 8, 40));
    assertThat(List.of(tally.meanLength(0), tally.meanLength(1), tally.meanLength(2)))
        .containsExactly(2.5, 3.0, 4.0);
    assertThat(tally.units(A, 0, 2)).isEqualTo(2);
    assertThat(tally.units(B, 0, 2)).isEqualTo(1);
  }

  @Test
  void theRestIsWhatDoesNotBelong() {
    TermTally tally = new TermTally(2, 1);
    add(tally, List.of(0), List.of(A), 2);
    tally.endUnit();
    add(tally, List.of(1), List.of(A, B), 3, 1);
    tally.endUnit();
    add(tally, List.of(), List.of(A), 4);
    tally.endUnit();

    assertThat(tally.rest(A, 0, 0)).isEqualTo(new TermUse(7, 25, 28, 8, 32));
    assertThat(tally.rest(A, 1, 0)).isEqualTo(new TermUse(6, 20, 20, 6, 20));
  }

  @Test
  void speechesOfAUnitCountAsOneEvenIfTheyBelongInPart() {
    TermTally tally = new TermTally(2, 1);
    add(tally, List.of(0), List.of(A), 2);
    tally.endSpeech();
    add(tally, List.of(0, 1), List.of(A, B), 2, 1);
    add(tally, List.of(0, 1), List.of(A), 1);
    tally.endSpeech();
    add(tally, List.of(0), List.of(B), 5);
    tally.endUnit();

    assertThat(tally.own(A, 0, 0)).isEqualTo(new TermUse(5, 25, 55, 11, 121));
    assertThat(tally.rest(A, 0, 0)).isEqualTo(new TermUse(0, 0, 0, 0, 0));
    assertThat(tally.own(A, 1, 0)).isEqualTo(new TermUse(3, 9, 12, 4, 16));
    assertThat(tally.rest(A, 1, 0)).isEqualTo(new TermUse(2, 4, 14, 7, 49));
    assertThat(tally.units(B, 1, 0)).isEqualTo(1);
    assertThat(tally.meanLength(0)).isEqualTo(11.0 / 3);
  }

  @Test
  void lengthsMayCountTermsThatAreNotGiven() {
    TermTally tally = new TermTally(1, 1);
    tally.add(new int[] {0}, new int[] {10}, new int[] {A}, new int[] {0}, new int[] {2});
    tally.endUnit();

    assertThat(tally.own(A, 0, 0)).isEqualTo(new TermUse(2, 4, 20, 10, 100));
  }

  @Test
  void nothingAddedIsNothingUsed() {
    assertThat(new TermTally(2, 3).size()).isZero();
  }

  /** Adds a part of a speech: of each term the occurrences in every theme. */
  private static void add(
      TermTally tally, List<Integer> belongsTo, List<Integer> terms, Integer... counts) {
    int themes = counts.length / terms.size();
    int[] lengths = new int[themes];
    for (int i = 0; i < counts.length; i++) {
      lengths[i % themes] += counts[i];
    }
    int[] used = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    tally.add(
        belongsTo.stream().mapToInt(Integer::intValue).toArray(),
        lengths,
        Arrays.stream(used).map(i -> terms.get(i / themes)).toArray(),
        Arrays.stream(used).map(i -> i % themes).toArray(),
        Arrays.stream(used).map(i -> counts[i]).toArray());
  }
}
