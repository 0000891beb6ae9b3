package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final long KEY = -2360501173444322171L;
  private static final long[] VALUES = {
    -7009794167363095657L, -8739103837582584560L, -4796497891381508316L
  };

  @Test
  void streamsCanBeReplayedInAnyOrder() {
    long[] first = draw(RandomStream.of(1, 2), "a");
    var stream = RandomStream.of(1, 2);
    draw(stream, "b");

    assertThat(draw(stream, "a")).isEqualTo(first);
  }

  @Test
  void seedStepAndDocumentAllMatter() {
    assertThat(draw(RandomStream.of(1, 2), "a"))
        .doesNotContain(draw(RandomStream.of(2, 2), "a"))
        .doesNotContain(draw(RandomStream.of(1, 3), "a"))
        .doesNotContain(draw(RandomStream.of(1, 2), "b"))
        .doesNotContain(draw(RandomStream.of(2, 1), "a"));
  }

  /** The values must never change: published models depend on them. */
  @Test
  void valuesAreThoseOfTheFirstRelease() {
    assertThat(RandomStream.key("un-2010-KAZ")).isEqualTo(KEY);
    assertThat(draw(RandomStream.of(42, 7), "un-2010-KAZ")).containsExactly(VALUES);
  }

  @Property(seed = "1")
  void keyDependsOnTheBytesOfTheIdAlone(@ForAll String id) {
    byte[] bytes = ("x" + id).getBytes(StandardCharsets.UTF_8);

    assertThat(RandomStream.key(bytes, 1, bytes.length)).isEqualTo(RandomStream.key(id));
  }

  /** 256 cells, 2^20 draws: chi-square with 255 degrees of freedom, 99.99 % quantile 347.7 (R). */
  @Test
  void firstDrawsOfNeighbouringDocumentsAreUniform() {
    var stream = RandomStream.of(42, 1);
    int draws = 1 << 20;
    int[] cells = new int[256];
    IntStream.range(0, draws)
        .forEach(
            i -> cells[(int) (256 * stream.restart(RandomStream.key("d" + i)).nextDouble())]++);

    double expected = draws / 256.0;
    double chiSquare =
        IntStream.of(cells).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(chiSquare).isLessThan(347.7);
  }

  private static long[] draw(RandomStream stream, String id) {
    stream.restart(RandomStream.key(id));
    return new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong()};
  }
}
