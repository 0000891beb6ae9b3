package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts each paragraph on one line.
 *
 * <p>A text of which a tenth of the lines is longer than {@link #WIDEST_WRAP} characters, or hardly
 * any longer than forty, has one paragraph a line. In others, lines were broken at a width: they
 * are joined until an empty line, a list item, or a line that ends a sentence well before the
 * width. In both, a line that ends inside a sentence (no mark at its end) is joined with the next
 * if that goes on in small letters, even across empty lines, for page breaks leave such; so is a
 * line that ends in a word like {@code of}. So is, whatever follows, the last line of a page that
 * ends inside a sentence; and, across empty lines, one that ends in a word like {@code of} or
 * between two words of a name ({@code United}, {@code Nations}), if the paragraph is no heading or
 * salutation by its length.
 *
 * <p>A hyphen at a line end goes if small letters follow, unless it belongs to the word: prefixes
 * such as {@code self-} keep it, and so do words that the text also writes with a hyphen inside a
 * line.
 */
final class Paragraphs {
  static final int WIDEST_WRAP = 140;

  private static final int LONGEST_WORD = 60;
  private static final int NARROWEST_WRAP = 40;
  private static final int NO_HEADING = 60;
  private static final double SHORT_LINE = 0.8;
  private static final double VERY_SHORT_LINE = 0.6;
  private static final Pattern ITEM =
      Pattern.compile("^(?:[-–—•*·▪◦] |\\(?\\p{Alnum}{1,3}[.)] ).*");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:;][”\"'’»)\\]]*$");
  private static final Pattern BROKEN_WORD = Pattern.compile("([\\p{L}-]+)-$");
  private static final Pattern LAST_NAME = Pattern.compile("(?<=\\p{Ll} )\\p{Lu}\\p{Ll}+$");
  private static final Pattern FIRST_WORD = Pattern.compile("^\\p{Lu}\\p{Ll}+");

  /** Words with which sentences begin and names hardly ever go on. */
  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "an",
          "we",
          "it",
          "this",
          "that",
          "these",
          "those",
          "in",
          "at",
          "on",
          "as",
          "for",
          "by",
          "from",
          "with",
          "to",
          "but",
          "and",
          "or",
          "if",
          "when",
          "while",
          "my",
          "our",
          "his",
          "her",
          "their",
          "its",
          "there",
          "here",
          "mr",
          "mrs",
          "ms",
          "madam",
          "sir",
          "excellencies",
          "now",
          "thus",
          "so",
          "he",
          "she",
          "they",
          "you",
          "your",
          "let",
          "may",
          "allow",
          "today",
          "indeed",
          "first",
          "second",
          "finally",
          "since",
          "after",
          "before",
          "during",
          "although",
          "however",
          "nor",
          "not",
          "no",
          "all",
          "some",
          "many",
          "what",
          "who",
          "how",
          "is",
          "are");

  private static final Set<String> KEEPING =
      Set.of(
          "self", "non", "anti", "ex", "so", "well", "long", "all", "half", "one", "two", "three",
          "four", "five", "vice", "северо", "юго");

  private Paragraphs() {}

  /** The length that nine of ten lines do not exceed. */
  static int width(List<String> lines) {
    int[] lengths =
        lines.stream().filter(line -> !line.isBlank()).mapToInt(String::length).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 9 / 10];
  }

  static String join(List<String> lines) {
    Set<String> hyphenated = hyphenated(lines);
    int width = width(lines);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    String last = "";
    boolean apart = false;
    boolean paged = false;
    for (String line : lines) {
      if (line.equals(PageMarks.BREAK)) {
        paged = true;
      } else if (line.isEmpty()) {
        apart = !open.isEmpty();
      } else {
        boolean goesOn =
            continues(last, line, apart, width)
                || ((apart || paged) && open.length() >= NO_HEADING && isCut(last, line, paged));
        if (!open.isEmpty() && !goesOn) {
          paragraphs.add(open.toString());
          open.setLength(0);
        }
        append(open, line, hyphenated);
        last = line;
        apart = false;
        paged = false;
      }
    }
    if (!open.isEmpty()) {
      paragraphs.add(open.toString());
    }
    return String.join("\n\n", paragraphs);
  }

  private static boolean continues(String last, String line, boolean apart, int width) {
    boolean ends = SENTENCE_END.matcher(last).matches();
    boolean small = Character.isLowerCase(line.codePointAt(0));
    if (!ends && small) {
      return true;
    }

    if (!apart && TextCleaner.GOES_ON.matcher(last).matches()) {
      return true;
    }

    boolean wrapped = width >= NARROWEST_WRAP && width <= WIDEST_WRAP;
    if (apart || !wrapped || ITEM.matcher(line).matches()) {
      return false;
    }

    return last.length() >= (ends ? SHORT_LINE : VERY_SHORT_LINE) * width;
  }

  /** Whether a sentence seems to go on from a line to one that stands apart. */
  private static boolean isCut(String last, String line, boolean paged) {
    char end = last.charAt(last.length() - 1);
    if (ITEM.matcher(line).matches() || !(Character.isLetter(end) || (paged && end == ','))) {
      return false;
    }

    return paged || TextCleaner.GOES_ON.matcher(last).matches() || isCutName(last, line);
  }

  private static boolean isCutName(String last, String line) {
    Matcher next = FIRST_WORD.matcher(line);
    return LAST_NAME.matcher(last).find()
        && next.find()
        && !OPENERS.contains(next.group().toLowerCase(Locale.ROOT));
  }

  private static void append(StringBuilder open, String line, Set<String> hyphenated) {
    if (open.isEmpty()) {
      open.append(line);
      return;
    }

    Matcher broken = BROKEN_WORD.matcher(lastToken(open));
    if (broken.find() && Character.isLowerCase(line.codePointAt(0))) {
      if (!keepsHyphen(broken.group(1), line, hyphenated)) {
        open.setLength(open.length() - 1);
      }
      open.append(line);
    } else {
      open.append(' ').append(line);
    }
  }

  private static boolean keepsHyphen(String start, String line, Set<String> hyphenated) {
    String first = start.substring(start.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
    if (KEEPING.contains(first)) {
      return true;
    }

    Matcher rest = Pattern.compile("^\\p{L}+").matcher(line);
    return rest.find() && hyphenated.contains(first + "-" + rest.group().toLowerCase(Locale.ROOT));
  }

  private static String lastToken(StringBuilder open) {
    int from = open.length();
    while (from > 0 && open.length() - from < LONGEST_WORD && open.charAt(from - 1) != ' ') {
      from--;
    }
    return open.substring(from);
  }

  /** Words that a line holds with a hyphen; none if no line ends in one. */
  private static Set<String> hyphenated(List<String> lines) {
    if (lines.stream().noneMatch(line -> line.endsWith("-"))) {
      return Set.of();
    }

    Set<String> found = new HashSet<>();
    for (String line : lines) {
      for (int at = line.indexOf('-'); at > 0; at = line.indexOf('-', at + 1)) {
        String word = wordAround(line, at);
        if (word.charAt(word.length() - 1) != '-') {
          found.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return found;
  }

  private static String wordAround(String line, int at) {
    int from = at;
    while (from > 0 && Character.isLetter(line.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < line.length() && Character.isLetter(line.charAt(to))) {
      to++;
    }
    return line.substring(from, to);
  }
}
