package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.util.List;

/**
 * How organizations are compared.
 *
 * @param level level of the intervals
 * @param replicates bootstrap replicates
 * @param permutations permutations of a test
 * @param minSpeeches with fewer speeches nothing is said about a difference
 * @param falseDiscoveryRate greatest q-value of a difference that is reported as one
 * @param distinctiveTerms terms listed for an organization and theme
 * @param distinctiveMinZ least z-score of a term that is listed
 * @param distinctiveMinUnits least number of speeches (among members, of countries) that use a term
 *     that is listed
 * @param distinctiveNames whether names of speakers and of the organization itself may be listed
 * @param typicalSentences sentences chosen to show an organization and theme
 * @param groupBy what speeches are grouped by: words of {@link Grouping}
 * @param voice whose sentences are compared: {@code speaker}, without those that are a reporter's
 *     own, or {@code all}
 * @param seed seed of the random numbers
 */
public record CompareConfig(
    double level,
    int replicates,
    int permutations,
    int minSpeeches,
    double falseDiscoveryRate,
    int distinctiveTerms,
    double distinctiveMinZ,
    int distinctiveMinUnits,
    boolean distinctiveNames,
    int typicalSentences,
    List<String> groupBy,
    String voice,
    long seed) {
  private static final String SPEAKER = "speaker";
  private static final String ALL = "all";

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
    require(distinctiveMinZ >= 0, "distinctive-min-z must not be negative: %s", distinctiveMinZ);
    require(typicalSentences >= 1, "typical-sentences must be at least 1: %s", typicalSentences);
    groupBy = List.copyOf(groupBy);
    for (String word : groupBy) {
      require(
          Grouping.of(word).isPresent(),
          "group-by: %s is none of %s",
          word,
          String.join(", ", Grouping.words()));
    }
    require(
        distinctiveMinUnits >= 1,
        "distinctive-min-units must be at least 1: %s",
        distinctiveMinUnits);
    require(voice.equals(SPEAKER) || voice.equals(ALL), "voice must be speaker or all: %s", voice);
  }

  /** Whether a reporter's own sentences are left out. */
  public boolean speakersOnly() {
    return voice.equals(SPEAKER);
  }

  /** Whether speeches are grouped in a way. */
  public boolean groupsBy(Grouping grouping) {
    return groupBy.contains(grouping.word());
  }

  public static CompareConfig defaults() {
    return new CompareConfig(
        0.9, 1000, 1000, 5, 0.05, 20, 1.645, 2, false, 5, List.of("organization"), ALL, 42);
  }
}
