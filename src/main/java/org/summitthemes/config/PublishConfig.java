package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.util.List;

/**
 * What is published.
 *
 * @param topTerms terms listed for a topic
 * @param evidenceSentences sentences shown in the page for an organization and theme
 * @param also further Spark formats in which the tables are written, such as {@code delta}
 */
public record PublishConfig(int topTerms, int evidenceSentences, List<String> also) {
  public PublishConfig {
    require(topTerms >= 3, "top-terms must be at least 3: %s", topTerms);
    require(evidenceSentences >= 1, "evidence-sentences must be at least 1: %s", evidenceSentences);
    also = List.copyOf(also);
  }

  public static PublishConfig defaults() {
    return new PublishConfig(40, 5, List.of());
  }
}
