package org.summitthemes.theme;

import java.io.Serializable;
import java.util.List;

/**
 * A term of a theme, or a phrase that never counts for it, ready to be matched.
 *
 * @param theme position of the theme in the catalog
 * @param text the term as it stands in the catalog
 * @param weight the term's weight; 0 for an exclusion
 * @param words its words
 * @param order position among all terms, which breaks ties
 */
record Term(int theme, String text, double weight, List<TermWord> words, int order)
    implements Serializable {

  boolean excludes() {
    return weight == 0;
  }

  long wildcards() {
    return words.stream().filter(TermWord::prefix).count();
  }
}
