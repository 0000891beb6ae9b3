package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

/**
 * When {@code --model auto} refits a topic model whose settings have not changed.
 *
 * @param maxAdded greatest share of the corpus' words that may have come since the fit
 * @param maxNewTerms greatest share by which words outside the model's vocabulary may be more
 *     frequent in new speeches than in those it was fitted on
 */
public record DriftConfig(double maxAdded, double maxNewTerms) {
  public DriftConfig {
    require(maxAdded > 0 && maxAdded <= 1, "max-added must be above 0 and at most 1: %s", maxAdded);
    require(
        maxNewTerms > 0 && maxNewTerms <= 1,
        "max-new-terms must be above 0 and at most 1: %s",
        maxNewTerms);
  }

  public static DriftConfig defaults() {
    return new DriftConfig(0.25, 0.1);
  }
}
