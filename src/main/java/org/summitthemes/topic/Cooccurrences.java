package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts in how many documents the top terms of each topic occur, alone and together; and tells
 * from that how coherent the topic is.
 *
 * <p>The coherence of a topic is the mean, over all pairs of its top terms, of the normalized
 * pointwise mutual information
 *
 * <pre>
 * NPMI(u, v) = ln(p(u, v) / (p(u) p(v))) / -ln p(u, v)
 * </pre>
 *
 * with p the share of the documents that contain the term, or both. It lies in [-1, 1]; 0 is what
 * independent terms have.
 *
 * <ul>
 *   <li>A pair that never occurs together has -1.
 *   <li>A pair that is in every document has 0.
 *   <li>A topic with fewer than two top terms, or no documents, has coherence 0.
 * </ul>
 *
 * <p>Reference: Lau, Newman, Baldwin, "Machine reading tea leaves", EACL 2014.
 */
public final class Cooccurrences implements Serializable {
  private static final int NONE = -1;

  private final int[][] topTerms;
  private final int[] slots;
  private final long[] single;
  private final long[][] pairs;
  private final long[] seenIn;
  private long documents;

  /**
   * @param topTerms the top terms of each topic; no term twice in a topic
   */
  public Cooccurrences(int[][] topTerms) {
    this.topTerms = Arrays.stream(topTerms).map(int[]::clone).toArray(int[][]::new);
    int[] watched =
        Arrays.stream(topTerms).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    this.slots = new int[watched.length == 0 ? 0 : watched[watched.length - 1] + 1];
    Arrays.fill(slots, NONE);
    IntStream.range(0, watched.length).forEach(slot -> slots[watched[slot]] = slot);
    this.single = new long[watched.length];
    this.seenIn = new long[watched.length];
    this.pairs =
        Arrays.stream(topTerms)
            .map(terms -> new long[terms.length * terms.length])
            .toArray(long[][]::new);
  }

  /** Counts the documents of a block. */
  public Cooccurrences add(DocumentBlock block) {
    for (int d = 0; d < block.documents(); d++) {
      add(block.tokens(), block.start(d), block.end(d));
    }
    return this;
  }

  /** Counts the document whose tokens are at the positions [from, to). */
  void add(int[] tokens, int from, int to) {
    documents++;
    boolean any = false;
    for (int i = from; i < to; i++) {
      int slot = tokens[i] < slots.length ? slots[tokens[i]] : NONE;
      if (slot != NONE && seenIn[slot] != documents) {
        seenIn[slot] = documents;
        single[slot]++;
        any = true;
      }
    }
    if (any) {
      addPairs();
    }
  }

  private void addPairs() {
    for (int k = 0; k < topTerms.length; k++) {
      int n = topTerms[k].length;
      for (int i = 0; i < n; i++) {
        if (isSeen(k, i)) {
          for (int j = i + 1; j < n; j++) {
            pairs[k][i * n + j] += isSeen(k, j) ? 1 : 0;
          }
        }
      }
    }
  }

  private boolean isSeen(int topic, int rank) {
    return seenIn[slots[topTerms[topic][rank]]] == documents;
  }

  /** Adds the counts of other documents for the same top terms. */
  public Cooccurrences add(Cooccurrences other) {
    require(Arrays.deepEquals(topTerms, other.topTerms), "the top terms differ");
    for (int i = 0; i < single.length; i++) {
      single[i] += other.single[i];
    }
    for (int k = 0; k < pairs.length; k++) {
      for (int i = 0; i < pairs[k].length; i++) {
        pairs[k][i] += other.pairs[k][i];
      }
    }
    documents += other.documents;
    return this;
  }

  /** The topic's coherence, in [-1, 1]. */
  public double npmi(int topic) {
    int n = topTerms[topic].length;
    if (n < 2 || documents == 0) {
      return 0;
    }

    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        sum +=
            npmi(
                single[slots[topTerms[topic][i]]],
                single[slots[topTerms[topic][j]]],
                pairs[topic][i * n + j],
                documents);
      }
    }
    return 2 * sum / ((double) n * (n - 1));
  }

  /** The normalized pointwise mutual information of two terms, from numbers of documents. */
  static double npmi(long left, long right, long both, long documents) {
    if (both == 0) {
      return -1;
    }
    if (both == documents) {
      return 0;
    }

    double joint = (double) both / documents;
    return StrictMath.log(joint * documents / left * documents / right) / -StrictMath.log(joint);
  }
}
