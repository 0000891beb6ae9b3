package org.summitthemes.text;

import java.util.Arrays;

/** The terms of a block's sentences, by number: stems, joined to phrases where they are some. */
public final class TermBlock {
  private final SentenceBlock block;
  private final int[] terms;
  private final int[] starts;
  private final int[] ends;

  private TermBlock(SentenceBlock block, int[] terms, int[] starts, int[] ends) {
    this.block = block;
    this.terms = terms;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * @param stems the stems that are known
   * @param phrases the phrases of these stems
   */
  public static TermBlock of(SentenceBlock block, Vocabulary stems, NumberedPhrases phrases) {
    int[] indices = block.indices(stems);
    int[] terms = new int[indices.length];
    int[] starts = new int[indices.length + 1];
    int[] ends = new int[block.size()];
    int n = 0;
    for (int sentence = 0; sentence < ends.length; sentence++) {
      int end = block.end(sentence);
      for (int i = block.start(sentence); i < end; n++) {
        long longest = phrases.longest(indices, i, end);
        terms[n] = (int) longest;
        starts[n] = i;
        i += (int) (longest >>> 32);
      }
      ends[sentence] = n;
    }
    starts[n] = indices.length;
    return new TermBlock(block, Arrays.copyOf(terms, n), Arrays.copyOf(starts, n + 1), ends);
  }

  /** The position of the sentence's first term. */
  public int start(int sentence) {
    return sentence == 0 ? 0 : ends[sentence - 1];
  }

  /** The position after the sentence's last term. */
  public int end(int sentence) {
    return ends[sentence];
  }

  /** The number of the term at the position; negative if it is an unknown stem. */
  public int term(int position) {
    return terms[position];
  }

  /** The surface form of the term at the position. */
  public String surface(int position) {
    return block.surface(starts[position], starts[position + 1]);
  }

  /** The number of terms, known or not. */
  public long length() {
    return terms.length;
  }

  /** The number of pairs of neighbours, of known terms or not. */
  public long pairs() {
    long pairs = 0;
    for (int sentence = 0; sentence < ends.length; sentence++) {
      pairs += Math.max(0, end(sentence) - start(sentence) - 1);
    }
    return pairs;
  }

  /** How often each known term occurs. */
  public KeyCounts termCounts() {
    long[] byTerm = new long[1 + Arrays.stream(terms).max().orElse(-1)];
    for (int term : terms) {
      if (term >= 0) {
        byTerm[term]++;
      }
    }
    return KeyCounts.ofDense(byTerm);
  }

  /** How often two terms, both of which are wanted, are neighbours, by {@link LongCounts#pair}. */
  public KeyCounts pairCounts(boolean[] wanted) {
    long[] keys = new long[terms.length];
    int n = 0;
    for (int sentence = 0; sentence < ends.length; sentence++) {
      for (int i = start(sentence) + 1; i < end(sentence); i++) {
        if (isWanted(terms[i - 1], wanted) && isWanted(terms[i], wanted)) {
          keys[n++] = LongCounts.pair(terms[i - 1], terms[i]);
        }
      }
    }
    return KeyCounts.of(keys, n);
  }

  private static boolean isWanted(int term, boolean[] wanted) {
    return term >= 0 && wanted[term];
  }
}
