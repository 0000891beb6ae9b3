package org.summitthemes.theme;

import org.jspecify.annotations.Nullable;
import org.summitthemes.config.LabelConfig;

/**
 * What a unit says of its own class, as log-likelihoods of the themes and then of {@code other}:
 *
 * <ul>
 *   <li>the dictionary: {@code term-weight} times the theme's score ({@link DictionaryScore}),
 *       which is taken as {@link #MOST} at most; of {@code other}, {@code term-weight} times the
 *       threshold and {@code background-weight} of the score of the {@link Background}, which is
 *       taken as {@link #MOST} at most;
 *   <li>the student: {@code student-weight} times the log-probability it gives the class.
 * </ul>
 *
 * @param dictionary the dictionary's part
 * @param student the student's part; all 0 without a student
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Evidence(double[] dictionary, double[] student) {
  static final double MOST = 4;

  /** Without a student less speaks for {@code other}, so it is higher. */
  static final double WITHOUT_STUDENT = 0.2;

  static Evidence of(
      double[] scores,
      double background,
      double @Nullable [] logProbabilities,
      LabelConfig config) {
    int other = scores.length;
    double[] dictionary = new double[other + 1];
    for (int theme = 0; theme < other; theme++) {
      dictionary[theme] = config.termWeight() * Math.min(MOST, scores[theme]);
    }
    dictionary[other] =
        config.termWeight()
            * (config.threshold()
                + config.backgroundWeight() * Math.min(MOST, background)
                + (logProbabilities == null ? WITHOUT_STUDENT : 0));
    double[] student = new double[other + 1];
    for (int c = 0; logProbabilities != null && c < student.length; c++) {
      student[c] = config.studentWeight() * logProbabilities[c];
    }
    return new Evidence(dictionary, student);
  }

  /** Both parts together. */
  double[] total() {
    double[] total = new double[dictionary.length];
    for (int c = 0; c < total.length; c++) {
      total[c] = dictionary[c] + student[c];
    }
    return total;
  }
}
