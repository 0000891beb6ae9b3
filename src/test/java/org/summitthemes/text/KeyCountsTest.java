package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCountsTest {
  @Test
  void countsAreTheSameFromKeysAndFromAnArrayOfCounts() {
    Random random = new Random(7);
    long[] keys = random.longs(500, 0, 60).filter(key -> key != 3 && key != 59).toArray();
    long[] byKey = new long[64];
    for (long key : keys) {
      byKey[(int) key]++;
    }
    Map<Long, Long> expected = new TreeMap<>();
    for (long key : keys) {
      expected.merge(key, 1L, Long::sum);
    }

    assertThat(map(KeyCounts.of(keys.clone(), keys.length))).isEqualTo(expected);
    assertThat(map(KeyCounts.ofDense(byKey))).isEqualTo(expected);
    assertThat(KeyCounts.ofDense(byKey).count(3)).isZero();
    assertThat(KeyCounts.ofDense(new long[0]).size()).isZero();
  }

  @Test
  void sumsHaveTheKeysOfBoth() {
    KeyCounts sum =
        KeyCounts.ofDense(new long[] {2, 0, 1}).plus(KeyCounts.of(new long[] {5, 2}, 2));

    assertThat(map(sum)).isEqualTo(Map.of(0L, 2L, 2L, 2L, 5L, 1L));
  }

  private static Map<Long, Long> map(KeyCounts counts) {
    Map<Long, Long> map = new TreeMap<>();
    IntStream.range(0, counts.size()).forEach(i -> map.put(counts.key(i), counts.countAt(i)));
    return map;
  }
}
