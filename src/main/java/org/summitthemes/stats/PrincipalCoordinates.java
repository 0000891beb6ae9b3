package org.summitthemes.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places things on a plane such that their distances are kept as well as a plane can: classical
 * multidimensional scaling.
 *
 * <p>The squared distances are centred by rows and columns and halved, B = -½ J D² J; the
 * coordinates are the two eigenvectors of B with the largest eigenvalues, each times the root of
 * its eigenvalue. Eigenvectors come from Jacobi rotations in a fixed order, so that equal distances
 * give equal bits; the sign of an axis, which has no meaning, is such that its farthest point is on
 * the positive side.
 *
 * <ul>
 *   <li>No thing gives no point, one thing the origin.
 *   <li>An eigenvalue that is not above 0 gives an axis of zeros.
 * </ul>
 *
 * <p>References: Gower, "Some distance properties of latent root and vector methods used in
 * multivariate analysis", Biometrika 53 (1966); Golub, Van Loan, "Matrix computations", on Jacobi
 * methods.
 */
public final class PrincipalCoordinates {
  private static final int AXES = 2;
  private static final int MOST_SWEEPS = 60;

  private final double[][] matrix;
  private final double[][] vectors;

  private PrincipalCoordinates(double[][] matrix) {
    this.matrix = matrix;
    this.vectors = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      vectors[i][i] = 1;
    }
  }

  /**
   * The coordinates of each thing.
   *
   * @param distances symmetric, with zeros on the diagonal
   * @return x and y for each thing
   */
  public static double[][] of(double[][] distances) {
    PrincipalCoordinates solver = new PrincipalCoordinates(centred(distances));
    for (int sweep = 0; sweep < MOST_SWEEPS && !solver.isDiagonal(); sweep++) {
      solver.sweep();
    }
    return solver.points();
  }

  private static double[][] centred(double[][] distances) {
    int n = distances.length;
    double[][] squares = new double[n][n];
    double[] means = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        squares[i][j] = distances[i][j] * distances[i][j];
        means[i] += squares[i][j] / n;
      }
      mean += means[i] / n;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        squares[i][j] = -(squares[i][j] - means[i] - means[j] + mean) / 2;
      }
    }
    return squares;
  }

  private boolean isDiagonal() {
    double off = 0;
    double all = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double square = matrix[i][j] * matrix[i][j];
        all += square;
        off += i == j ? 0 : square;
      }
    }
    return off <= 1e-24 * all;
  }

  private void sweep() {
    for (int p = 0; p < matrix.length; p++) {
      for (int q = p + 1; q < matrix.length; q++) {
        rotate(p, q);
      }
    }
  }

  /** Turns axes p and q such that their common entry becomes 0. */
  private void rotate(int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }

    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + StrictMath.sqrt(theta * theta + 1));
    double cosine = 1 / StrictMath.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < matrix.length; k++) {
      turn(matrix[k], p, q, cosine, sine);
      turn(vectors[k], p, q, cosine, sine);
    }
    for (int k = 0; k < matrix.length; k++) {
      double ofP = matrix[p][k];
      double ofQ = matrix[q][k];
      matrix[p][k] = cosine * ofP - sine * ofQ;
      matrix[q][k] = sine * ofP + cosine * ofQ;
    }
  }

  private static void turn(double[] row, int p, int q, double cosine, double sine) {
    double ofP = row[p];
    double ofQ = row[q];
    row[p] = cosine * ofP - sine * ofQ;
    row[q] = sine * ofP + cosine * ofQ;
  }

  private double[][] points() {
    double[][] points = new double[matrix.length][AXES];
    List<Integer> axes =
        IntStream.range(0, matrix.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -matrix[i][i]))
            .limit(AXES)
            .toList();
    for (int axis = 0; axis < axes.size(); axis++) {
      int column = axes.get(axis);
      double scale = sign(column) * StrictMath.sqrt(Math.max(0, matrix[column][column]));
      for (int i = 0; i < points.length; i++) {
        points[i][axis] = scale * vectors[i][column] + 0.0;
      }
    }
    return points;
  }

  private int sign(int column) {
    double farthest = 0;
    for (double[] row : vectors) {
      farthest = Math.abs(row[column]) > Math.abs(farthest) + 1e-9 ? row[column] : farthest;
    }
    return farthest < 0 ? -1 : 1;
  }
}
