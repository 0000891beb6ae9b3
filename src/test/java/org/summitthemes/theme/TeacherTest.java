package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.summitthemes.support.Catalogs.theme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.ThemesConfig;

class TeacherTest {
  private static final Catalog CATALOG =
      Catalog.of(
          new ThemesConfig(
              List.of(theme("security", "army: 2", "peace: 0.6"), theme("energy", "oil: 2"))));
  private static final Catalog BACKGROUND =
      Catalog.of(new ThemesConfig(List.of(theme("health", "doctor"), theme("energy", "sun"))));
  private static final Teacher TEACHER = new Teacher(CATALOG, BACKGROUND);

  @Test
  void aClearSentenceIsALesson() {
    assertThat(lesson("The army left.")).contains(0);
    assertThat(lesson("Oil is black.")).contains(1);
    assertThat(lesson("The doctor came.")).contains(2);
  }

  @Test
  void aDoubtfulSentenceIsNone() {
    assertThat(lesson("An army without oil.")).isEmpty();
    assertThat(lesson("Peace be with us.")).isEmpty();
    assertThat(lesson("Peace, said the doctor.")).isEmpty();
    assertThat(lesson("So be it.")).isEmpty();
  }

  @Test
  void aBackgroundThemeThatTheAnalystAsksForIsNoBackground() {
    assertThat(lesson("The sun is shining.")).isEmpty();
  }

  @Test
  void theStudentLearnsTheWordsThatComeWithTheTerms() {
    var student = TEACHER.teach(lessons()).orElseThrow();

    assertThat(guess(student, "Generals marched.")).isEqualTo(0);
    assertThat(guess(student, "Wells pumped.")).isEqualTo(1);
    assertThat(guess(student, "Patients waited.")).isEqualTo(2);
  }

  @Test
  void aWordThatNoLessonHoldsGetsTheWeightOfWordsOfLikeMeaning() {
    var vectors =
        WordVectors.of(
            Map.of(
                "generals", new float[] {1, 0, 0},
                "officers", new float[] {1, 0.1f, 0},
                "wells", new float[] {0, 1, 0},
                "patients", new float[] {0, 0, 1}));

    assertThat(TEACHER.teach(lessons()).orElseThrow().logProbabilities(unit("Officers."))[0])
        .isCloseTo(-StrictMath.log(3), within(0.1));
    assertThat(guess(TEACHER.teach(lessons(), vectors).orElseThrow(), "Officers.")).isEqualTo(0);
    assertThat(
            TEACHER.teach(lessons(), vectors).orElseThrow().logProbabilities(unit("Officers."))[0])
        .isGreaterThan(StrictMath.log(0.5));
  }

  private static Unit unit(String text) {
    return new Unit(text, "en");
  }

  @Test
  void theStudentHelpsTheLabeller() {
    var student = TEACHER.teach(lessons()).orElseThrow();
    var config = new LabelConfig(0, 2, 0.5, 0, 1, "off", "");
    var speech = List.of(new Unit("Generals marched for peace.", "en"));

    assertThat(new Labeller(CATALOG, null, null, config).labels(speech).get(0).themeId())
        .isEqualTo("other");
    assertThat(new Labeller(CATALOG, null, student, config).labels(speech).get(0).themeId())
        .isEqualTo("security");
  }

  @Test
  void ofAClassWithTooFewLessonsTheStudentHasNoOpinion() {
    List<Lesson> lessons = new ArrayList<>(lessons());
    lessons.removeIf(lesson -> lesson.label() == 1);
    var student = TEACHER.teach(lessons).orElseThrow();

    assertThat(student.logProbabilities(new Unit("Wells pumped.", "en"))[1])
        .isEqualTo(-StrictMath.log(3));
  }

  @Test
  void fromOneClassNothingCanBeLearnt() {
    assertThat(TEACHER.teach(lessons().stream().filter(l -> l.label() == 0).toList())).isEmpty();
    assertThat(TEACHER.teach(List.of())).isEmpty();
  }

  @Test
  void theSameLessonsGiveTheSameBytesAndTheStudentComesBackFromThem() throws IOException {
    var student = TEACHER.teach(lessons()).orElseThrow();
    byte[] bytes = bytes(student);

    var back = StudentFile.read(new ByteArrayInputStream(bytes));

    assertThat(bytes(TEACHER.teach(lessons()).orElseThrow())).isEqualTo(bytes);
    assertThat(bytes(back)).isEqualTo(bytes);
    var unit = new Unit("Generals pumped patients.", "en");
    assertThat(back.logProbabilities(unit)).containsExactly(student.logProbabilities(unit));
  }

  private static Optional<Integer> lesson(String text) {
    return TEACHER.lesson(new Unit(text, "en")).map(Lesson::label);
  }

  private static int guess(Student student, String text) {
    double[] logProbabilities = student.logProbabilities(new Unit(text, "en"));
    int best = 0;
    for (int c = 1; c < logProbabilities.length; c++) {
      best = logProbabilities[c] > logProbabilities[best] ? c : best;
    }
    return best;
  }

  private static List<Lesson> lessons() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lessons.add(taught("The army of generals marched on day " + (10 + i) + "."));
      lessons.add(taught("The wells pumped oil on day " + (10 + i) + "."));
      lessons.add(taught("The doctor kept patients who waited on day " + (10 + i) + "."));
    }
    return lessons;
  }

  private static Lesson taught(String text) {
    return TEACHER.lesson(new Unit(text, "en")).orElseThrow();
  }

  private static byte[] bytes(Student student) throws IOException {
    var bytes = new ByteArrayOutputStream();
    StudentFile.write(student, bytes);
    return bytes.toByteArray();
  }
}
