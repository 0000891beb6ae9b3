package org.summitthemes.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the kept samples of a block, document by document.
 *
 * <p>A sample is the documents' counts one after the other; a document's are pairs (topic, tokens)
 * until the tokens add up to its length: about two bytes for each topic that the document has.
 */
public final class PosteriorSamples {
  private final DocumentBlock block;
  private final VarInts.Reader[] readers;
  private final int[][] counts;
  private int document;

  /** The samples of the block, from its first document on. */
  public PosteriorSamples(DocumentBlock block, Assignments assignments, int topics) {
    this.block = block;
    this.readers =
        Arrays.stream(assignments.samples())
            .map(VarInts.Reader::new)
            .toArray(VarInts.Reader[]::new);
    this.counts = new int[topics][readers.length];
  }

  /** One sample: the documents' counts under the current assignment. */
  static byte[] encode(DocumentBlock block, short[] assigned, int topics) {
    var out = new VarInts.Writer(block.tokenCount() / 2);
    int[] counts = new int[topics];
    for (int d = 0; d < block.documents(); d++) {
      for (int i = block.start(d); i < block.end(d); i++) {
        counts[assigned[i]]++;
      }
      for (int i = block.start(d); i < block.end(d); i++) {
        int k = assigned[i];
        if (counts[k] > 0) {
          out.write(k);
          out.write(counts[k]);
          counts[k] = 0;
        }
      }
    }
    return out.toBytes();
  }

  public boolean hasNext() {
    return document < block.documents();
  }

  /** The next document's topics, ascending; those that no sample has are left out. */
  public List<TopicTokens> next() {
    int length = block.length(document);
    for (int s = 0; s < readers.length; s++) {
      for (int left = length; left > 0; ) {
        int k = readers[s].read();
        counts[k][s] = readers[s].read();
        left -= counts[k][s];
      }
    }
    document++;
    return drain(length);
  }

  private List<TopicTokens> drain(int length) {
    List<TopicTokens> topics = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      if (Arrays.stream(counts[k]).anyMatch(n -> n > 0)) {
        topics.add(new TopicTokens(k, counts[k], length));
        Arrays.fill(counts[k], 0);
      }
    }
    return topics;
  }
}
