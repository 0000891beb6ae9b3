package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

/**
 * How sentences get their theme.
 *
 * @param contextWeight weight of each neighbouring sentence's evidence, relative to the sentence's
 *     own
 * @param threshold least evidence for a theme; below it the sentence is {@code other}
 */
public record LabelConfig(double contextWeight, double threshold) {
  public LabelConfig {
    require(
        contextWeight >= 0 && contextWeight <= 1,
        "context-weight must be from 0 to 1: %s",
        contextWeight);
    require(threshold > 0, "threshold must be above 0: %s", threshold);
  }

  public static LabelConfig defaults() {
    return new LabelConfig(0.3, 1.0);
  }
}
