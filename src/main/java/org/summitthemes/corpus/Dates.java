package org.summitthemes.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.summitthemes.corpus.PartialDate.Precision;

/**
 * Reads dates as sources write them: ISO 8601 with or without time (the date as written counts,
 * whatever the zone), a month or a year alone, {@code 10 December 2020}, {@code December 10, 2020},
 * {@code 21 мая 2025 года}, {@code 21 Mayıs 2025}, {@code 2025 жылғы 21 мамыр}, {@code 21.05.2025},
 * {@code 1-Jan-96}. {@code 3/4/2020} is two dates and therefore none.
 */
final class Dates {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2199;

  private static final List<String> MONTHS =
      List.of(
          "january jan января январь ocak қаңтар",
          "february feb февраля февраль şubat ақпан",
          "march mar марта март mart наурыз",
          "april apr апреля апрель nisan сәуір",
          "may мая май mayıs мамыр",
          "june jun июня июнь haziran маусым",
          "july jul июля июль temmuz шілде",
          "august aug августа август ağustos тамыз",
          "september sep sept сентября сентябрь eylül қыркүйек",
          "october oct октября октябрь ekim қазан",
          "november nov ноября ноябрь kasım қараша",
          "december dec декабря декабрь aralık желтоқсан");
  private static final Map<String, Integer> MONTH_NUMBERS = monthNumbers();
  private static final String MONTH = "(" + String.join("|", longestFirst()) + ")\\b\\.?";

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?(?:[T ]\\d{1,2}:\\d{2}.{0,30})?");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0)?");
  private static final Pattern SLASHED_ISO =
      Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern MONTH_YEAR = compile(MONTH + ",?\\s+(\\d{4})");
  private static final String RANGE = "(?:\\s*[-–—]\\s*\\d{1,2})?";
  private static final Pattern DAY_MONTH =
      compile(
          "(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?"
              + RANGE
              + "[\\s-]+(?:of\\s+)?"
              + MONTH
              + "(?:,?[\\s-]+(\\d{4}|\\d{2}(?=$))(?!\\d))?");
  private static final Pattern MONTH_DAY =
      compile(
          MONTH
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\.\\d)"
              + RANGE
              + "(?:,?\\s+(\\d{4})(?!\\d))?");
  private static final Pattern KAZAKH =
      compile("(?<!\\d)(\\d{4})\\s+(?:жылғы|жылы|ж\\.)\\s+(\\d{1,2})" + "\\s+" + MONTH);
  private static final int PIVOT = 40;

  private Dates() {}

  /** A value that is a date and nothing else. */
  static Optional<PartialDate> parse(String value) {
    String text = value.strip();
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso.group(3) == null
          ? month(number(iso, 1), number(iso, 2))
          : day(number(iso, 1), number(iso, 2), number(iso, 3));
    }

    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return Optional.of(number(year, 1)).filter(Dates::isLegal).map(PartialDate::ofYear);
    }

    return parseNumbers(text).or(() -> parseWords(text));
  }

  private static Optional<PartialDate> parseNumbers(String text) {
    Matcher yearFirst = SLASHED_ISO.matcher(text);
    if (yearFirst.matches()) {
      return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
    }

    Matcher dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return day(number(dotted, 3), number(dotted, 2), number(dotted, 1));
    }

    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.matches()) {
      return Optional.empty();
    }

    int first = number(slashed, 1);
    int second = number(slashed, 2);
    int year = number(slashed, 3);
    if (first > 12 || first == second) {
      return day(year, second, first);
    }

    return second > 12 ? day(year, first, second) : Optional.empty();
  }

  private static Optional<PartialDate> parseWords(String text) {
    String bare =
        text.replaceAll("(?iu)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+", "")
            .replaceAll(
                "(?iu)[\\s,]+(?:(?:года|год|г)\\.?|\\d{1,2}:\\d{2}(?:\\s*[ap]\\.?m\\.?)?)$", "")
            .strip();
    for (Written written : written(bare)) {
      if (written.start() == 0 && written.end() == bare.length() && written.year() != 0) {
        return written.date(written.year());
      }
    }

    Matcher month = MONTH_YEAR.matcher(bare);
    return month.matches()
        ? month(number(month, 2), monthNumber(month.group(1)))
        : Optional.empty();
  }

  /** Whether the word is the name of a month. */
  static boolean isMonth(String word) {
    return monthNumber(word) > 0;
  }

  /** Days written with the month's name, with or without a year, in order. */
  static List<Written> written(String text) {
    List<Written> found = new ArrayList<>();
    collect(KAZAKH.matcher(text), 1, 3, 2, found);
    collect(DAY_MONTH.matcher(text), 3, 2, 1, found);
    collect(MONTH_DAY.matcher(text), 3, 1, 2, found);
    found.sort(
        java.util.Comparator.comparingInt(Written::start)
            .thenComparing(java.util.Comparator.comparingInt(Written::end).reversed()));
    List<Written> apart = new ArrayList<>();
    for (Written next : found) {
      if (apart.isEmpty() || next.start() >= apart.get(apart.size() - 1).end()) {
        apart.add(next);
      }
    }
    return apart;
  }

  private static void collect(
      Matcher matcher, int yearGroup, int monthGroup, int dayGroup, List<Written> found) {
    while (matcher.find()) {
      int year = matcher.group(yearGroup) == null ? 0 : fullYear(matcher.group(yearGroup));
      int month = monthNumber(matcher.group(monthGroup));
      found.add(
          new Written(matcher.start(), matcher.end(), year, month, number(matcher, dayGroup)));
    }
  }

  private static int fullYear(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }

    return year < PIVOT ? 2000 + year : 1900 + year;
  }

  private static Optional<PartialDate> day(int year, int month, int day) {
    try {
      return isLegal(year)
          ? Optional.of(PartialDate.ofDay(LocalDate.of(year, month, day)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> month(int year, int month) {
    return day(year, month, 1).map(date -> new PartialDate(date.firstDay(), Precision.MONTH));
  }

  private static boolean isLegal(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int monthNumber(String name) {
    return MONTH_NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static Map<String, Integer> monthNumbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String name : MONTHS.get(i).split(" ")) {
        numbers.put(name, i + 1);
      }
    }
    return Map.copyOf(numbers);
  }

  private static List<String> longestFirst() {
    return MONTH_NUMBERS.keySet().stream()
        .sorted(
            java.util.Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(java.util.Comparator.naturalOrder()))
        .toList();
  }

  private static Pattern compile(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** A day in a text, in UTF-16 units; {@code year} is 0 if the text gives none. */
  record Written(int start, int end, int year, int month, int day) {
    Optional<PartialDate> date(int inYear) {
      return Dates.day(inYear, month, day);
    }
  }
}
