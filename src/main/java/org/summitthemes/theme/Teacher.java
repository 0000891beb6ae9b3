package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a {@link Student} out of the dictionary, without coded texts: units whose class is beyond
 * doubt ({@link PseudoLabel}) are lessons, and the student learns the other words that come with
 * them. The {@link Background} shows what {@code other} looks like. The terms themselves are
 * lessons too ({@link CatalogLessons}), so that a student of few texts is not ignorant.
 */
public final class Teacher implements Serializable {
  /** A class with fewer lessons is not taught: of so few, the words are chance. */
  static final int FEWEST_LESSONS = 30;

  private static final double STRENGTH = 4;
  private static final int ITERATIONS = 60;

  private final Catalog catalog;
  private final Background background;

  /**
   * A teacher of the catalog's themes.
   *
   * @param background further themes; those that the catalog has are no background
   */
  public Teacher(Catalog catalog, Catalog background) {
    this.catalog = catalog;
    this.background = new Background(background, catalog);
  }

  /** What a unit may be about that is about {@code other}. */
  public Background background() {
    return background;
  }

  /** What a unit teaches, if anything. */
  public Optional<Lesson> lesson(Unit unit) {
    Tokens tokens = Tokens.of(unit);
    double[] scores = DictionaryScore.of(tokens.best(catalog), catalog.themeIds().size());
    int label = PseudoLabel.of(scores, background.score(tokens));
    return label == PseudoLabel.NONE ? Optional.empty() : Optional.of(new Lesson(unit, label));
  }

  /** The words of the catalog that are worth a vector, whether or not the corpus holds them. */
  public List<String> words() {
    return new CatalogLessons(catalog, background, Set.of())
        .words().stream().filter(EncodableWords::isEncodable).toList();
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

  Optional<Student> teach(List<Lesson> fromCorpus, WordVectors vectors, double strength) {
    NGramVocabulary vocabulary =
        NGramVocabulary.of(fromCorpus.stream().map(Lesson::unit).toList(), vectors.words());
    List<Lesson> lessons = new ArrayList<>(fromCorpus);
    lessons.addAll(
        new CatalogLessons(catalog, background, languages(fromCorpus)).lessons(vocabulary));
    SharedWeights shared = SharedWeights.of(vocabulary, vectors);
    List<SparseVector> examples =
        lessons.parallelStream()
            .map(lesson -> vocabulary.vector(Tokens.of(lesson.unit())))
            .toList();
    List<Student.Pupil> pupils =
        IntStream.range(0, Student.FOLDS)
            .parallel()
            .mapToObj(
                fold ->
                    pupil(
                        attended(fold, lessons, fromCorpus.size()),
                        lessons,
                        examples,
                        fromCorpus.size(),
                        new LogisticTrainer(strength, ITERATIONS),
                        shared))
            .toList();
    boolean learnt = pupils.stream().allMatch(pupil -> pupil.classesTaught() >= 2);
    return learnt
        ? Optional.of(new Student(catalog.themeIds(), vocabulary, pupils))
        : Optional.empty();
  }

  private Set<String> languages(List<Lesson> lessons) {
    return lessons.stream()
        .map(lesson -> catalog.termLanguage(lesson.unit().language()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lessons of the other folds, and those of the catalog, which belong to none. */
  private static int[] attended(int fold, List<Lesson> lessons, int fromCorpus) {
    return IntStream.range(0, lessons.size())
        .filter(i -> i >= fromCorpus || Student.fold(lessons.get(i).unit()) != fold)
        .toArray();
  }

  private Student.Pupil pupil(
      int[] attended,
      List<Lesson> lessons,
      List<SparseVector> vectors,
      int fromCorpus,
      LogisticTrainer trainer,
      SharedWeights shared) {
    int[] counts = new int[classes()];
    int[] terms = new int[classes()];
    for (int i : attended) {
      counts[lessons.get(i).label()]++;
      terms[lessons.get(i).label()] += i < fromCorpus ? 0 : 1;
    }
    List<LogisticTrainer.Example> examples = new ArrayList<>();
    for (int i : attended) {
      int label = lessons.get(i).label();
      if (counts[label] >= FEWEST_LESSONS) {
        double weight = i < fromCorpus ? 1 : CatalogLessons.WEIGHT / terms[label];
        examples.add(new LogisticTrainer.Example(vectors.get(i), label, weight));
      }
    }
    boolean[] taught = new boolean[classes()];
    for (int c = 0; c < taught.length; c++) {
      taught[c] = counts[c] >= FEWEST_LESSONS;
    }
    return new Student.Pupil(trainer.fit(examples, shared, classes()), taught);
  }
}
