package org.summitthemes.theme;

import java.util.List;

/**
 * Fits a {@link Logistic} model: least {@code |w|²/2 + C Σ a_i (-ln p(y_i | x_i))}, where {@code
 * a_i} makes every class weigh the same ({@code n / (classes n_y)}) and the constants are not
 * penalized. The function is convex, so its least value does not depend on the order of the
 * examples; they are still added in the order given, so that the same examples give the same bits.
 */
final class LogisticTrainer {
  private final double strength;
  private final int iterations;

  /**
   * @param strength C: how much the examples count against the penalty, above 0
   * @param iterations at most so many steps of the optimizer
   */
  LogisticTrainer(double strength, int iterations) {
    this.strength = strength;
    this.iterations = iterations;
  }

  /**
   * Fits the model.
   *
   * @param labels class of each example
   */
  Logistic fit(List<SparseVector> examples, int[] labels, int features, int classes) {
    double[] importance = importance(labels, classes);
    double[] weights =
        LimitedMemoryBfgs.minimize(
            (at, gradient) ->
                loss(examples, labels, importance, new Logistic(classes, at), gradient),
            new double[(features + 1) * classes],
            iterations);
    return new Logistic(classes, weights);
  }

  private double[] importance(int[] labels, int classes) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    double[] importance = new double[classes];
    for (int c = 0; c < classes; c++) {
      importance[c] = counts[c] == 0 ? 0 : strength * labels.length / classes / counts[c];
    }
    return importance;
  }

  private static double loss(
      List<SparseVector> examples,
      int[] labels,
      double[] importance,
      Logistic model,
      double[] gradient) {
    double loss = penalty(model, gradient);
    for (int i = 0; i < labels.length; i++) {
      double[] errors = model.logProbabilities(examples.get(i));
      double weight = importance[labels[i]];
      loss -= weight * errors[labels[i]];
      for (int c = 0; c < errors.length; c++) {
        errors[c] = weight * (StrictMath.exp(errors[c]) - (c == labels[i] ? 1 : 0));
      }
      addGradient(examples.get(i), errors, gradient);
    }
    return loss;
  }

  private static double penalty(Logistic model, double[] gradient) {
    double squares = 0;
    int constants = gradient.length - model.classes();
    for (int i = 0; i < constants; i++) {
      gradient[i] = model.weights()[i];
      squares += model.weights()[i] * model.weights()[i];
    }
    java.util.Arrays.fill(gradient, constants, gradient.length, 0);
    return squares / 2;
  }

  private static void addGradient(SparseVector example, double[] errors, double[] gradient) {
    for (int i = 0; i < example.ids().length; i++) {
      int from = example.ids()[i] * errors.length;
      double value = example.values()[i];
      for (int c = 0; c < errors.length; c++) {
        gradient[from + c] += errors[c] * value;
      }
    }
    int constants = gradient.length - errors.length;
    for (int c = 0; c < errors.length; c++) {
      gradient[constants + c] += errors[c];
    }
  }
}
