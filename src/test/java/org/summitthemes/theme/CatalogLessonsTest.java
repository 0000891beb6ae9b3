package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.summitthemes.support.Catalogs.in;
import static org.summitthemes.support.Catalogs.theme;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Theme;

class CatalogLessonsTest {
  private static final Catalog CATALOG =
      catalog(
          in(theme("security", "arm*", "cease fire", "peace: 0.6"), "ru", "армия"),
          theme("energy", "oil"));
  private static final Background BACKGROUND =
      new Background(catalog(theme("health", "doctor"), theme("energy", "sun")), CATALOG);
  private static final NGramVocabulary VOCABULARY =
      NGramVocabulary.of(
          Stream.of("army arms", "army arms", "an army", "an army")
              .map(text -> new Unit(text, "en"))
              .toList(),
          List.of());

  @Test
  void everyPlainTermTeachesItsThemeOrOther() {
    assertThat(lessons(Set.of()))
        .containsExactly(
            new Lesson(new Unit("army", "en"), 0),
            new Lesson(new Unit("cease fire", "en"), 0),
            new Lesson(new Unit("oil", "en"), 1),
            new Lesson(new Unit("doctor", "en"), 2));
  }

  @Test
  void theLanguagesAreThoseOfTheCorpus() {
    assertThat(lessons(Set.of("ru")))
        .contains(new Lesson(new Unit("армия", "ru"), 0))
        .doesNotContain(new Lesson(new Unit("oil", "ru"), 1));
  }

  @Test
  void wordsThatAreWrittenOutGetVectors() {
    assertThat(new CatalogLessons(CATALOG, BACKGROUND, Set.of()).words())
        .containsExactly("cease", "fire", "oil", "doctor");
  }

  /** Thirty terms are as many lessons as a class needs, so a corpus without any teaches too. */
  @Test
  void whoHasReadTheCatalogOnlyKnowsItsWords() {
    var security = new String[30];
    var health = new String[30];
    for (int i = 0; i < 30; i++) {
      security[i] = "army" + i;
      health[i] = "doctor" + i;
    }
    var vectors =
        WordVectors.of(
            java.util.Map.of(
                "army0", new float[] {1, 0},
                "doctor0", new float[] {0, 1},
                "soldier", new float[] {1, 0.1f}));
    var teacher =
        new Teacher(catalog(theme("security", security)), catalog(theme("health", health)));

    var student = teacher.teach(List.of(), vectors).orElseThrow();

    assertThat(student.logProbabilities(new Unit("army0", "en"))[0])
        .isGreaterThan(StrictMath.log(0.5));
    assertThat(student.logProbabilities(new Unit("soldier", "en"))[0])
        .isGreaterThan(StrictMath.log(0.5));
    assertThat(student.logProbabilities(new Unit("doctor0", "en"))[1])
        .isGreaterThan(StrictMath.log(0.5));
  }

  private static List<Lesson> lessons(Set<String> languages) {
    return new CatalogLessons(CATALOG, BACKGROUND, languages).lessons(VOCABULARY);
  }

  private static Catalog catalog(Theme... themes) {
    return Catalog.of(new ThemesConfig(List.of(themes)));
  }
}
