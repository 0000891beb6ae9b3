package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.Serializable;

/**
 * How a topic model is fitted.
 *
 * <p>Sweep 0 is the first assignment; sweeps 1 to {@code sweeps} follow. The document prior is
 * fitted every tenth sweep from the twentieth on, and stays fixed in the last quarter, from which
 * the posterior samples are taken at even distances; the last sweep is the last sample.
 *
 * @param topics number of topics, seeded and discovered
 * @param sweeps sweeps over the corpus after the first assignment
 * @param samples posterior samples kept
 * @param seed seed of the random numbers
 * @param topicPrior sum of the Dirichlet prior of a document's topics at the start
 * @param optimizePrior whether the document prior is fitted or stays symmetric
 * @param documentSamples whether the samples of the documents' topics are kept beside those of the
 *     topics' terms
 */
public record LdaSettings(
    int topics,
    int sweeps,
    int samples,
    long seed,
    double topicPrior,
    boolean optimizePrior,
    boolean documentSamples)
    implements Serializable {
  private static final int FIRST_FIT = 20;
  private static final int FIT_EVERY = 10;

  public LdaSettings {
    require(
        topics >= 2 && topics <= Short.MAX_VALUE,
        "topics must be from 2 to %s: %s",
        Short.MAX_VALUE,
        topics);
    require(sweeps >= 1, "sweeps must be at least 1: %s", sweeps);
    require(
        samples >= 1 && samples <= sweeps,
        "samples must be from 1 to sweeps (%s): %s",
        sweeps,
        samples);
    require(
        topicPrior > 0 && topicPrior < Double.POSITIVE_INFINITY,
        "topic prior must be above 0 and finite: %s",
        topicPrior);
  }

  public static LdaSettings of(int topics) {
    return new LdaSettings(topics, 200, 20, 42, 5, true, true);
  }

  public LdaSettings withSweeps(int sweeps, int samples) {
    return new LdaSettings(
        topics, sweeps, samples, seed, topicPrior, optimizePrior, documentSamples);
  }

  public LdaSettings withSeed(long seed) {
    return new LdaSettings(
        topics, sweeps, samples, seed, topicPrior, optimizePrior, documentSamples);
  }

  public LdaSettings withPrior(double topicPrior, boolean optimizePrior) {
    return new LdaSettings(
        topics, sweeps, samples, seed, topicPrior, optimizePrior, documentSamples);
  }

  /** Without samples of the documents' topics, which take most of the memory. */
  public LdaSettings withoutDocumentSamples() {
    return new LdaSettings(topics, sweeps, samples, seed, topicPrior, optimizePrior, false);
  }

  /** Whether the assignments after this sweep are a posterior sample. */
  boolean samplesAt(int sweep) {
    int thinning = window() / samples;
    int left = sweeps - sweep;
    return left % thinning == 0 && left / thinning < samples;
  }

  /** Whether the document prior is fitted after this sweep. */
  boolean fitsPriorAt(int sweep) {
    return optimizePrior
        && sweep >= FIRST_FIT
        && sweep % FIT_EVERY == 0
        && sweep <= sweeps - window();
  }

  /** Whether the likelihood is recorded after this sweep. */
  boolean tracesAt(int sweep) {
    return sweep % FIT_EVERY == 0 || sweep == sweeps;
  }

  private int window() {
    return Math.max(samples, sweeps / 4);
  }
}
