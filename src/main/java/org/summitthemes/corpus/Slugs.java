package org.summitthemes.corpus;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Readable keys of names and titles: small Latin letters, digits and hyphens. */
final class Slugs {
  private Slugs() {}

  /** The text as a key; empty if it holds no letter or digit. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : latin(text).toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (c != '\'' && c != '’' && !out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == '-' ? out.substring(0, end - 1) : out.toString();
  }

  /** The key cut at a word end so that it has at most so many characters. */
  static String of(String text, int longest) {
    String slug = of(text);
    if (slug.length() <= longest) {
      return slug;
    }

    int cut = slug.lastIndexOf('-', longest);
    return slug.substring(0, cut > 0 ? cut : longest);
  }

  private static String latin(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return ascii ? text : ToLatin.TRANSLITERATOR.transliterate(text);
  }

  private static final class ToLatin {
    static final Transliterator TRANSLITERATOR =
        Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }
}
