package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the weights of a {@link Logistic} model come from its parameters: the weight of a feature is
 * a parameter of its own and, where the feature is a word with a vector {@code v}, {@code v S}
 * more, where the matrix {@code S} is common to all words. With a Gaussian prior on all parameters,
 * as the penalty of {@link LogisticTrainer} is, the weights of two words are correlated by the
 * cosine of their vectors.
 *
 * <p>Parameters are laid out as {@link Logistic}'s weights, with the rows of {@code S} between
 * those of the features and the constants.
 */
final class SharedWeights {
  private final List<float @Nullable []> rows;
  private final int dimensions;

  private SharedWeights(List<float @Nullable []> rows, int dimensions) {
    this.rows = rows;
    this.dimensions = dimensions;
  }

  static SharedWeights of(NGramVocabulary vocabulary, WordVectors vectors) {
    List<float @Nullable []> rows = new ArrayList<>();
    for (String ngram : vocabulary.ngrams()) {
      rows.add(vectors.of(ngram));
    }
    return new SharedWeights(rows, vectors.dimensions());
  }

  int dimensions() {
    return dimensions;
  }

  /** The model's weights. */
  double[] weights(double[] parameters, int classes) {
    int features = rows.size();
    double[] weights = new double[(features + 1) * classes];
    System.arraycopy(parameters, 0, weights, 0, features * classes);
    System.arraycopy(parameters, parameters.length - classes, weights, features * classes, classes);
    for (int feature = 0; feature < features; feature++) {
      float[] row = rows.get(feature);
      int weight = feature * classes;
      int parameter = features * classes;
      for (int d = 0; row != null && d < dimensions; d++) {
        double component = row[d];
        for (int c = 0; c < classes; c++) {
          weights[weight + c] += component * parameters[parameter++];
        }
      }
    }
    return weights;
  }

  /** Writes the gradient by the parameters, given that by the weights. */
  void toParameters(double[] byWeight, int classes, double[] gradient) {
    int features = rows.size();
    java.util.Arrays.fill(gradient, 0);
    System.arraycopy(byWeight, 0, gradient, 0, features * classes);
    System.arraycopy(byWeight, features * classes, gradient, gradient.length - classes, classes);
    for (int feature = 0; feature < features; feature++) {
      float[] row = rows.get(feature);
      int weight = feature * classes;
      int parameter = features * classes;
      for (int d = 0; row != null && d < dimensions; d++) {
        double component = row[d];
        for (int c = 0; c < classes; c++) {
          gradient[parameter++] += component * byWeight[weight + c];
        }
      }
    }
  }
}
