package org.summitthemes.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Regression of shares: the mean of yᵢ is Λ(α of its stratum + xᵢ′ β), Λ(z) = 1 / (1 + e⁻ᶻ), fitted
 * by maximizing Σ wᵢ (yᵢ log μᵢ + (1 − yᵢ) log(1 − μᵢ)), which needs the mean to be right, not the
 * distribution.
 *
 * <p>One set of effects, of strata such as years, is taken out of Newton's equations, so that a
 * step costs the square of the remaining covariates.
 *
 * <p>Reference: Papke, Wooldridge, "Econometric methods for fractional response variables with an
 * application to 401(k) plan participation rates", Journal of Applied Econometrics 11 (1996).
 */
final class FractionalLogit {
  private static final int STEPS = 60;
  private static final double CLOSE = 1e-10;

  /** A step changes no parameter by more than this, so that a bad start cannot run away. */
  private static final double STRIDE = 4;

  private final double[][] x;
  private final int[] strata;
  private final double[] y;
  private final double[] w;
  private final double[] alpha;
  private final double[] beta;
  private final double[] means;

  /** Σ wᵢ μᵢ (1 − μᵢ) of each stratum, and of each stratum and covariate. */
  private final double[] ofStratum;

  private final double[][] ofStratumAndCovariate;
  private double @Nullable [][] root;

  /**
   * A regression.
   *
   * @param x covariates of each row
   * @param strata number of each row's stratum, from 0
   * @param nStrata how many strata; each has rows, and its rows have neither mean 0 nor mean 1
   * @param y shares
   * @param w weights
   */
  FractionalLogit(double[][] x, int[] strata, int nStrata, double[] y, double[] w) {
    this.x = x;
    this.strata = strata;
    this.y = y;
    this.w = w;
    this.alpha = start(nStrata);
    this.beta = new double[x.length == 0 ? 0 : x[0].length];
    this.means = new double[y.length];
    this.ofStratum = new double[nStrata];
    this.ofStratumAndCovariate = new double[nStrata][beta.length];
  }

  /** Fits the regression; false if the data do not determine it. */
  boolean fit() {
    for (int step = 0; step < STEPS; step++) {
      if (!factorize()) {
        return false;
      }

      double[] change = solve(gradient());
      double greatest = Arrays.stream(change).map(Math::abs).max().orElse(0);
      double stride = greatest > STRIDE ? STRIDE / greatest : 1;
      for (int s = 0; s < alpha.length; s++) {
        alpha[s] += stride * change[s];
      }
      for (int j = 0; j < beta.length; j++) {
        beta[j] += stride * change[alpha.length + j];
      }
      if (greatest < CLOSE) {
        return factorize();
      }
    }
    return false;
  }

  /** Coefficients of the covariates. */
  double[] coefficients() {
    return beta.clone();
  }

  /** The linear predictor of a row. */
  double predictor(int row) {
    double sum = alpha[strata[row]];
    for (int j = 0; j < beta.length; j++) {
      sum += x[row][j] * beta[j];
    }
    return sum;
  }

  /** The share at a linear predictor. */
  static double mean(double predictor) {
    return 1 / (1 + StrictMath.exp(-predictor));
  }

  /** The weighted residual of a row. */
  double residual(int row) {
    return w[row] * (y[row] - means[row]);
  }

  /** The weight of a row in the information. */
  double information(int row) {
    return w[row] * means[row] * (1 - means[row]);
  }

  /**
   * The gradient of a sum over rows by all parameters, strata first.
   *
   * @param slopes by how much each row's part changes with its stratum and all covariates but one
   * @param own by how much it changes with that one
   */
  double[] gradientOfMean(double[] slopes, double[] own, int one) {
    double[] gradient = new double[alpha.length + beta.length];
    for (int i = 0; i < slopes.length; i++) {
      gradient[strata[i]] += slopes[i];
      for (int j = 0; j < beta.length; j++) {
        gradient[alpha.length + j] += j == one ? own[i] : slopes[i] * x[i][j];
      }
    }
    return gradient;
  }

  /** The product of a row's stratum and covariates with a vector of all parameters. */
  double product(int row, double[] vector) {
    double sum = vector[strata[row]];
    for (int j = 0; j < beta.length; j++) {
      sum += x[row][j] * vector[alpha.length + j];
    }
    return sum;
  }

