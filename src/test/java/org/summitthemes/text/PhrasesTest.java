package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Phrases PHRASES =
      Phrases.of(
          List.of("united nation", "nation charter", "turkic state", "organization turkic state"));

  @Test
  void neighboursThatAreAPhraseBecomeOneTerm() {
    assertThat(join("strong united nation system"))
        .containsExactly("strong", "united nation", "system");
  }

  @Test
  void theLongestPhraseWins() {
    assertThat(join("organization turkic state")).containsExactly("organization turkic state");
    assertThat(join("organization turkic people"))
        .containsExactly("organization", "turkic", "people");
  }

  @Test
  void aStemBelongsToTheFirstPhraseOnly() {
    assertThat(join("united nation charter")).containsExactly("united nation", "charter");
  }

  @Test
  void surfaceFormsAreJoinedLikeTheirStems() {
    int[] lengths = PHRASES.lengths(List.of("united", "nation", "say"));

    assertThat(lengths).containsExactly(2, 1);
    assertThat(Phrases.join(List.of("united", "nations", "said"), lengths))
        .containsExactly("united nations", "said");
  }

  @Test
  void phrasesAreSortedAndWithoutRepetition() {
    assertThat(Phrases.of(List.of("b c", "a b", "b c")).with(List.of("a a")).list())
        .containsExactly("a a", "a b", "b c");
  }

  @Test
  void phrasesSurviveSerialization() throws IOException, ClassNotFoundException {
    PHRASES.join(List.of("use", "before"));
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(PHRASES);
    }

    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(PHRASES);
    }
  }

  @Property(seed = "1")
  void joiningKeepsEveryStemInOrder(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 30) String letters) {
    List<String> stems = letters.chars().mapToObj(Character::toString).toList();
    Phrases phrases = Phrases.of(List.of("a b", "b c", "a b c", "d d", "d d d d"));

    assertThat(String.join(" ", phrases.join(stems))).isEqualTo(String.join(" ", stems));
    assertThat(phrases.join(phrases.join(stems))).isEqualTo(phrases.join(stems));
  }

  private static List<String> join(String stems) {
    return PHRASES.join(Arrays.asList(stems.split(" ")));
  }
}
