package org.summitthemes.theme;

import java.io.Serializable;

/**
 * Multinomial logistic regression: the log-probability of class {@code c} is {@code b_c + w_c x},
 * less the logarithm of the sum of {@code exp} of that over the classes.
 *
 * @param classes number of classes
 * @param weights component {@code f * classes + c} is the weight of feature {@code f} for class
 *     {@code c}; the last {@code classes} components are the constants {@code b}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Logistic(int classes, double[] weights) implements Serializable {

  /** The log-probability of each class. */
  double[] logProbabilities(SparseVector features) {
    double[] scores = new double[classes];
    System.arraycopy(weights, weights.length - classes, scores, 0, classes);
    for (int i = 0; i < features.ids().length; i++) {
      int from = features.ids()[i] * classes;
      double value = features.values()[i];
      for (int c = 0; c < classes; c++) {
        scores[c] += weights[from + c] * value;
      }
    }
    double normalizer = logSumExp(scores);
    for (int c = 0; c < classes; c++) {
      scores[c] -= normalizer;
    }
    return scores;
  }

  /** Shifted by the greatest score, so that nothing overflows. */
  private static double logSumExp(double[] scores) {
    double greatest = scores[0];
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += StrictMath.exp(score - greatest);
    }
    return greatest + StrictMath.log(sum);
  }
}
