package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CooccurrencesTest {
  /**
   * By hand: of 4 documents, term 0 is in 2, term 1 in 3, both in 2: ln((1/2) / (1/2 · 3/4)) / ln 2
   * = 0.415037; terms 0 and 2 never meet: -1; terms 1 and 2 meet once: ln((1/4) / (3/4 · 1/4)) / ln
   * 4 = 0.207519.
   */
  @Test
  void coherenceIsTheMeanOverPairs() {
    var counts = new Cooccurrences(new int[][] {{0, 1, 2}, {0, 1}});
    add(counts, 0, 1, 1, 7);
    add(counts, 1, 0);
    add(counts, 1, 2, 2);
    add(counts, 9);

    assertThat(counts.npmi(0)).isCloseTo((0.415037 - 1 + 0.207519) / 3, within(1e-6));
    assertThat(counts.npmi(1)).isCloseTo(0.415037, within(1e-6));
  }

  @Test
  void documentsCanBeCountedApart() {
    int[][] topTerms = {{0, 1, 2}};
    int[][] documents = {{0, 1}, {1, 2}, {0, 2}, {2}, {0, 1}};
    var together = new Cooccurrences(topTerms);
    var left = new Cooccurrences(topTerms);
    var right = new Cooccurrences(topTerms);
    for (int d = 0; d < documents.length; d++) {
      add(together, documents[d]);
      add(d % 2 == 0 ? left : right, documents[d]);
    }

    assertThat(left.add(right).npmi(0)).isEqualTo(together.npmi(0));
  }

  @Test
  void aTopicOfOneTermAndAnEmptyCorpusHaveCoherenceZero() {
    assertThat(new Cooccurrences(new int[][] {{0, 1}}).npmi(0)).isZero();
    var one = new Cooccurrences(new int[][] {{0}});
    add(one, 0);
    assertThat(one.npmi(0)).isZero();
  }

  @Property(seed = "1")
  void npmiIsSymmetricAndWithinBounds(
      @ForAll @LongRange(max = 1000) long both,
      @ForAll @LongRange(max = 1000) long left,
      @ForAll @LongRange(max = 1000) long right,
      @ForAll @LongRange(max = 1000) long neither) {
    long documents = both + left + right + neither;

    double npmi = Cooccurrences.npmi(both + left, both + right, both, documents);

    assertThat(npmi).isBetween(-1.0, 1 + 1e-9);
    assertThat(npmi)
        .isCloseTo(Cooccurrences.npmi(both + right, both + left, both, documents), within(1e-12));
  }

  @Test
  void inseparableTermsHaveOne() {
    assertThat(Cooccurrences.npmi(5, 5, 5, 100)).isCloseTo(1, within(1e-12));
  }

  @Test
  void independentTermsHaveZero() {
    assertThat(Cooccurrences.npmi(50, 20, 10, 100)).isCloseTo(0, within(1e-12));
  }

  private static void add(Cooccurrences counts, int... tokens) {
    counts.add(tokens, 0, tokens.length);
  }
}