  /** Multiplies a vector of all parameters, strata first, with the inverse of the information. */
  double[] solve(double[] right) {
    double[][] lower = root;
    if (lower == null) {
      throw new IllegalStateException("the regression is not fitted");
    }

    int p = beta.length;
    double[] solution = right.clone();
    for (int s = 0; s < alpha.length; s++) {
      for (int j = 0; j < p; j++) {
        solution[alpha.length + j] -= ofStratumAndCovariate[s][j] * right[s] / ofStratum[s];
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        solution[alpha.length + j] -= lower[j][k] * solution[alpha.length + k];
      }
      solution[alpha.length + j] /= lower[j][j];
    }
    for (int j = p - 1; j >= 0; j--) {
      for (int k = j + 1; k < p; k++) {
        solution[alpha.length + j] -= lower[k][j] * solution[alpha.length + k];
      }
      solution[alpha.length + j] /= lower[j][j];
    }
    for (int s = 0; s < alpha.length; s++) {
      double rest = right[s];
      for (int j = 0; j < p; j++) {
        rest -= ofStratumAndCovariate[s][j] * solution[alpha.length + j];
      }
      solution[s] = rest / ofStratum[s];
    }
    return solution;
  }

  private double[] start(int nStrata) {
    double[] shares = new double[nStrata];
    double[] weights = new double[nStrata];
    for (int i = 0; i < y.length; i++) {
      shares[strata[i]] += w[i] * y[i];
      weights[strata[i]] += w[i];
    }
    for (int s = 0; s < nStrata; s++) {
      shares[s] = StrictMath.log(shares[s] / (weights[s] - shares[s]));
    }
    return shares;
  }

  private double[] gradient() {
    double[] gradient = new double[alpha.length + beta.length];
    for (int i = 0; i < y.length; i++) {
      double residual = residual(i);
      gradient[strata[i]] += residual;
      for (int j = 0; j < beta.length; j++) {
        gradient[alpha.length + j] += residual * x[i][j];
      }
    }
    return gradient;
  }

  /** The root of the information without the strata; false if it is singular. */
  private boolean factorize() {
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(predictor(i));
    }
    int p = beta.length;
    double[][] matrix = new double[p][p];
    Arrays.fill(ofStratum, 0);
    Arrays.stream(ofStratumAndCovariate).forEach(row -> Arrays.fill(row, 0));
    for (int i = 0; i < y.length; i++) {
      double weight = information(i);
      ofStratum[strata[i]] += weight;
      for (int j = 0; j < p; j++) {
        double part = weight * x[i][j];
        if (part != 0) {
          ofStratumAndCovariate[strata[i]][j] += part;
          for (int k = 0; k <= j; k++) {
            matrix[j][k] += part * x[i][k];
          }
        }
      }
    }
    double[] before = new double[p];
    for (int j = 0; j < p; j++) {
      before[j] = matrix[j][j];
    }
    for (int s = 0; s < alpha.length; s++) {
      if (!(ofStratum[s] > 0)) {
        return false;
      }

      double[] row = ofStratumAndCovariate[s];
      for (int j = 0; j < p; j++) {
        double part = row[j] / ofStratum[s];
        for (int k = 0; part != 0 && k <= j; k++) {
          matrix[j][k] -= part * row[k];
        }
      }
    }
    root = cholesky(matrix, before);
    return root != null;
  }

  /** The lower root of a matrix; null if a diagonal is lost in rounding. */
  private static double @Nullable [][] cholesky(double[][] matrix, double[] scale) {
    for (int j = 0; j < matrix.length; j++) {
      for (int k = 0; k < j; k++) {
        double sum = matrix[j][k];
        for (int l = 0; l < k; l++) {
          sum -= matrix[j][l] * matrix[k][l];
        }
        matrix[j][k] = sum / matrix[k][k];
      }
      double sum = matrix[j][j];
      for (int l = 0; l < j; l++) {
        sum -= matrix[j][l] * matrix[j][l];
      }
      if (!(sum > scale[j] * 1e-9)) {
        return null;
      }

      matrix[j][j] = Math.sqrt(sum);
    }
    return matrix;
  }
}
