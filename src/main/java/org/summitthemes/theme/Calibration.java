package org.summitthemes.theme;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the confidence of labels is the share of them that is right.
 *
 * @param expectedCalibrationError mean distance of confidence and share right over {@link #BINS}
 *     bins of equal width, weighted by the labels in each, from 0 to 1 (Guo, Pleiss, Sun,
 *     Weinberger, "On calibration of modern neural networks", ICML 2017); 0 without labels
 * @param gate labels less confident than this can be withheld: they are likelier wrong than right
 * @param withheld share of the labels below the gate
 * @param accuracyAboveGate share of the other labels that is right; 0 if there are none
 */
public record Calibration(
    double expectedCalibrationError, double gate, double withheld, double accuracyAboveGate) {
  static final int BINS = 10;
  static final double GATE = 0.5;

  /** Of labels given with a confidence from 0 to 1, right or not, in the same order. */
  static Calibration of(List<Double> confidences, List<Boolean> right) {
    double[] confident = new double[BINS];
    double[] correct = new double[BINS];
    for (int i = 0; i < right.size(); i++) {
      int bin = Math.min(BINS - 1, (int) (confidences.get(i) * BINS));
      confident[bin] += confidences.get(i);
      correct[bin] += right.get(i) ? 1 : 0;
    }
    double error =
        IntStream.range(0, BINS).mapToDouble(bin -> Math.abs(confident[bin] - correct[bin])).sum();
    List<Integer> above =
        IntStream.range(0, right.size()).filter(i -> confidences.get(i) >= GATE).boxed().toList();
    int rightAbove = (int) above.stream().filter(right::get).count();
    return new Calibration(
        ratio(error, right.size()),
        GATE,
        ratio(right.size() - above.size(), right.size()),
        ratio(rightAbove, above.size()));
  }

  private static double ratio(double part, int whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
