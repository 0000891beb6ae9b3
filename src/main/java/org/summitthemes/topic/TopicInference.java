package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the topics of documents that the model wasn't fitted on; the model stays as it is.
 *
 * <p>Samples the document's assignments by the same steps as the fit, from random numbers keyed by
 * the document's id, so that the result depends on the model, the seed and the document alone.
 * Holds the scratch arrays of one thread.
 */
public final class TopicInference {
  /** The step of the random streams; the sweeps of a fit have steps from 0 on. */
  private static final long STEP = -1;

  private static final int THINNING = 2;

  private final GibbsSampler sampler;
  private final RandomStream random;
  private final int topics;
  private final int terms;
  private final int burnIn;
  private final int samples;

  /**
   * @param model the model
   * @param seed seed of the random numbers
   * @param burnIn sweeps over the document before the first sample
   * @param samples samples taken, at every second sweep
   */
  public TopicInference(TopicModel model, long seed, int burnIn, int samples) {
    require(burnIn >= 1, "burn-in must be at least 1: %s", burnIn);
    require(samples >= 1, "samples must be at least 1: %s", samples);
    this.sampler = new GibbsSampler(model.table().awaitBuilt());
    this.random = RandomStream.of(seed, STEP);
    this.topics = model.topics();
    this.terms = model.terms();
    this.burnIn = burnIn;
    this.samples = samples;
  }

  /** The document's topics, ascending; those that no sample has are left out. */
  public List<TopicTokens> infer(String id, int[] tokens) {
    int[][] counts = new int[topics][samples];
    sample(
        id,
        tokens,
        (sample, assigned) -> {
          for (short topic : assigned) {
            counts[topic][sample]++;
          }
        });
    return present(counts, tokens.length);
  }

  /** Takes in the topics of the tokens in one sample. */
  private interface Samples {
    void add(int sample, short[] assigned);
  }

  private void sample(String id, int[] tokens, Samples taken) {
    DocumentBlock.requireTerms(id, tokens, terms);
    short[] assigned = new short[tokens.length];
    Arrays.fill(assigned, GibbsSampler.NONE);
    random.restart(RandomStream.key(id));
    for (int sweep = 0; sweep < burnIn; sweep++) {
      sampler.sample(tokens, assigned, 0, tokens.length, random);
    }
    for (int s = 0; s < samples; s++) {
      for (int sweep = 0; sweep < THINNING; sweep++) {
        sampler.sample(tokens, assigned, 0, tokens.length, random);
      }
      taken.add(s, assigned);
    }
  }

  /** The topics with a count in some sample. */
  private static List<TopicTokens> present(int[][] counts, int length) {
    List<TopicTokens> present = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      if (Arrays.stream(counts[k]).anyMatch(n -> n > 0)) {
        present.add(new TopicTokens(k, counts[k], length));
      }
    }
    return present;
  }
}
