package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.PassageTopic;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceAct;
import org.summitthemes.table.SentenceLabel;

@ExtendWith(SparkExtension.class)
class SentenceThemesTest {
  @Test
  void aSentenceHasTheTopicOfItsPassageOrNone(SparkSession spark) {
    var rows =
        SentenceThemes.transform(
            Records.dataset(
                spark, Sentence.class, List.of(sentence(0, 0), sentence(1, 1), sentence(2, 2))),
            Records.dataset(spark, SentenceLabel.class, List.of(label(0), label(1), label(2))),
            Records.dataset(
                spark,
                PassageTopic.class,
                List.of(new PassageTopic("s", 0, "b", 0.8), new PassageTopic("s", 1, "c", 0.5))),
            Records.dataset(spark, SentenceAct.class, List.of(act(0), act(1), act(2))));

    assertThat(Records.list(rows.sort("sentence_no"), FactSentenceTheme.class))
        .extracting(FactSentenceTheme::topicId)
        .containsExactly("b", "c", null);
  }

  private static Sentence sentence(int number, int passage) {
    return new Sentence("s", number, 0, 1, "x", passage, "en", 1, List.of(), List.of());
  }

  private static SentenceAct act(int number) {
    return new SentenceAct("s", number, "speaker", null, 0, 0, null, 0, null, null, List.of());
  }

  private static SentenceLabel label(int number) {
    return new SentenceLabel("s", number, "trade", 1, null);
  }
}
