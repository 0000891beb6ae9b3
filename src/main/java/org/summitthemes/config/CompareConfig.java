package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

/**
 * How organizations are compared.
 *
 * @param level level of the intervals
 * @param replicates bootstrap replicates
 * @param permutations permutations of a test
 * @param minSpeeches with fewer speeches nothing is said about a difference
 * @param falseDiscoveryRate greatest q-value of a difference that is reported as one
 * @param distinctiveTerms terms listed for an organization and theme
 * @param seed seed of the random numbers
 */
public record CompareConfig(
    double level,
    int replicates,
    int permutations,
    int minSpeeches,
    double falseDiscoveryRate,
    int distinctiveTerms,
    long seed) {
  public CompareConfig {
    require(level > 0 && level < 1, "level must be between 0 and 1: %s", level);
    require(replicates >= 100, "replicates must be at least 100: %s", replicates);
    require(permutations >= 100, "permutations must be at least 100: %s", permutations);
    require(minSpeeches >= 2, "min-speeches must be at least 2: %s", minSpeeches);
    require(
        falseDiscoveryRate > 0 && falseDiscoveryRate < 1,
        "false-discovery-rate must be between 0 and 1: %s",
        falseDiscoveryRate);
    require(distinctiveTerms >= 1, "distinctive-terms must be at least 1: %s", distinctiveTerms);
  }

  public static CompareConfig defaults() {
    return new CompareConfig(0.9, 1000, 1000, 5, 0.05, 20, 42);
  }
}
