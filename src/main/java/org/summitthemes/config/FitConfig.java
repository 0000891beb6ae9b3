package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

/**
 * The topic model.
 *
 * @param discoveredTopics topics beside the seeded ones
 * @param sweeps Gibbs sweeps over the corpus
 * @param samples posterior samples kept from the last quarter of the sweeps, for credible intervals
 * @param seed seed of the random numbers
 * @param topicPrior sum of the Dirichlet prior of a passage's topics at the start
 * @param termPrior Dirichlet prior of a term in a topic
 * @param seedWeight prior mass of a theme's seed terms in its topic, as a multiple of the tokens
 *     that each has in the corpus
 * @param formerWeight what a token of the former model counts in a refit beside one of the corpus:
 *     0 lets the topics drift, more holds them
 * @param optimizePrior whether the prior of the passages' topics is fitted (asymmetric) or stays as
 *     it is
 * @param minPassages terms and phrases in fewer passages are left out
 * @param maxPassageShare terms in a larger share of the passages are left out
 * @param maxTerms at most so many terms, the most frequent ones
 * @param phraseMinCount word pairs that occur less often are not joined to phrases
 * @param phraseNpmi least normalized pointwise mutual information of a phrase
 * @param secondFit whether a second model is fitted, on nine tenths of the passages and with
 *     another seed, to see how well the first agrees with it and how well it predicts the other
 *     tenth
 * @param checkpointEvery sweeps between two checkpoints of the assignments
 */
public record FitConfig(
    int discoveredTopics,
    int sweeps,
    int samples,
    long seed,
    double topicPrior,
    double termPrior,
    double seedWeight,
    double formerWeight,
    boolean optimizePrior,
    int minPassages,
    double maxPassageShare,
    int maxTerms,
    int phraseMinCount,
    double phraseNpmi,
    boolean secondFit,
    int checkpointEvery) {
  public FitConfig {
    require(discoveredTopics >= 1, "discovered-topics must be at least 1: %s", discoveredTopics);
    require(
        discoveredTopics <= 1000, "discovered-topics must be at most 1000: %s", discoveredTopics);
    require(sweeps >= 1, "sweeps must be at least 1: %s", sweeps);
    require(
        samples >= 1 && samples <= sweeps,
        "samples must be from 1 to sweeps (%s): %s",
        sweeps,
        samples);
    require(topicPrior > 0, "topic-prior must be above 0: %s", topicPrior);
    require(termPrior > 0, "term-prior must be above 0: %s", termPrior);
    require(seedWeight >= 0, "seed-weight must be at least 0: %s", seedWeight);
    require(
        formerWeight >= 0 && formerWeight <= 100,
        "former-weight must be from 0 to 100: %s",
        formerWeight);
    require(minPassages >= 1, "min-passages must be at least 1: %s", minPassages);
    require(
        maxPassageShare > 0 && maxPassageShare <= 1,
        "max-passage-share must be above 0 and at most 1: %s",
        maxPassageShare);
    require(maxTerms >= 10, "max-terms must be at least 10: %s", maxTerms);
    require(phraseMinCount >= 2, "phrase-min-count must be at least 2: %s", phraseMinCount);
    require(
        phraseNpmi > 0 && phraseNpmi <= 1,
        "phrase-npmi must be above 0 and at most 1: %s",
        phraseNpmi);
    require(checkpointEvery >= 1, "checkpoint-every must be at least 1: %s", checkpointEvery);
  }

  public static FitConfig defaults() {
    return new FitConfig(
        16, 200, 20, 42, 5.0, 0.01, 0.1, 1, true, 3, 0.3, 50_000, 8, 0.35, true, 20);
  }

  /** The same with so many discovered topics. */
  public FitConfig withDiscoveredTopics(int topics) {
    return with(topics, formerWeight);
  }

  /** The same where nothing holds the topics of a refit. */
  public FitConfig withoutHold() {
    return with(discoveredTopics, 0);
  }

  private FitConfig with(int topics, double weight) {
    return new FitConfig(
        topics,
        sweeps,
        samples,
        seed,
        topicPrior,
        termPrior,
        seedWeight,
        weight,
        optimizePrior,
        minPassages,
        maxPassageShare,
        maxTerms,
        phraseMinCount,
        phraseNpmi,
        secondFit,
        checkpointEvery);
  }
}
