package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.text.Passages.Passage;

class PassagesTest {
  private static final PrepareConfig CONFIG = new PrepareConfig(40, 150);

  @Test
  void aParagraphOfUsualLengthIsAPassage() {
    assertThat(passages(List.of(30, 30), List.of(20, 40)))
        .containsExactly(new Passage(0, 1, 60), new Passage(2, 3, 60));
  }

  @Test
  void shortParagraphsJoinTheNext() {
    assertThat(passages(List.of(5), List.of(10), List.of(50), List.of(60)))
        .containsExactly(new Passage(0, 2, 65), new Passage(3, 3, 60));
  }

  @Test
  void aShortLastParagraphJoinsTheOneBefore() {
    assertThat(passages(List.of(50), List.of(60), List.of(10)))
        .containsExactly(new Passage(0, 0, 50), new Passage(1, 2, 70));
  }

  @Test
  void aLongParagraphIsCutIntoBalancedPieces() {
    assertThat(passages(List.of(40, 40, 40, 40, 40)))
        .containsExactly(new Passage(0, 1, 80), new Passage(2, 4, 120));
    assertThat(passages(List.of(10, 75, 10, 80)))
        .containsExactly(new Passage(0, 1, 85), new Passage(2, 3, 90));
  }

  @Test
  void aSentenceIsNeverCut() {
    assertThat(passages(List.of(400))).containsExactly(new Passage(0, 0, 400));
    assertThat(passages(List.of(400, 10)))
        .containsExactly(new Passage(0, 0, 400), new Passage(1, 1, 10));
  }

  @Test
  void aShortTextIsOnePassageAndAnEmptyOneHasNone() {
    assertThat(passages(List.of(3), List.of(0))).containsExactly(new Passage(0, 1, 3));
    assertThat(passages()).isEmpty();
  }

  @Property(seed = "1")
  void passagesHoldEverySentenceOnceInOrder(
      @ForAll @Size(max = 20)
          List<@Size(min = 1, max = 8) List<@IntRange(max = 200) Integer>> words) {
    List<Integer> all = words.stream().flatMap(List::stream).toList();
    int next = 0;
    for (Passage passage : Passages.of(words, CONFIG)) {
      assertThat(passage.firstSentence()).isEqualTo(next);
      assertThat(passage.lastSentence()).isGreaterThanOrEqualTo(next);
      next = passage.lastSentence() + 1;
      assertThat(passage.words())
          .isEqualTo(all.subList(passage.firstSentence(), next).stream().mapToInt(i -> i).sum());
    }
    assertThat(next).isEqualTo(all.size());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Passage> passages(List<Integer>... paragraphs) {
    return Passages.of(List.of(paragraphs), CONFIG);
  }
}
