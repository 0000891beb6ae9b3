package org.summitthemes.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word or a mark of punctuation in a sentence.
 *
 * @param surface as it stands
 * @param folded in lower case, apostrophes straight
 * @param start first UTF-16 unit
 * @param end UTF-16 unit behind the last
 * @param kind what it is
 */
record Token(String surface, String folded, int start, int end, Kind kind) {
  enum Kind {
    WORD,
    /** Commas and brackets, which phrases may run across. */
    WEAK,
    /** Colons, semicolons, dashes and ends of sentences. */
    STRONG,
    QUOTE
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isCapitalized() {
    return isWord() && Character.isUpperCase(surface.codePointAt(0));
  }

  /** The tokens of a sentence; {@code dotless} for languages whose I is the capital of ı. */
  static List<Token> of(String text, boolean dotless) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 2);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isPart(c)) {
        int end = wordEnd(text, next);
        String surface = text.substring(i, end);
        tokens.add(new Token(surface, fold(surface, dotless), i, end, Kind.WORD));
        i = end;
      } else {
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          String surface = text.substring(i, next);
          boolean inside = c == '.' && isInside(text, i, next);
          tokens.add(new Token(surface, surface, i, next, inside ? Kind.WEAK : kind(c)));
        }
        i = next;
      }
    }
    return tokens;
  }

  static String fold(String word, boolean dotless) {
    String plain = word.indexOf('’') < 0 ? word : word.replace('’', '\'');
    String dotted = plain.indexOf('İ') < 0 ? plain : plain.replace('İ', 'i');
    return (dotless ? dotted.replace('I', 'ı') : dotted).toLowerCase(Locale.ROOT);
  }

  /** Apostrophes and hyphens belong to the word if a letter follows. */
  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean inside =
          isPart(c) || (joins(c) && next < text.length() && isPart(text.codePointAt(next)));
      if (!inside) {
        return i;
      }

      i = next;
    }
    return i;
  }

  /** Whether a full stop belongs to initials such as {@code U.N.} or to a number. */
  private static boolean isInside(String text, int stop, int next) {
    boolean goesOn = next < text.length() && isPart(text.codePointAt(next));
    boolean initial =
        stop > 0
            && Character.isUpperCase(text.charAt(stop - 1))
            && (stop == 1 || !isPart(text.charAt(stop - 2)));
    return goesOn || (initial && next < text.length());
  }

  private static boolean isPart(int c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean joins(int c) {
    return c == '\'' || c == '’' || c == '-' || c == 0x2010 || c == 0x2011;
  }

  private static Kind kind(int c) {
    return switch (c) {
      case '.', '!', '?', ':', ';', '…', '—', '–' -> Kind.STRONG;
      case '"', '“', '”', '„', '«', '»', '‟' -> Kind.QUOTE;
      default -> Kind.WEAK;
    };
  }
}
