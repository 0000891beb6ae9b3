package org.summitthemes.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The paragraphs of a text.
 *
 * <p>A blank line always separates paragraphs. A single line break does so unless it only wraps a
 * long line:
 *
 * <ul>
 *   <li>In a text whose lines are hard-wrapped (many lines of nearly the same length that go on in
 *       the next line), a break ends a paragraph where a sentence ends and the next line is
 *       indented or its first word would have fitted, and after a short line that looks like a
 *       heading.
 *   <li>In any other text, a break inside a clause (no punctuation before it, and a function word
 *       before or a small letter after it) is a wrap, every other break ends a paragraph.
 *   <li>A line that begins with a bullet begins a paragraph.
 * </ul>
 */
final class Paragraphs {
  private static final int MIN_LINES = 5;
  private static final int MIN_WIDTH = 30;
  private static final int MAX_WIDTH = 140;
  private static final String BULLETS = "•▪●◦‣∙*";
  private static final String DASHES = "–—-";

  private final String text;
  private final StopWords stopWords;
  private final List<Line> lines;
  private final int width;
  private final boolean wrapped;

  private Paragraphs(String text, StopWords stopWords) {
    this.text = text;
    this.stopWords = stopWords;
    this.lines = lines(text);
    this.width = width(lines);
    this.wrapped = isWrapped();
  }

  /** The paragraphs in order as UTF-16 ranges, without the white space around them. */
  static List<Range> of(String text, StopWords stopWords) {
    return new Paragraphs(text, stopWords).ranges();
  }

  /** A range of UTF-16 indices. */
  record Range(int start, int end) {}

  private record Line(int start, int end, boolean indented, boolean afterBlank) {
    int length() {
      return end - start;
    }
  }

  private List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int start = lines.get(i).start;
      while (i + 1 < lines.size() && goesOn(lines.get(i), lines.get(i + 1))) {
        i++;
      }
      ranges.add(new Range(start, lines.get(i).end));
    }
    return ranges;
  }

  private boolean goesOn(Line line, Line next) {
    if (next.afterBlank || isItem(line, next)) {
      return false;
    }

    if (!wrapped) {
      return !endsClause(line) && (startsSmall(next) || endsWithFunctionWord(line));
    }

    boolean isShort = line.length() + 1 + firstWord(next) < 0.85 * width;
    return endsSentence(line)
        ? !isShort && !next.indented
        : !isShort || line.length() >= 0.6 * width || startsSmall(next);
  }

  /**
   * Lines are wrapped if at least half of those with a successor are nearly full and unfinished,
   * and many of the successors begin with a small letter, as words inside sentences do. Scripts
   * without small letters are judged by the lengths alone.
   */
  private boolean isWrapped() {
    if (lines.size() < MIN_LINES || width < MIN_WIDTH || width > MAX_WIDTH) {
      return false;
    }

    int pairs = 0;
    int full = 0;
    int cased = 0;
    int small = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (next.afterBlank) {
        continue;
      }

      pairs++;
      if (line.length() >= 0.7 * width && !endsSentence(line)) {
        full++;
        cased += hasCase(next) ? 1 : 0;
        small += startsSmall(next) ? 1 : 0;
      }
    }
    return pairs >= MIN_LINES - 1 && full >= 0.5 * pairs && small >= 0.4 * cased;
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    boolean afterBlank = false;
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Chars.isLineBreak(text.charAt(end))) {
        end++;
      }
      int from = start;
      int to = end;
      while (from < to && Chars.isSpace(text.charAt(from))) {
        from++;
      }
      while (to > from && Chars.isSpace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        lines.add(new Line(from, to, from > start, afterBlank));
      }
      afterBlank = from == to;
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return lines;
  }

  /** The 95th percentile of the lengths: the width of the page, but for outliers. */
  private static int width(List<Line> lines) {
    if (lines.isEmpty()) {
      return 0;
    }

    int[] lengths = lines.stream().mapToInt(Line::length).sorted().toArray();
    return lengths[Math.min(lengths.length - 1, lengths.length * 19 / 20)];
  }

  private boolean endsSentence(Line line) {
    char last = lastBeforeClosers(line);
    return Chars.isTerminal(last) || last == ':';
  }

  private boolean endsClause(Line line) {
    return endsSentence(line) || lastBeforeClosers(line) == ';';
  }

  private char lastBeforeClosers(Line line) {
    int last = line.end - 1;
    while (last > line.start && Chars.isCloser(text.charAt(last))) {
      last--;
    }
    return text.charAt(last);
  }

  private boolean startsSmall(Line line) {
    return Character.isLowerCase(text.codePointAt(line.start));
  }

  private boolean hasCase(Line line) {
    int c = text.codePointAt(line.start);
    return Character.isLowerCase(c) || Character.isUpperCase(c);
  }

  /** A dash begins an item unless it may as well stand inside a wrapped sentence. */
  private boolean isItem(Line line, Line next) {
    char first = text.charAt(next.start);
    return next.length() > 1
        && Chars.isSpace(text.charAt(next.start + 1))
        && (BULLETS.indexOf(first) >= 0
            || (DASHES.indexOf(first) >= 0 && (!wrapped || endsClause(line))));
  }

  private boolean endsWithFunctionWord(Line line) {
    int start = line.end;
    while (start > line.start && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, line.end);
    return start < line.end && Character.isLowerCase(word.charAt(0)) && stopWords.contains(word);
  }

  private int firstWord(Line line) {
    int end = line.start;
    while (end < line.end && !Chars.isSpace(text.charAt(end))) {
      end++;
    }
    return end - line.start;
  }

  /** The characters of the range with every white space as a plain space, indices kept. */
  static String flat(String text, Range range) {
    char[] chars = new char[range.end - range.start];
    text.getChars(range.start, range.end, chars, 0);
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] != ' ' && Chars.isSpace(chars[i])) {
        chars[i] = ' ';
      }
    }
    return new String(chars);
  }
}
