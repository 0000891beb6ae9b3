package org.summitthemes.corpus;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.text.Normalizer;

/**
 * Brings the characters of a text into the form in which it is stored: composed (NFC), line feeds
 * for all line ends, plain spaces for all spaces, and nothing invisible.
 *
 * <p>C1 control characters (U+0080 to U+009F) are left over from windows-1252 text that was decoded
 * as Latin-1, so they become what windows-1252 means by them. Zero-width joiners stay where they
 * carry meaning, after letters of scripts other than Latin, Cyrillic and Greek.
 */
final class Characters {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int SOFT_HYPHEN = 0xAD;

  private Characters() {}

  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int previous = '\n';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      }

      int kept = c == SOFT_HYPHEN && endsLine(text, i) ? '-' : replacement(c, previous);
      if (kept >= 0) {
        out.appendCodePoint(kept);
        previous = kept;
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** The text cleaned, on one line, without doubled spaces. */
  static String oneLine(String text) {
    return collapse(clean(text).replace('\n', ' '));
  }

  /** The line without spaces at its ends and without doubled spaces. */
  static String collapse(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) {
        out.append(c);
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
  }

  private static boolean endsLine(String text, int i) {
    return i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r');
  }

  /** What stands for the character in the stored text; negative if nothing does. */
  private static int replacement(int c, int previous) {
    return switch (c) {
      case '\n', '\r', '\f', 0x0B, 0x85, 0x2028, 0x2029 -> '\n';
      case '\t' -> ' ';
      case 0x200C, 0x200D -> joins(previous) ? c : -1;
      default -> other(c);
    };
  }

  private static int other(int c) {
    if (c < 0x20 || c == 0x7F) {
      return -1;
    }

    if (c >= 0x80 && c < 0xA0) {
      return fromWindows1252(c);
    }

    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE, Character.CONTROL -> -1;
      default -> c;
    };
  }

  private static int fromWindows1252(int c) {
    char meant = new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0);
    return meant == '\uFFFD' || Character.isISOControl(meant) ? -1 : meant;
  }

  private static boolean joins(int previous) {
    UnicodeScript script = UnicodeScript.of(previous);
    return Character.isLetter(previous)
        && script != UnicodeScript.LATIN
        && script != UnicodeScript.CYRILLIC
        && script != UnicodeScript.GREEK;
  }
}
