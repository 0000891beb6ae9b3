package org.summitthemes.corpus;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Finds pairs of the marks of strong print in Markdown: {@code **}, {@code ***}, {@code __} and
 * {@code ___}.
 *
 * <p>A mark opens if something follows it directly and closes if something stands directly before
 * it. A closing mark belongs to the last one of its kind that opened on its line. Longer runs are
 * rules or forms to fill in, and stay.
 *
 * <p>In a Markdown file, where an asterisk that is meant must be escaped, others go as well: those
 * that a line break or a paragraph's end parts from their partner, or a space from their words.
 */
final class Emphasis {
  private static final int LONGEST = 2000;

  /**
   * Two asterisks or more, but not for letters left out: within a word, or three after one or two.
   */
  private static final Pattern ASTERISKS =
      Pattern.compile(
          "(?<![\\\\*])(?:(?<![\\p{L}])\\*{2,8}+|(?<=\\p{L}{3})\\*{3,8}+(?!\\p{L})|\\*{2}+(?![*\\p{L}]))");

  private Emphasis() {}

  /** The text of a Markdown file without strong marks, paired or not. */
  static String allStrongMarksDropped(String text) {
    return ASTERISKS.matcher(strongMarksDropped(text)).replaceAll("");
  }

  /** The text without the marks that come in pairs. */
  static String strongMarksDropped(String text) {
    BitSet dropped = pairs(text);
    if (dropped.isEmpty()) {
      return text;
    }

    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = dropped.nextSetBit(i);
      int to = end < 0 ? text.length() : end;
      out.append(text, i, to);
      i = dropped.nextClearBit(to);
    }
    return out.toString();
  }

  /** The places of all characters that belong to a pair. */
  private static BitSet pairs(String text) {
    BitSet found = new BitSet();
    int[] opened = {-1, -1, -1, -1};
    int line = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '\n') {
        line = i + 1;
      }

      int length = c == '*' || c == '_' ? run(text, i) : 1;
      if (length == 2 || length == 3) {
        pair(text, i, length, line, opened, found);
      }
      i += length;
    }
    return found;
  }

  private static void pair(String text, int at, int length, int line, int[] opened, BitSet found) {
    int kind = (text.charAt(at) == '*' ? 0 : 2) + length - 2;
    int start = opened[kind];
    boolean closes = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    if (closes && start >= line && at - start <= LONGEST) {
      found.set(start, start + length);
      found.set(at, at + length);
      opened[kind] = -1;
    } else if (at + length < text.length() && !Character.isWhitespace(text.charAt(at + length))) {
      opened[kind] = at;
    }
  }

  private static int run(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == text.charAt(at)) {
      end++;
    }
    return end - at;
  }
}
