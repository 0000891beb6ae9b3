package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text: a maximal run of letters, digits and combining marks.
 *
 * @param surface the word as it stands
 * @param folded the word in lower case, by the rules of the text's language
 * @param start first code point, inclusive
 * @param end last code point, exclusive
 * @param joined whether nothing but white space, hyphens or apostrophes stands between the word
 *     before and this one, so that both can belong to one phrase
 */
record Word(String surface, String folded, int start, int end, boolean joined) {

  /** The words of a text, in order. */
  static List<Word> of(String text, CaseFolding folding) {
    List<Word> words = new ArrayList<>();
    boolean joined = true;
    int codePoints = 0;
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      if (end == i) {
        int codePoint = text.codePointAt(i);
        joined &= joins(codePoint);
        i += Character.charCount(codePoint);
        codePoints++;
      } else {
        String surface = text.substring(i, end);
        int length = surface.codePointCount(0, surface.length());
        words.add(
            new Word(surface, folding.fold(surface), codePoints, codePoints + length, joined));
        joined = true;
        codePoints += length;
        i = end;
      }
    }
    return words;
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && isWordPart(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /** White space, hyphens (not dashes between clauses), soft hyphens and apostrophes. */
  private static boolean joins(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || switch (codePoint) {
          case '-', 0xAD, 0x2010, 0x2011, '\'', 0x2019, 0x02BC -> true;
          default -> false;
        };
  }
}
