package org.summitthemes.theme;

import java.util.List;

/**
 * Fits a {@link Logistic} model: least {@code |w|²/2 + C Σ a_i (-ln p(y_i | x_i))}, where {@code
 * a_i} makes every class weigh the same ({@code n / (classes n_y)} times the example's own weight)
 * and the constants are not penalized. The function is convex, so its least value does not depend
 * on the order of the examples; they are still added in the order given, so that the same examples
 * give the same bits.
 *
 * <p>{@code w} are the parameters of {@link SharedWeights}, from which the model's weights come.
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
   * What the model learns from.
   *
   * @param label its class
   * @param weight how many examples it counts for, above 0
   */
  record Example(SparseVector features, int label, double weight) {}

  /** Fits the model. */
  Logistic fit(List<Example> examples, SharedWeights shared, int classes) {
    double[] importance = importance(examples, classes);
    double[] parameters =
        LimitedMemoryBfgs.minimize(
            (at, gradient) -> loss(examples, importance, shared, classes, at, gradient),
            new double[(shared.features() + shared.dimensions() + 1) * classes],
            iterations);
    return new Logistic(classes, shared.weights(parameters, classes));
  }

  private double[] importance(List<Example> examples, int classes) {
    double[] sums = new double[classes];
    double all = 0;
    for (Example example : examples) {
      sums[example.label] += example.weight;
      all += example.weight;
    }
    double[] importance = new double[classes];
    for (int c = 0; c < classes; c++) {
      importance[c] = sums[c] == 0 ? 0 : strength * all / classes / sums[c];
    }
    return importance;
  }

  private static double loss(
      List<Example> examples,
      double[] importance,
      SharedWeights shared,
      int classes,
      double[] parameters,
      double[] gradient) {
    Logistic model = new Logistic(classes, shared.weights(parameters, classes));
    double[] byWeight = new double[model.weights().length];
    double loss = 0;
    for (Example example : examples) {
      double[] errors = model.logProbabilities(example.features);
      double weight = importance[example.label] * example.weight;
      loss -= weight * errors[example.label];
      for (int c = 0; c < errors.length; c++) {
        errors[c] = weight * (StrictMath.exp(errors[c]) - (c == example.label ? 1 : 0));
      }
      addGradient(example.features, errors, byWeight);
    }
    shared.toParameters(byWeight, classes, gradient);
    return loss + penalty(parameters, classes, gradient);
  }

  /** Adds the penalty's gradient. */
  private static double penalty(double[] parameters, int classes, double[] gradient) {
    double squares = 0;
    for (int i = 0; i < parameters.length - classes; i++) {
      gradient[i] += parameters[i];
      squares += parameters[i] * parameters[i];
    }
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
