package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BeginningsTest {
  @Test
  void theShortestComesFirst() {
    assertThat(of(Set.of("se", "secur", "security", "sea"), "security"))
        .containsExactly("se", "secur", "security");
    assertThat(of(Set.of("se"), "s")).isEmpty();
    assertThat(of(Set.of(), "s")).isEmpty();
  }

  @Property(seed = "20261128")
  void theyAreThoseThatTheWordStartsWith(
      @ForAll Set<@CharRange(from = 'a', to = 'c') @StringLength(max = 4) String> beginnings,
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 6) String word) {
    assertThat(of(beginnings, word))
        .containsExactlyElementsOf(
            beginnings.stream()
                .filter(word::startsWith)
                .sorted(java.util.Comparator.comparingInt(String::length))
                .toList());
  }

  private static List<String> of(Set<String> beginnings, String word) {
    List<String> found = new ArrayList<>();
    new Beginnings(beginnings).of(word, found::add);
    return found;
  }
}
