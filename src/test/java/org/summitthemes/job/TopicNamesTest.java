package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.DimTopic;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.text.Vocabulary.Term;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.TopicModel;

class TopicNamesTest {
  /** In the order of their indices, and of their counts in the first topic. */
  private static final List<String> NAMES =
      List.of(
          "weapon",
          "nuclear weapon",
          "disarmament",
          "nuclear test",
          "treaty",
          "world",
          "people",
          "country",
          "trade",
          "tariff");

  @Test
  void labelHasThePhrasesOfTheTypicalTermsFirstAndNoWordTwice() {
    assertThat(topics().get(0).label()).isEqualTo("nuclear weapons, disarmaments, treatys");
  }

  @Test
  void seededTopicsAreCalledLikeTheirThemeAndOthersByTheirSize() {
    assertThat(topics()).extracting(DimTopic::topicId).containsExactly("security", "discovered-01");
    assertThat(topics()).extracting(DimTopic::themeId).containsExactly("security", null);
  }

  private static List<DimTopic> topics() {
    long[] sums = new long[2 * NAMES.size()];
    for (int term = 0; term < NAMES.size(); term++) {
      sums[2 * term] = term < 5 ? 100 - term : 20;
      sums[2 * term + 1] = term < 5 ? 1 : 40;
    }
    Vocabulary vocabulary =
        Vocabulary.of(
            IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Term(NAMES.get(i), NAMES.get(i) + "s", 100 - i, 9))
                .toList());
    TopicModel model =
        new TopicModel(
            sums, 1, new double[] {1, 1}, TermPrior.of(2, NAMES.size(), 0.01, List.of()));
    return new TopicNames(model, vocabulary, List.of("security")).topics("run");
  }
}
