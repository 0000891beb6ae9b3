package org.summitthemes.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The words of a text: runs of letters, marks and digits, with the apostrophes, hyphens and full
 * stops inside them ({@code Kazakhstan's}, {@code co-operation}, {@code U.S}, {@code 6.5}, {@code
 * akorda.kz}). Scripts that put no space between words (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese) are cut with ICU's dictionaries.
 *
 * <p>Found in one pass; the indices count UTF-16 units.
 */
public final class Words {
  private static final int FIRST_UNSPACED = 0xE00;
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final String text;
  private int[] bounds = new int[64];
  private int size;

  private Words(String text) {
    this.text = text;
    scan();
  }

  /** The number of words in the text. */
  public static int count(String text) {
    return new Words(text).size / 2;
  }

  /** Start and end of every word, one after the other. */
  static int[] bounds(String text) {
    Words words = new Words(text);
    return Arrays.copyOf(words.bounds, words.size);
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isWordPart(c)) {
        i += Character.charCount(c);
      } else if (isUnspaced(c)) {
        i = unspacedRun(i);
      } else {
        int end = wordEnd(i);
        add(i, end);
        i = end;
      }
    }
  }

  private void add(int start, int end) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
    }
    bounds[size++] = start;
    bounds[size++] = end;
  }

  private int wordEnd(int start) {
    int acronym = acronymEnd(start);
    if (acronym > start) {
      return acronym;
    }

    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isSpacedWordPart(c) && !connects(i, c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** The end of letters with full stops between them, without the last stop; or the start. */
  private int acronymEnd(int start) {
    int end = start;
    int i = start;
    while (isLetter(i) && isStop(i + 1) && (isLetter(i + 2) || i > start)) {
      end = i + 1;
      i += 2;
    }
    boolean lastLetterAlone = i > start && isLetter(i) && !isWordPartAt(i + 1);
    return lastLetterAlone ? i + 1 : end > start + 1 ? end : start;
  }

  private boolean isLetter(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }

  private boolean isStop(int i) {
    return i < text.length() && text.charAt(i) == '.';
  }

  private boolean isWordPartAt(int i) {
    return i < text.length() && isWordPart(text.codePointAt(i));
  }

  /** Whether the character joins the parts of a word before and after it. */
  private boolean connects(int i, int c) {
    if (i + 1 >= text.length()) {
      return false;
    }

    int next = text.codePointAt(i + 1);
    if (c == '.' || c == ',') {
      return (Character.isDigit(text.charAt(i - 1)) && Character.isDigit(next))
          || (c == '.' && Character.isLetter(text.charAt(i - 1)) && Character.isLowerCase(next));
    }

    boolean connector =
        Chars.isApostrophe(c) || Chars.isHyphen(c) || c == 0xAD || c == 0x200C || c == 0x200D;
    return connector && isSpacedWordPart(next);
  }

  private int unspacedRun(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isUnspaced(c) && !Chars.isMark(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text.substring(start, end));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      add(start + from, start + to);
      from = to;
    }
    return end;
  }

  private static boolean isSpacedWordPart(int c) {
    return isWordPart(c) && !isUnspaced(c);
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || Chars.isMark(c);
  }

  private static boolean isUnspaced(int c) {
    return c >= FIRST_UNSPACED && UNSPACED.contains(UnicodeScript.of(c));
  }
}
