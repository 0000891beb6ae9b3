package org.summitthemes.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes lists of related items out of text that was copied from a page: a line such as {@code See
 * also}, then titles, each with a line that holds its date and nothing else. Without the dates it
 * could be a heading of the text, so it stays.
 */
final class SeeAlso {
  private static final Set<String> HEADINGS =
      Set.of(
          "see also",
          "read also",
          "related",
          "related news",
          "additional",
          "смотрите также",
          "читайте также",
          "ayrıca bakınız");
  private static final String DAY = "\\p{L}{3,12} \\d{1,2}";
  private static final String TO = " ?[-−–—] ?";
  private static final Pattern DATE =
      Pattern.compile(
          String.format(
              Locale.ROOT,
              "%1$s(?:%2$s(?:\\p{L}{3,12} )?\\d{1,2})?, \\d{4}|%1$s, \\d{4}%2$s%1$s, \\d{4}",
              DAY,
              TO));
  private static final int LONGEST_TITLE = 3;

  private SeeAlso() {}

  /** Empties the lines of such lists. */
  static void drop(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      int end = HEADINGS.contains(lines.get(i).toLowerCase(Locale.ROOT)) ? end(lines, i + 1) : i;
      if (end > i + 1) {
        lines.subList(i, end).replaceAll(line -> "");
      }
    }
  }

  /** Where the dated titles end that begin at a line. */
  private static int end(List<String> lines, int from) {
    int end = from;
    int titles = 0;
    for (int i = from; i < lines.size() && titles <= LONGEST_TITLE; i++) {
      if (titles > 0 && DATE.matcher(lines.get(i)).matches()) {
        end = i + 1;
        titles = 0;
      } else if (!lines.get(i).isBlank()) {
        titles++;
      }
    }
    return end;
  }
}
