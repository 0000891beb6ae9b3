package org.summitthemes.topic;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The logarithm of the joint probability of tokens and assignments with the topics and the shares
 * integrated out: what the sampler climbs, and by which one sees that it has arrived.
 *
 * <p>Reference: Griffiths, Steyvers, "Finding scientific topics", PNAS 2004, equations 2 and 3,
 * with asymmetric priors.
 */
final class LogLikelihood {
  private LogLikelihood() {}

  /** The log likelihood divided by the number of tokens; 0 if there are none. */
  static double perToken(
      TopicCounts topics, CountHistogram documents, TermPrior prior, double[] alpha) {
    long tokens = Arrays.stream(topics.totals()).sum();
    return tokens == 0 ? 0 : (terms(topics, prior) + documents(documents, alpha)) / tokens;
  }

  private static double terms(TopicCounts counts, TermPrior prior) {
    var base = new Rising(prior.base());
    double sum = 0;
    for (int count : counts.byTerm()) {
      sum += base.log(count);
    }
    long[] totals = counts.totals();
    for (int k = 0; k < totals.length; k++) {
      sum -= Rising.log(prior.total(k), totals[k]);
      for (int term : prior.seedTerms(k)) {
        int count = counts.count(k, term);
        sum += Rising.log(prior.mass(k, term), count) - base.log(count);
      }
    }
    return sum;
  }

  private static double documents(CountHistogram documents, double[] alpha) {
    double sum = -rising(Arrays.stream(alpha).sum(), documents.documentsByLength());
    for (int k = 0; k < alpha.length; k++) {
      sum += rising(alpha[k], documents.documentsByCount(k));
    }
    return sum;
  }

  private static double rising(double start, int[] histogram) {
    var rising = new Rising(start);
    double sum = 0;
    for (int n = 1; n < histogram.length; n++) {
      if (histogram[n] > 0) {
        sum += histogram[n] * rising.log(n);
      }
    }
    return sum;
  }

  /** ln Γ(start + n) - ln Γ(start), with the values for small n kept. */
  private static final class Rising {
    private static final int KEPT = 1024;

    private final double start;
    private final double[] small = new double[KEPT];
    private int known = 1;

    Rising(double start) {
      this.start = start;
    }

    double log(int n) {
      if (n >= KEPT) {
        return log(start, n);
      }

      while (known <= n) {
        small[known] = small[known - 1] + StrictMath.log(start + known - 1);
        known++;
      }
      return small[n];
    }

    static double log(double start, long n) {
      return n == 0 ? 0 : LogGamma.value(start + n) - LogGamma.value(start);
    }
  }
}
