package org.summitthemes.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Phrases over the indices of stems. A term is a stem, by its index, or a phrase, by the number of
 * stems plus its position among the phrases. Phrases of unknown stems are left out.
 */
public final class NumberedPhrases implements Serializable {
  private final List<String> names = new ArrayList<>();
  private final LongCounts children = new LongCounts();
  private final List<Integer> phraseOfNode = new ArrayList<>();
  private final int stems;

  public NumberedPhrases(Phrases phrases, Vocabulary stems) {
    this.stems = stems.size();
    phraseOfNode.add(-1);
    phrases.list().forEach(phrase -> add(phrase, stems));
  }

  private void add(String phrase, Vocabulary vocabulary) {
    int[] parts = vocabulary.encode(List.of(phrase.split(" ")));
    if (parts.length < phrase.split(" ").length) {
      return;
    }

    int node = 0;
    for (int stem : parts) {
      node = childOrNew(node, stem);
    }
    phraseOfNode.set(node, names.size());
    names.add(phrase);
  }

  private int childOrNew(int node, int stem) {
    int child = child(node, stem);
    if (child == 0) {
      child = phraseOfNode.size();
      children.add(LongCounts.pair(node, stem), child);
      phraseOfNode.add(-1);
    }
    return child;
  }

  /** The number of stems and phrases. */
  public int terms() {
    return stems + names.size();
  }

  /** The name of a term that is a phrase. */
  public String phrase(int term) {
    return names.get(term - stems);
  }

  /**
   * The longest term that begins at the position {@code from}: its index, negative if it is an
   * unknown stem, and in the upper half its number of stems.
   */
  long longest(int[] indices, int from, int to) {
    long longest = pack(1, indices[from]);
    int node = indices[from] < 0 ? 0 : child(0, indices[from]);
    for (int i = from + 1; node != 0 && i < to; i++) {
      node = indices[i] < 0 ? 0 : child(node, indices[i]);
      if (node != 0 && phraseOfNode.get(node) >= 0) {
        longest = pack(i + 1 - from, stems + phraseOfNode.get(node));
      }
    }
    return longest;
  }

  /** The node that follows; 0, the root, if none does. */
  private int child(int node, int stem) {
    return (int) children.count(LongCounts.pair(node, stem));
  }

  private static long pack(int length, int term) {
    return (long) length << 32 | (term & 0xffffffffL);
  }
}
