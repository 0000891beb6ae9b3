package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LongCountsTest {
  @Test
  void pairsComeApartAsTheyWerePut() {
    long pair = LongCounts.pair(7, Integer.MAX_VALUE);

    assertThat(LongCounts.first(pair)).isEqualTo(7);
    assertThat(LongCounts.second(pair)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void manyKeysAreCounted() {
    LongCounts counts = new LongCounts();
    for (int i = 0; i < 199_500; i++) {
      counts.add(LongCounts.pair(i % 300, i % 7), 1);
    }

    assertThat(counts.size()).isEqualTo(2100);
    assertThat(counts.count(LongCounts.pair(299, 5))).isEqualTo(95);
  }

  @Test
  void negativeKeysAreRefused() {
    assertThatThrownBy(() -> new LongCounts().add(-1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Keys must not be negative: -1");
  }

  @Property(seed = "1")
  void countsEqualThoseOfAMap(
      @ForAll @Size(max = 3000) List<@LongRange(min = 0, max = 2000) Long> keys) {
    LongCounts counts = new LongCounts();
    Map<Long, Long> expected = new TreeMap<>();
    for (long key : keys) {
      counts.add(key * 0x100000001L, 2);
      expected.merge(key * 0x100000001L, 2L, Long::sum);
    }

    assertThat(counts.keys()).containsExactly(expected.keySet().toArray(Long[]::new));
    assertThat(expected).allSatisfy((key, count) -> assertThat(counts.count(key)).isEqualTo(count));
  }
}
