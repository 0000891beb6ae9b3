package org.summitthemes.corpus;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the words by which names are found and copies compared: runs of letters, digits
 * and marks. Also apart: what follows an apostrophe ({@code NATO'nun}), an acronym glued to the
 * next word ({@code SCOSecretariat}); together: dotted capitals ({@code U.N.}) and {@code co-op…}.
 */
final class Words {
  private Words() {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isPart(c)) {
        i += Character.charCount(c);
        continue;
      }

      int end = dottedEnd(text, i);
      if (end < 0) {
        end = runEnd(text, i);
      }
      add(text, i, end, words);
      i = end;
    }
    return words;
  }

  /** Words as people count them: in scripts without spaces, two characters stand for a word. */
  static int count(String text) {
    int words = 0;
    int unspaced = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean part = isPart(c);
      if (part && isUnspaced(c)) {
        unspaced++;
        inWord = false;
      } else {
        boolean joins = inWord && (c == '\'' || c == '’' || c == '-');
        words += part && !inWord ? 1 : 0;
        inWord = part || joins;
      }
    }
    return words + (unspaced + 1) / 2;
  }

  /** Lower case without Latin diacritics, {@code ё} as {@code е}, British spellings American. */
  static String fold(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      i += Character.charCount(c);
      if (c != '-' && c != '.') {
        out.appendCodePoint(foldLetter(c));
      }
    }
    return american(out.toString());
  }

  private static int foldLetter(int c) {
    int lower = Character.toLowerCase(c);
    if (lower < 0x80) {
      return lower;
    }

    return switch (lower) {
      case 'ё' -> 'е';
      case 'ı' -> 'i';
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'ə' -> 'a';
      default -> withoutDiacritic(lower);
    };
  }

  private static int withoutDiacritic(int c) {
    if (c > 0x24F && (c < 0x1E00 || c > 0x1EFF)) {
      return c;
    }

    int base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    return base < 0x80 ? base : c;
  }

  private static String american(String word) {
    int at = word.indexOf("isation");
    return at > 2 ? word.substring(0, at) + "ization" + word.substring(at + 7) : word;
  }

  private static void add(String text, int start, int end, List<Word> words) {
    int cut = glue(text, start, end);
    if (cut > start) {
      words.add(word(text, start, cut));
      words.add(word(text, cut, end));
    } else {
      words.add(word(text, start, end));
    }
  }

  private static Word word(String text, int start, int end) {
    String surface = text.substring(start, end);
    return new Word(start, end, surface.indexOf('.') < 0 ? surface : surface.replace(".", ""));
  }

  /**
   * Where an acronym of three letters or more ends and a capitalized word begins; -1 if nowhere.
   */
  private static int glue(String text, int start, int end) {
    int i = start;
    while (i < end && Character.isUpperCase(text.charAt(i))) {
      i++;
    }
    int cut = i - 1;
    boolean glued =
        cut - start >= 3 && end - i >= 3 && i < end && Character.isLowerCase(text.charAt(i));
    return glued ? cut : -1;
  }

  private static int runEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isPart(c) && !isHyphenOfCooperation(text, start, i)) {
        return i;
      }

      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isHyphenOfCooperation(String text, int start, int i) {
    return i - start == 2
        && text.charAt(i) == '-'
        && text.regionMatches(true, start, "co-oper", 0, 7);
  }

  /** The end of dotted capitals such as {@code U.N.}, without a last dot; -1 if there are none. */
  private static int dottedEnd(String text, int start) {
    int i = start;
    int letters = 0;
    while (i < text.length() && Character.isUpperCase(text.charAt(i))) {
      letters++;
      boolean more =
          i + 2 < text.length() && text.charAt(i + 1) == '.' && isLoneCapital(text, i + 2);
      if (!more) {
        break;
      }

      i += 2;
    }
    return letters >= 2 ? i + 1 : -1;
  }

  private static boolean isLoneCapital(String text, int i) {
    return Character.isUpperCase(text.charAt(i))
        && (i + 1 == text.length() || !isPart(text.codePointAt(i + 1)));
  }

  private static boolean isPart(int c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }

    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** A word with its place in the text, in UTF-16 units. */
  record Word(int start, int end, String surface) {
    /** Forms under which the word may be filed. */
    java.util.Set<String> forms() {
      return WordForms.candidates(folded());
    }

    String folded() {
      return fold(surface);
    }

    boolean isCapitalized() {
      int first = surface.codePointAt(0);
      return Character.isUpperCase(first) || Character.isTitleCase(first) || isDigit(first);
    }

    /** At least one letter, and no small one. */
    boolean isCapitals() {
      boolean letter = false;
      for (int i = 0; i < surface.length(); i++) {
        char c = surface.charAt(i);
        if (Character.isLowerCase(c)) {
          return false;
        }

        letter |= Character.isLetter(c);
      }
      return letter;
    }

    private static boolean isDigit(int c) {
      return Character.isDigit(c);
    }
  }
}
