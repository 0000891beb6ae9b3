package org.summitthemes.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring stems that together are one term, such as {@code united nations}.
 *
 * <p>A phrase is written with single spaces between its stems. Joining goes from left to right and
 * takes the longest phrase that begins at a stem; a stem belongs to one term only.
 */
public final class Phrases implements Serializable {
  private static final Phrases NONE = new Phrases(List.of());

  private final List<String> phrases;
  private transient volatile @Nullable Node root;

  private Phrases(Collection<String> phrases) {
    this.phrases = List.copyOf(phrases);
  }

  /** No phrases: every stem is a term. */
  public static Phrases none() {
    return NONE;
  }

  /** The given phrases; repeated ones count once. */
  public static Phrases of(Collection<String> phrases) {
    return new Phrases(new TreeSet<>(phrases));
  }

  /** These phrases and more. */
  public Phrases with(Collection<String> more) {
    SortedSet<String> all = new TreeSet<>(phrases);
    all.addAll(more);
    return new Phrases(all);
  }

  /** The phrases, sorted. */
  public List<String> list() {
    return phrases;
  }

  /** The terms of a sentence with these stems, in order. */
  public List<String> join(List<String> stems) {
    return join(stems, lengths(stems));
  }

  /**
   * The words of a sentence put together like the stems beside them.
   *
   * @param lengths number of words of every term, from {@link #lengths}
   */
  public static List<String> join(List<String> words, int[] lengths) {
    List<String> terms = new ArrayList<>(lengths.length);
    int start = 0;
    for (int length : lengths) {
      int end = start + length;
      terms.add(length == 1 ? words.get(start) : String.join(" ", words.subList(start, end)));
      start = end;
    }
    return terms;
  }

  /** The number of stems of every term of the sentence. */
  public int[] lengths(List<String> stems) {
    int[] lengths = new int[stems.size()];
    int terms = 0;
    for (int i = 0; i < stems.size(); i += lengths[terms++]) {
      lengths[terms] = longest(stems, i);
    }
    return Arrays.copyOf(lengths, terms);
  }

  private int longest(List<String> stems, int start) {
    int longest = 1;
    Node node = root().next.get(stems.get(start));
    for (int i = start + 1; node != null && i < stems.size(); i++) {
      node = node.next.get(stems.get(i));
      if (node != null && node.isPhrase) {
        longest = i + 1 - start;
      }
    }
    return longest;
  }

  private Node root() {
    Node known = root;
    if (known == null) {
      known = tree(phrases);
      root = known;
    }
    return known;
  }

  private static Node tree(List<String> phrases) {
    Node root = new Node();
    for (String phrase : phrases) {
      Node node = root;
      for (String stem : phrase.split(" ")) {
        node = node.next.computeIfAbsent(stem, key -> new Node());
      }
      node.isPhrase = true;
    }
    return root;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Phrases that && phrases.equals(that.phrases);
  }

  @Override
  public int hashCode() {
    return phrases.hashCode();
  }

  @Override
  public String toString() {
    return phrases.toString();
  }

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private boolean isPhrase;
  }
}
