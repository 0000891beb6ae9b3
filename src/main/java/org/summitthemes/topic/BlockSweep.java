package org.summitthemes.topic;

/**
 * One sweep over one block. Documents don't depend on each other within a sweep, so that a thread
 * that is done with its own block can take part in the slower ones.
 */
final class BlockSweep {
  /** Documents of a slice: about a millisecond's work. */
  private static final int SLICE = 512;

  private final DocumentBlock block;
  private final TopicTable table;
  private final long seed;
  private final int sweep;
  private final short[] topics;
  private final Slices slices;

  /**
   * @param topics the topic of each token, which the sweep replaces in place
   */
  BlockSweep(DocumentBlock block, TopicTable table, long seed, int sweep, short[] topics) {
    this.block = block;
    this.table = table;
    this.seed = seed;
    this.sweep = sweep;
    this.topics = topics;
    this.slices = new Slices((block.documents() + SLICE - 1) / SLICE);
  }

  /** Samples documents as long as there are any that nobody has taken. */
  void help() {
    var sampler = new GibbsSampler(table);
    var random = RandomStream.of(seed, sweep);
    slices.help(
        slice -> {
          int end = Math.min(block.documents(), (slice + 1) * SLICE);
          for (int d = slice * SLICE; d < end; d++) {
            random.restart(block.key(d));
            sampler.sample(block.tokens(), topics, block.start(d), block.end(d), random);
          }
        });
  }

  /** The topic of each token, once all documents are sampled. */
  short[] topics() {
    slices.await();
    return topics;
  }
}
