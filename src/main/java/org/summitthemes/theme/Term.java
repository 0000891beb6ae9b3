package org.summitthemes.theme;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of a theme, or a phrase that never counts for it, ready to be matched.
 *
 * @param theme position of the theme in the catalog
 * @param text the term as it stands in the catalog
 * @param weight the term's weight; 0 for an exclusion
 * @param words its words
 * @param order position among all terms of its language, which breaks ties
 */
record Term(int theme, String text, double weight, List<TermWord> words, int order)
    implements Serializable, Comparable<Term> {
  private static final double PLAIN = 1;

  /** The catalog's order. */
  @Override
  public int compareTo(Term other) {
    return Integer.compare(order, other.order);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Term term && order == term.order && text.equals(term.text);
  }

  @Override
  public int hashCode() {
    return order;
  }

  /** Whether it alone speaks plainly for its theme. */
  boolean isPlain() {
    return weight >= PLAIN;
  }

  boolean excludes() {
    return weight == 0;
  }

  long wildcards() {
    return words.stream().filter(TermWord::prefix).count();
  }
}
