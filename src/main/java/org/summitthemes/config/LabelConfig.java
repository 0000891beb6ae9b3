package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;

/**
 * How sentences get their theme.
 *
 * @param contextWeight how much neighbouring sentences count: the probability that the theme stays
 *     the same from one sentence to the next, beyond chance; 0 leaves every sentence on its own
 * @param termWeight log-odds that a plain term adds to its theme; 0 leaves the terms out
 * @param threshold dictionary score at which a theme and {@code other} are level
 * @param backgroundWeight what share of the score of a background theme speaks for {@code other}; 0
 *     leaves the background's terms out
 * @param studentWeight how much the student's opinion counts beside the dictionary's; 0 turns the
 *     student off
 * @param encoder whose vectors of words help the student: {@code minilm} or {@code off}
 * @param background file of further themes that show what {@code other} looks like, relative to the
 *     configuration file; empty for none, which turns the student off
 */
public record LabelConfig(
    double contextWeight,
    double termWeight,
    double threshold,
    double backgroundWeight,
    double studentWeight,
    String encoder,
    String background)
    implements Serializable {
  private static final String MINILM = "minilm";
  private static final String OFF = "off";

  public LabelConfig {
    require(
        contextWeight >= 0 && contextWeight < 1,
        "context-weight must be at least 0 and below 1: %s",
        contextWeight);
    require(termWeight >= 0, "term-weight must be at least 0: %s", termWeight);
    require(threshold > 0, "threshold must be above 0: %s", threshold);
    require(
        backgroundWeight >= 0 && backgroundWeight <= 1,
        "background-weight must be from 0 to 1: %s",
        backgroundWeight);
    require(
        studentWeight >= 0 && studentWeight <= 5,
        "student-weight must be from 0 to 5: %s",
        studentWeight);
    require(
        encoder.equals(MINILM) || encoder.equals(OFF),
        "encoder must be minilm or off: %s",
        encoder);
  }

  public static LabelConfig defaults() {
    return new LabelConfig(0.5, 1.7, 0.4, 0.3, 0.6, MINILM, "themes-wide.yaml");
  }

  /** The same with another weight of the neighbours. */
  public LabelConfig withContextWeight(double weight) {
    return new LabelConfig(
        weight, termWeight, threshold, backgroundWeight, studentWeight, encoder, background);
  }

  /** The same with another weight of the terms. */
  public LabelConfig withTermWeight(double weight) {
    return new LabelConfig(
        contextWeight, weight, threshold, backgroundWeight, studentWeight, encoder, background);
  }

  /** The same with another weight of the student. */
  public LabelConfig withStudentWeight(double weight) {
    return new LabelConfig(
        contextWeight, termWeight, threshold, backgroundWeight, weight, encoder, background);
  }

  /** The same with another weight of the background's terms. */
  public LabelConfig withBackgroundWeight(double weight) {
    return new LabelConfig(
        contextWeight, termWeight, threshold, weight, studentWeight, encoder, background);
  }

  /** Whether words get vectors. */
  public boolean hasEncoder() {
    return hasStudent() && encoder.equals(MINILM);
  }

  /** Whether a student is to be taught. */
  public boolean hasStudent() {
    return studentWeight > 0 && !background.isEmpty();
  }
}
