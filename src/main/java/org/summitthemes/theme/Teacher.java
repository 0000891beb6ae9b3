package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.summitthemes.theme.Matcher.Candidate;

/**
 * Makes a {@link Student} out of the dictionary, without coded texts: units whose class is beyond
 * doubt ({@link PseudoLabel}) are lessons, and the student learns the other words that come with
 * them. The background catalog, of themes the analyst did not ask for, shows what {@code other}
 * looks like.
 */
public final class Teacher implements Serializable {
  /** A class with fewer lessons is not taught: of so few, the words are chance. */
  static final int FEWEST_LESSONS = 30;

  private static final double STRENGTH = 4;
  private static final int ITERATIONS = 60;

  private final Catalog catalog;
  private final Catalog background;

  /** A teacher of the catalog's themes. */
  public Teacher(Catalog catalog, Catalog background) {
    this.catalog = catalog;
    this.background = background;
  }

  /** What a unit teaches, if anything. */
  public Optional<Lesson> lesson(Unit unit) {
    int label = PseudoLabel.of(scores(catalog, unit), backgroundScores(unit));
    return label == PseudoLabel.NONE ? Optional.empty() : Optional.of(new Lesson(unit, label));
  }

  private int classes() {
    return catalog.themeIds().size() + 1;
  }

  /**
   * The student that has had these lessons, or none if they are of fewer than two classes. The
   * order of the lessons counts for the last bits: give them in a stable one.
   */
  public Optional<Student> teach(List<Lesson> lessons) {
    return teach(lessons, WordVectors.NONE);
  }

  /**
   * The same with what is known of words' meanings: a word's weight is then its own and a share
   * that it has in common with words of like meaning, so that words no lesson holds are understood.
   */
  public Optional<Student> teach(List<Lesson> lessons, WordVectors vectors) {
    return teach(lessons, vectors, STRENGTH);
  }

  Optional<Student> teach(List<Lesson> lessons, WordVectors vectors, double strength) {
    NGramVocabulary vocabulary =
        NGramVocabulary.of(lessons.stream().map(Lesson::unit).toList(), vectors.words());
    SharedWeights shared = SharedWeights.of(vocabulary, vectors);
    List<SparseVector> examples =
        lessons.stream().map(lesson -> vocabulary.vector(lesson.unit())).toList();
    List<Student.Pupil> pupils =
        IntStream.range(0, Student.FOLDS)
            .parallel()
            .mapToObj(fold -> pupil(fold, lessons, examples, shared, vocabulary.size(), strength))
            .toList();
    boolean learnt = pupils.stream().allMatch(pupil -> pupil.classesTaught() >= 2);
    return learnt
        ? Optional.of(new Student(catalog.themeIds(), vocabulary, pupils))
        : Optional.empty();
  }

  private Student.Pupil pupil(
      int fold,
      List<Lesson> lessons,
      List<SparseVector> vectors,
      SharedWeights shared,
      int features,
      double strength) {
    boolean[] taught = taught(fold, lessons);
    int[] attended =
        IntStream.range(0, lessons.size())
            .filter(i -> Student.fold(lessons.get(i).unit()) != fold)
            .filter(i -> taught[lessons.get(i).label()])
            .toArray();
    List<SparseVector> examples = new ArrayList<>();
    Arrays.stream(attended).forEach(i -> examples.add(vectors.get(i)));
    int[] labels = Arrays.stream(attended).map(i -> lessons.get(i).label()).toArray();
    return new Student.Pupil(
        new LogisticTrainer(strength, ITERATIONS)
            .fit(examples, labels, shared, features, classes()),
        taught);
  }

  private boolean[] taught(int fold, List<Lesson> lessons) {
    int[] counts = new int[classes()];
    for (Lesson lesson : lessons) {
      if (Student.fold(lesson.unit()) != fold) {
        counts[lesson.label()]++;
      }
    }
    boolean[] taught = new boolean[classes()];
    for (int c = 0; c < taught.length; c++) {
      taught[c] = counts[c] >= FEWEST_LESSONS;
    }
    return taught;
  }

  /** Background themes that the analyst asks for are no background. */
  private double[] backgroundScores(Unit unit) {
    double[] scores = scores(background, unit);
    for (int theme = 0; theme < scores.length; theme++) {
      if (catalog.themeIds().contains(background.themeIds().get(theme))) {
        scores[theme] = 0;
      }
    }
    return scores;
  }

  private static double[] scores(Catalog catalog, Unit unit) {
    List<Candidate> hits = catalog.matcher(unit.language()).best(unit.text());
    return DictionaryScore.of(hits, catalog.themeIds().size());
  }
}
