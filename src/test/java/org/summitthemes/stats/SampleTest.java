package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void sharesAreWeightedByWords() {
    Sample sample = Speeches.numbered(0, new long[] {1, 9}, new long[] {30, 60});

    assertThat(sample.share(0)).isEqualTo(0.31);
    assertThat(sample.shares()).containsExactly(0.31, 0.69);
  }

  @Test
  void speechesStandInTheOrderOfTheirIds() {
    Sample sample = Sample.over(1).add("b", 1).add("a", 2).build();

    assertThat(List.of(sample.id(0), sample.id(1))).containsExactly("a", "b");
    assertThat(sample.total(0)).isEqualTo(2);
  }

  @Test
  void speechesOfAUnitAreAddedUp() {
    Sample sample = Sample.over(2).add("KAZ", 1, 2).add("UZB", 5, 5).add("KAZ", 3, 4).build();

    assertThat(sample.size()).isEqualTo(2);
    assertThat(sample.speeches()).isEqualTo(3);
    assertThat(sample.words(0, 1)).isEqualTo(6);
  }

  @Test
  void unitsOfOneSampleOnlyOrWithOtherWordsAreDistinct() {
    Sample one = Sample.over(1).add("a", 1).add("b", 1).add("d", 1).add("e", 7).build();
    Sample other = Sample.over(1).add("b", 1).add("c", 1).add("e", 8).build();

    assertThat(one.distinct(other)).isEqualTo(4);
    assertThat(other.distinct(one)).isEqualTo(4);
    assertThat(one.distinct(one)).isZero();
  }

  @Test
  void speechesThatCannotBeCountedAreRefused() {
    assertThatThrownBy(() -> Sample.over(2).add("a", 1))
        .hasMessage("speech a must have words for 2 themes: 1");
    assertThatThrownBy(() -> Sample.over(2).add("a", 0, 0))
        .hasMessage("speech a must have words, none negative: [0, 0]");
    assertThatThrownBy(() -> Sample.over(2).add("a", 3, -1))
        .hasMessage("speech a must have words, none negative: [3, -1]");
    assertThatThrownBy(() -> Sample.over(1).build())
        .hasMessage("a sample must have at least one speech");
  }

  @Property(seed = "1")
  void sharesSumToOne(@ForAll("words") long[] row) {

    assertThat(Arrays.stream(Speeches.numbered(0, row).shares()).sum()).isCloseTo(1, within(1e-12));
  }

  @Provide
  Arbitrary<long[]> words() {
    return Arbitraries.longs()
        .between(0, 999)
        .array(long[].class)
        .ofMinSize(1)
        .ofMaxSize(8)
        .filter(words -> Arrays.stream(words).sum() > 0);
  }
}
