package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * A speech as a chain of classes: from one unit to the next the class stays with probability {@code
 * stay}, or else is drawn anew, all classes alike. Given what each unit says of its own class, the
 * forward-backward algorithm gives the probability of each class of each unit, all units of the
 * speech considered (Rabiner, "A tutorial on hidden Markov models", Proc. IEEE 1989).
 *
 * @param stay in [0, 1); 0 leaves every unit on its own
 */
record Chain(double stay) {

  /**
   * What the units before and after a unit say of its class, as relative likelihoods that sum to 1.
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  record Messages(double[] before, double[] after) {
    /** What both say for one class against another. */
    double logOdds(int c, int against) {
      return StrictMath.log(before[c] / before[against] * (after[c] / after[against]));
    }
  }

  /** The messages to each unit, given each unit's own log-likelihoods. */
  List<Messages> messages(List<double[]> evidence) {
    List<double[]> own = evidence.stream().map(Chain::likelihoods).toList();
    double[][] after = new double[own.size()][];
    for (int i = own.size() - 1; i >= 0; i--) {
      after[i] =
          i == own.size() - 1 ? even(own.get(i).length) : passed(own.get(i + 1), after[i + 1]);
    }
    List<Messages> messages = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      double[] before =
          i == 0 ? even(own.get(i).length) : passed(own.get(i - 1), messages.get(i - 1).before());
      messages.add(new Messages(before, after[i]));
    }
    return messages;
  }

  /** The probability of each class, given the unit's own log-likelihoods and its messages. */
  static double[] posterior(double[] evidence, Messages messages) {
    double[] posterior = likelihoods(evidence);
    for (int c = 0; c < posterior.length; c++) {
      posterior[c] *= messages.before[c] * messages.after[c];
    }
    return normalized(posterior);
  }

  /** The chain is its own reverse, so one rule serves both directions. */
  private double[] passed(double[] own, double[] message) {
    double[] joint = new double[own.length];
    for (int c = 0; c < own.length; c++) {
      joint[c] = own[c] * message[c];
    }
    double[] passed = normalized(joint);
    for (int c = 0; c < passed.length; c++) {
      passed[c] = stay * passed[c] + (1 - stay) / passed.length;
    }
    return passed;
  }

  private static double[] even(int classes) {
    double[] even = new double[classes];
    java.util.Arrays.fill(even, 1.0 / classes);
    return even;
  }

  /** Relative to the likeliest class, so that nothing underflows but the hopeless. */
  private static double[] likelihoods(double[] evidence) {
    double greatest = evidence[0];
    for (double value : evidence) {
      greatest = Math.max(greatest, value);
    }
    double[] likelihoods = new double[evidence.length];
    for (int c = 0; c < evidence.length; c++) {
      likelihoods[c] = StrictMath.exp(evidence[c] - greatest);
    }
    return likelihoods;
  }

  private static double[] normalized(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int c = 0; c < values.length; c++) {
      values[c] /= sum;
    }
    return values;
  }
}
