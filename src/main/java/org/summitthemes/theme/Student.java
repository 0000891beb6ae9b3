package org.summitthemes.theme;

import java.io.Serializable;
import java.util.List;

/**
 * What words say of a unit's class, learnt from the units about which the dictionary leaves no
 * doubt ({@link Teacher}): multinomial logistic regressions on the words and word pairs of a unit.
 *
 * <p>There are {@link #FOLDS} of them. Every unit belongs to one fold by its text, and is judged by
 * the one that learnt from the units of all other folds: no unit is judged by what it taught
 * itself, of which a model would be too sure.
 */
public final class Student implements Serializable {
  static final int FOLDS = 5;

  /** No opinion is stronger than this probability. */
  private static final double LEAST_PROBABILITY = 1e-3;

  private final List<String> themeIds;
  private final NGramVocabulary vocabulary;
  private final List<Pupil> pupils;

  Student(List<String> themeIds, NGramVocabulary vocabulary, List<Pupil> pupils) {
    this.themeIds = List.copyOf(themeIds);
    this.vocabulary = vocabulary;
    this.pupils = List.copyOf(pupils);
  }

  /**
   * The model of a fold.
   *
   * @param taught which classes had enough lessons; of the others it has no opinion
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  record Pupil(Logistic model, boolean[] taught) implements Serializable {
    int classesTaught() {
      int count = 0;
      for (boolean one : taught) {
        count += one ? 1 : 0;
      }
      return count;
    }
  }

  /** The themes it was taught, in the order of its classes; {@code other} comes after them. */
  public List<String> themeIds() {
    return themeIds;
  }

  NGramVocabulary vocabulary() {
    return vocabulary;
  }

  List<Pupil> pupils() {
    return pupils;
  }

  /**
   * The log-probability of each theme in the catalog's order and then of {@code other}; of a class
   * that was not taught, that of an even guess.
   */
  double[] logProbabilities(Unit unit) {
    return logProbabilities(Tokens.of(unit));
  }

  double[] logProbabilities(Tokens unit) {
    Pupil pupil = pupils.get(fold(unit.unit()));
    double[] logProbabilities = pupil.model().logProbabilities(vocabulary.vector(unit));
    for (int c = 0; c < logProbabilities.length; c++) {
      logProbabilities[c] =
          pupil.taught()[c]
              ? Math.max(logProbabilities[c], StrictMath.log(LEAST_PROBABILITY))
              : -StrictMath.log(logProbabilities.length);
    }
    return logProbabilities;
  }

  /** Cosine of two units' weighted counts of words and word pairs, from 0 to 1. */
  public double similarity(Unit a, Unit b) {
    return vocabulary.vector(Tokens.of(a)).dot(vocabulary.vector(Tokens.of(b)));
  }

  /**
   * The fold of a unit, by its text. {@code String.hashCode} is part of the language's
   * specification.
   */
  static int fold(Unit unit) {
    int mixed = unit.text().hashCode() * 0x9E3779B9;
    return (mixed >>> 16) % FOLDS;
  }
}
