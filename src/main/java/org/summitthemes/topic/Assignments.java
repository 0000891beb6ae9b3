package org.summitthemes.topic;

import java.io.Serializable;
import java.util.Arrays;

/** The state of a block: the topic of each token, and the posterior samples kept so far. */
public final class Assignments implements Serializable {
  private final short[] topics;
  private final byte[][] samples;

  Assignments(short[] topics, byte[][] samples) {
    this.topics = topics;
    this.samples = samples;
  }

  /** The state before the first assignment. */
  public static Assignments none(DocumentBlock block) {
    short[] topics = new short[block.tokenCount()];
    Arrays.fill(topics, GibbsSampler.NONE);
    return new Assignments(topics, new byte[0][]);
  }

  /** The topic of each token of the block; not a copy. */
  short[] topics() {
    return topics;
  }

  /** The kept samples of the block, oldest first; not a copy. */
  byte[][] samples() {
    return samples;
  }

  /** Bytes of the arrays, for those who watch the memory. */
  public long bytes() {
    return 2L * topics.length + Arrays.stream(samples).mapToLong(sample -> sample.length).sum();
  }
}
