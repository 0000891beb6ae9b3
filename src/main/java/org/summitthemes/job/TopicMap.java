package org.summitthemes.job;

import java.util.Arrays;
import org.summitthemes.stats.PrincipalCoordinates;
import org.summitthemes.topic.TopicModel;

/**
 * A map of the topics: those with similar words lie close together. Their distance is that of
 * Hellinger, √(1 - Σ<sub>v</sub> √(φ<sub>jv</sub> φ<sub>kv</sub>)), which is a metric in [0, 1];
 * {@link PrincipalCoordinates} puts it on a plane. The axes have no meaning of their own.
 */
final class TopicMap {
  private final double[][] points;

  private TopicMap(double[][] points) {
    this.points = points;
  }

  static TopicMap of(TopicModel model) {
    double[][] roots =
        Arrays.stream(model.weights())
            .map(weights -> Arrays.stream(weights).map(StrictMath::sqrt).toArray())
            .toArray(double[][]::new);
    double[][] distances = new double[roots.length][roots.length];
    for (int i = 0; i < roots.length; i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = hellinger(roots[i], roots[j]);
        distances[j][i] = distances[i][j];
      }
    }
    return new TopicMap(PrincipalCoordinates.of(distances));
  }

  private static double hellinger(double[] roots, double[] others) {
    double common = 0;
    for (int v = 0; v < roots.length; v++) {
      common += roots[v] * others[v];
    }
    return StrictMath.sqrt(Math.max(0, 1 - common));
  }

  double x(int topic) {
    return points[topic][0];
  }

  double y(int topic) {
    return points[topic][1];
  }
}
