package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.support.Catalogs.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.Teacher;
import org.summitthemes.theme.Unit;
import org.summitthemes.theme.WordVectors;

@ExtendWith(SparkExtension.class)
class TeachJobTest {
  private static final Teacher TEACHER =
      new Teacher(
          Catalog.of(new ThemesConfig(List.of(theme("security", "army: 2")))),
          Catalog.of(new ThemesConfig(List.of(theme("health", "doctor")))));

  @Test
  void everyClearTextIsOneLesson(SparkSession spark) {
    var lessons =
        TeachJob.lessons(
            Records.dataset(
                spark,
                Sentence.class,
                List.of(
                    sentence("a", 0, "The army left."),
                    sentence("b", 0, "The army left."),
                    sentence("b", 1, "A doctor came."),
                    sentence("b", 2, "So be it."))),
            TEACHER);

    assertThat(lessons)
        .containsExactlyInAnyOrder(
            new Lesson(new Unit("The army left.", "en"), 0),
            new Lesson(new Unit("A doctor came.", "en"), 1));
  }

  @Test
  void neitherPartitionsNorOrderMatterAndEachClassIsBounded(SparkSession spark) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sentences.add(sentence("s" + i, 0, (i % 3 == 0 ? "Doctor " : "Army ") + i));
    }
    var once =
        TeachJob.transform(
                Records.dataset(spark, Sentence.class, sentences).coalesce(1), TEACHER, 15)
            .collectAsList();
    Collections.shuffle(sentences, new Random(1));
    var again =
        TeachJob.transform(
                Records.dataset(spark, Sentence.class, sentences).repartition(7), TEACHER, 15)
            .collectAsList();

    assertThat(again).isEqualTo(once).hasSize(30);
  }

  @Test
  void withoutSentencesThereIsNoStudent(SparkSession spark) {
    assertThat(
            TeachJob.student(
                Records.dataset(spark, Sentence.class, List.of()), TEACHER, WordVectors.NONE))
        .isEmpty();
  }

  private static Sentence sentence(String speech, int number, String text) {
    return new Sentence(speech, number, 0, text.length(), text, 0, "en", 1, List.of(), List.of());
  }
}
