package org.summitthemes.corpus;

import java.util.regex.Pattern;

/**
 * What printers put at the head and foot of pages: page numbers, and in official records of the
 * United Nations job numbers ({@code 09-52604}), symbols ({@code A/70/PV.20}) and dates beside
 * them. Text taken from pages has them on lines of their own or before the first words of a page.
 */
final class PageMarks {
  /** Stands for a line that was nothing but marks: here a page ended. Blank. */
  static final String BREAK = "\f";

  private static final String JOB = "\\d{2}-\\d{5}(?: ?\\([A-Z]\\))?";
  private static final String PAGE = "\\d{1,3}(?:/\\d{1,3})?";
  private static final String SYMBOL = "A/(?:\\d{1,2}/)?PV\\. ?\\d{1,4}";
  private static final String DAY = "\\d{2}/\\d{2}/\\d{4}";
  private static final String MARKS =
      "(?:"
          + String.join(
              "|",
              PAGE + " " + JOB,
              JOB + " " + PAGE,
              JOB,
              SYMBOL + " " + DAY,
              DAY + " " + SYMBOL,
              SYMBOL)
          + ")";
  private static final Pattern LONE_NUMBER =
      Vocabulary.pattern(
          "^[\\[(\\-–—*. ]{0,4}(?:page |p\\. ?|стр\\. ?)?\\d{1,3}(?: ?(?:/|of) ?\\d{1,3})?[\\])\\-–—*. ]{0,4}$");
  private static final Pattern LONE = Pattern.compile("^" + MARKS + "$");
  private static final Pattern LEADING = Pattern.compile("^" + MARKS + " (?=[\\p{L}“\"(])");
  private static final Pattern TRAILING =
      Pattern.compile("(?<=[\\p{L},;.]) (?:" + PAGE + " " + JOB + "|" + JOB + " " + PAGE + ")$");

  private PageMarks() {}

  /** The line without marks; {@link #BREAK} if nothing else is on it. */
  static String dropped(String line) {
    if (line.isEmpty() || !mayHold(line)) {
      return line;
    }

    boolean lone = LONE_NUMBER.matcher(line).matches() || LONE.matcher(line).matches();
    return lone ? BREAK : TRAILING.matcher(LEADING.matcher(line).replaceFirst("")).replaceFirst("");
  }

  private static boolean mayHold(String line) {
    return Character.isDigit(line.charAt(0))
        || Character.isDigit(line.charAt(line.length() - 1))
        || line.startsWith("A/")
        || line.length() <= 20;
  }
}
