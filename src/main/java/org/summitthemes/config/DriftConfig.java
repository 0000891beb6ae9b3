package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

/**
 * When {@code --model auto} refits a topic model whose settings have not changed.
 *
 * @param maxAdded greatest share of the corpus' words that may have come since the fit
 * @param maxNewTerms greatest share by which words outside the model's vocabulary may be more
 *     frequent in new speeches than in those it was fitted on
 * @param maxPerplexity by how much, as a share, the held-out perplexity of passages of new speeches
 *     may exceed that of passages the model was fitted on
 */
public record DriftConfig(double maxAdded, double maxNewTerms, double maxPerplexity) {
  public DriftConfig {
    require(maxAdded > 0 && maxAdded <= 1, "max-added must be above 0 and at most 1: %s", maxAdded);
    require(
        maxNewTerms > 0 && maxNewTerms <= 1,
        "max-new-terms must be above 0 and at most 1: %s",
        maxNewTerms);
    require(maxPerplexity > 0, "max-perplexity must be above 0: %s", maxPerplexity);
  }

  public static DriftConfig defaults() {
    return new DriftConfig(0.25, 0.1, 0.5);
  }
}
