package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TermTallyTest {
  @Test
  void sumsAreThoseOfEachThemeAndOfAllOfThem() {
    TermTally tally = new TermTally(2);
    tally.add(List.of("trade", "peace"), List.of(3, 1, 0, 2));
    tally.add(List.of("trade"), List.of(2, 0));

    assertThat(uses(tally))
        .containsExactly(
            // Speech 1 has 3 terms in theme 0 and 3 in theme 1; speech 2 has 2 in theme 0.
            Map.entry("0 trade", new TermUse(5, 13, 13, 5, 13)),
            Map.entry("1 peace", new TermUse(2, 4, 6, 3, 9)),
            Map.entry("1 trade", new TermUse(1, 1, 3, 3, 9)),
            Map.entry("2 peace", new TermUse(2, 4, 12, 8, 40)),
            Map.entry("2 trade", new TermUse(6, 20, 28, 8, 40)));
    assertThat(List.of(tally.speeches(0), tally.speeches(1), tally.speeches(2)))
        .containsExactly(2L, 1L, 2L);
  }

  @Test
  void theOrderOfSpeechesDoesNotMatter() {
    TermTally there = new TermTally(1);
    there.add(List.of("a", "b"), List.of(1, 2));
    there.add(List.of("b", "c"), List.of(3, 4));
    TermTally back = new TermTally(1);
    back.add(List.of("c", "b"), List.of(4, 3));
    back.add(List.of("b", "a"), List.of(2, 1));

    assertThat(uses(back)).isEqualTo(uses(there));
  }

  @Test
  void nothingAddedIsNothingUsed() {
    assertThat(uses(new TermTally(3))).isEmpty();
  }

  private static Map<String, TermUse> uses(TermTally tally) {
    Map<String, TermUse> uses = new TreeMap<>();
    tally.forEach((theme, term, use) -> uses.put(theme + " " + term, use));
    return uses;
  }
}
