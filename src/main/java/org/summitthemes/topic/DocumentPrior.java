package org.summitthemes.topic;

import java.util.Arrays;

/**
 * Fits the Dirichlet prior of the documents' topics to the counts, one parameter per topic, so that
 * frequent topics are expected to be frequent ("asymmetric prior").
 *
 * <p>Maximizes the Dirichlet-multinomial likelihood of the counts times an exponential density with
 * mean 1 for each parameter, which keeps the parameters finite in small corpora, by the fixed point
 *
 * <pre>
 * α_k ← α_k Σ_d [Ψ(n_dk + α_k) - Ψ(α_k)] / (1 + Σ_d [Ψ(N_d + A) - Ψ(A)]),   A = Σ_k α_k
 * </pre>
 *
 * where the differences of the digamma function are sums of reciprocals over a histogram of the
 * counts. No parameter falls below a floor, so that an unused topic stays reachable.
 *
 * <p>References: Minka, "Estimating a Dirichlet distribution", 2000; Wallach, Mimno, McCallum,
 * "Rethinking LDA: why priors matter", NIPS 2009.
 */
final class DocumentPrior {
  private static final int ITERATIONS = 200;
  private static final double TOLERANCE = 1e-6;

  private DocumentPrior() {}

  /** The same parameter for every topic; they add up to the sum. */
  static double[] symmetric(int topics, double sum) {
    double[] alpha = new double[topics];
    Arrays.fill(alpha, sum / topics);
    return alpha;
  }

  /** The fixed point reached from the given parameters; none below the floor. */
  static double[] optimize(double[] start, CountHistogram histogram, double floor) {
    double[] alpha = start.clone();
    int[][] byTopic = new int[alpha.length][];
    Arrays.setAll(byTopic, k -> atLeast(histogram.documentsByCount(k)));
    int[] lengths = atLeast(histogram.documentsByLength());
    for (int i = 0; i < ITERATIONS; i++) {
      if (step(alpha, byTopic, lengths, floor) < TOLERANCE) {
        break;
      }
    }
    return alpha;
  }

  /** One step in place; returns the largest relative change. */
  private static double step(double[] alpha, int[][] byTopic, int[] lengths, double floor) {
    double denominator = 1 + digammaDifferences(lengths, sum(alpha));
    double change = 0;
    for (int k = 0; k < alpha.length; k++) {
      double next =
          Math.max(floor, alpha[k] * digammaDifferences(byTopic[k], alpha[k]) / denominator);
      change = Math.max(change, Math.abs(next - alpha[k]) / alpha[k]);
      alpha[k] = next;
    }
    return change;
  }

  /** Σ_d Ψ(n_d + a) - Ψ(a): the documents with more than i tokens add 1 / (a + i). */
  private static double digammaDifferences(int[] atLeast, double a) {
    double sum = 0;
    for (int i = 1; i < atLeast.length; i++) {
      sum += atLeast[i] / (a + i - 1);
    }
    return sum;
  }

  /** At index n the number of documents with n or more. */
  private static int[] atLeast(int[] histogram) {
    int[] sums = histogram.clone();
    for (int n = sums.length - 2; n >= 0; n--) {
      sums[n] += sums[n + 1];
    }
    return sums;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
