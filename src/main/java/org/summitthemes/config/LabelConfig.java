package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.io.Serializable;

/**
 * How sentences get their theme.
 *
 * @param contextWeight how much neighbouring sentences count: the probability that the theme stays
 *     the same from one sentence to the next, beyond chance; 0 leaves every sentence on its own
 * @param threshold dictionary score at which a theme and {@code other} are level
 * @param studentWeight how much the student's opinion counts beside the dictionary's; 0 turns the
 *     student off
 * @param background file of further themes that show what {@code other} looks like, relative to the
 *     configuration file; empty for none, which turns the student off
 */
public record LabelConfig(
    double contextWeight, double threshold, double studentWeight, String background)
    implements Serializable {
  public LabelConfig {
    require(
        contextWeight >= 0 && contextWeight < 1,
        "context-weight must be at least 0 and below 1: %s",
        contextWeight);
    require(threshold > 0, "threshold must be above 0: %s", threshold);
    require(
        studentWeight >= 0 && studentWeight <= 5,
        "student-weight must be from 0 to 5: %s",
        studentWeight);
  }

  public static LabelConfig defaults() {
    return new LabelConfig(0.4, 0.5, 0.7, "themes-wide.yaml");
  }

  /** Whether a student is to be taught. */
  public boolean hasStudent() {
    return studentWeight > 0 && !background.isEmpty();
  }
}
