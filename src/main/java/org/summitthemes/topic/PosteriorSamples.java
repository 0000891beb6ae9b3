package org.summitthemes.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the kept samples of a block, document by document.
 *
 * <p>A sample is the documents' counts one after the other; a document's are pairs (topic, tokens)
 * until the tokens add up to its length. A pair is a number, the topic followed by the bits of the
 * tokens less 1, and a second number only if these bits are too few: up to 32 topics a byte for
 * most pairs.
 */
public final class PosteriorSamples {
  private final DocumentBlock block;
  private final VarInts.Reader[] readers;
  private final int[][] counts;
  private final int bits;
  private int document;

  /** The samples of the block, from its first document on. */
  public PosteriorSamples(DocumentBlock block, Assignments assignments, int topics) {
    this.block = block;
    this.readers =
        Arrays.stream(assignments.samples())
            .map(VarInts.Reader::new)
            .toArray(VarInts.Reader[]::new);
    this.counts = new int[topics][readers.length];
    this.bits = bits(topics);
  }

  /** One sample: the documents' counts under the current assignment. */
  static byte[] encode(DocumentBlock block, short[] assigned, int topics) {
    var out = new VarInts.Writer(block.tokenCount() / 4);
    int[] counts = new int[topics];
    int bits = bits(topics);
    for (int d = 0; d < block.documents(); d++) {
      for (int i = block.start(d); i < block.end(d); i++) {
        counts[assigned[i]]++;
      }
      for (int i = block.start(d); i < block.end(d); i++) {
        int k = assigned[i];
        if (counts[k] > 0) {
          write(k, counts[k], bits, out);
          counts[k] = 0;
        }
      }
    }
    return out.toBytes();
  }

  /** Bits for the tokens: what a byte leaves beside the topic, at least one. */
  private static int bits(int topics) {
    return Math.max(1, 7 - (Integer.SIZE - Integer.numberOfLeadingZeros(topics - 1)));
  }

  private static void write(int topic, int tokens, int bits, VarInts.Writer out) {
    int most = (1 << bits) - 1;
    out.write(topic << bits | Math.min(tokens - 1, most));
    if (tokens - 1 >= most) {
      out.write(tokens - 1 - most);
    }
  }

  private int tokens(int pair, VarInts.Reader in) {
    int most = (1 << bits) - 1;
    int tokens = (pair & most) + 1;
    return tokens > most ? tokens + in.read() : tokens;
  }

  public boolean hasNext() {
    return document < block.documents();
  }

  /** The next document's topics, ascending; those that no sample has are left out. */
  public List<TopicTokens> next() {
    int length = block.length(document);
    for (int s = 0; s < readers.length; s++) {
      for (int left = length; left > 0; ) {
        int pair = readers[s].read();
        int k = pair >>> bits;
        counts[k][s] = tokens(pair, readers[s]);
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
