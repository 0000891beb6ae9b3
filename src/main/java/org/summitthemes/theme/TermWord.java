package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a term.
 *
 * @param form what a word of the text must be: as written for a word in capitals, else in lower
 *     case
 * @param folded the form in lower case
 * @param prefix whether any ending may follow
 */
record TermWord(String form, String folded, boolean prefix) implements Serializable {

  /** The words of a term as it stands in the catalog, such as {@code "cease fire*"}. */
  static List<TermWord> of(String term, CaseFolding folding) {
    List<TermWord> words = new ArrayList<>();
    for (Word word : Word.of(term, folding)) {
      words.add(
          new TermWord(
              isCapitals(word.surface()) ? word.surface() : word.folded(),
              word.folded(),
              hasStar(term, word)));
    }
    return List.copyOf(words);
  }

  boolean matches(Word word) {
    String text = form.equals(folded) ? word.folded() : word.surface();
    return prefix ? text.startsWith(form) : text.equals(form);
  }

  private static boolean hasStar(String term, Word word) {
    int end = term.offsetByCodePoints(0, word.end());
    return end < term.length() && term.charAt(end) == '*';
  }

  /** At least two letters, none of them in lower case: an abbreviation such as WTO. */
  private static boolean isCapitals(String word) {
    return word.codePoints().filter(Character::isUpperCase).count() >= 2
        && word.codePoints().noneMatch(Character::isLowerCase);
  }
}
