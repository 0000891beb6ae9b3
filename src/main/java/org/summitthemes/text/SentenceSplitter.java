package org.summitthemes.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.summitthemes.text.Abbreviations.Kind;
import org.summitthemes.text.Paragraphs.Range;

/**
 * Cuts texts of one language into sentences.
 *
 * <p>The candidates are Unicode's sentence boundaries (UAX 29) inside each paragraph. Dropped are
 * those after abbreviations and initials and before small letters; added are those where the space
 * after a full stop is missing. Closing quotation marks and brackets stay with their sentence;
 * numbers of paragraphs and other pieces without letters join the sentence they stand before. A
 * line of its own without a full stop, such as a heading, is a sentence.
 *
 * <p>The sentences are in order, do not overlap, begin and end with something other than white
 * space, and together hold everything that is not white space.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class SentenceSplitter {
  private static final int LONGEST_DOMAIN_ENDING = 3;
  private static final int LONGEST_ENUMERATOR = 8;

  /** How far is looked for an address or a word, so that the time stays linear in any text. */
  private static final int LONGEST_ADDRESS = 200;

  private static final int LONGEST_WORD = 40;
  private static final Pattern ITEM = Pattern.compile(" \\((\\p{L}|[ivxl]+)\\) ");
  private static final Pattern ENUMERATOR = Pattern.compile("\\(?(\\p{L}|[IVXL]+|[ivxl]+)[.)]+ *");

  private final BreakIterator boundaries;
  private final Abbreviations abbreviations;
  private final StopWords stopWords;
  private final LowerCase lowerCase;

  /** For texts of the language, a BCP 47 tag. */
  public SentenceSplitter(String language) {
    boundaries = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
    abbreviations = Abbreviations.of(Languages.primary(language));
    stopWords = StopWords.of(language);
    lowerCase = LowerCase.of(language);
  }

  /** The sentences of the text in order. */
  public static List<Span> split(String text, String language) {
    return new SentenceSplitter(language).paragraphs(text).stream().flatMap(List::stream).toList();
  }

  /** The sentences of the text in order, by paragraph. No paragraph is empty. */
  public List<List<Span>> paragraphs(String text) {
    CodePoints codePoints = new CodePoints(text);
    List<List<Span>> paragraphs = new ArrayList<>();
    for (Range range : Paragraphs.of(text, stopWords)) {
      paragraphs.add(sentences(text, range, codePoints));
    }
    return paragraphs;
  }

  private List<Span> sentences(String text, Range range, CodePoints codePoints) {
    String paragraph = Paragraphs.flat(text, range);
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int cut : cuts(paragraph)) {
      int end = cut;
      while (paragraph.charAt(end - 1) == ' ') {
        end--;
      }
      sentences.add(codePoints.span(range.start() + start, range.start() + end));
      start = cut;
    }
    return sentences;
  }

  /** Where sentences begin but for the first, and the end of the paragraph. */
  private List<Integer> cuts(String paragraph) {
    Cuts cuts = new Cuts(paragraph);
    int searched = 0;
    boundaries.setText(paragraph);
    for (int next = boundaries.next(); next != BreakIterator.DONE; next = boundaries.next()) {
      for (int i = searched; i < next; i++) {
        int missed = Chars.isTerminal(paragraph.charAt(i)) ? missedCut(paragraph, i) : -1;
        if (missed < next && cuts.canAdd(missed)) {
          cuts.add(missed);
        }
      }
      searched = next;
      int cut = afterClosers(paragraph, next);
      if (cuts.canAdd(cut) && isSentenceEnd(paragraph, cut)) {
        cuts.add(cut);
      }
    }
    return cuts.toTheEnd();
  }

  /** The cuts of a paragraph: each leaves a letter before and after it. */
  private static final class Cuts {
    private final String paragraph;
    private final int lastLetter;
    private final List<Integer> cuts = new ArrayList<>();
    private int start;
    private int firstLetter;

    Cuts(String paragraph) {
      this.paragraph = paragraph;
      int last = paragraph.length() - 1;
      while (last >= 0 && !isLetter(paragraph, last)) {
        last--;
      }
      lastLetter = last;
      seekLetter();
    }

    /** Whether the piece is more than a number or letter that counts paragraphs. */
    boolean canAdd(int cut) {
      return firstLetter < cut && cut <= lastLetter && !isEnumerator(paragraph, start, cut);
    }

    void add(int cut) {
      cuts.add(cut);
      start = cut;
      seekLetter();
    }

    List<Integer> toTheEnd() {
      cuts.add(paragraph.length());
      return cuts;
    }

    private void seekLetter() {
      firstLetter = Math.max(firstLetter, start);
      while (firstLetter < lastLetter && !isLetter(paragraph, firstLetter)) {
        firstLetter++;
      }
    }
  }

  private static boolean isEnumerator(String paragraph, int start, int end) {
    return end - start <= LONGEST_ENUMERATOR
        && ENUMERATOR.matcher(paragraph.substring(start, end)).matches();
  }

  private static boolean isLetter(String paragraph, int index) {
    char c = paragraph.charAt(index);
    return Character.isLetter(c) || Character.isLowSurrogate(c);
  }

  /** Moves a cut past quotation marks and brackets that can only close, and the spaces after. */
  private static int afterClosers(String paragraph, int cut) {
    int end = cut;
    while (end < paragraph.length() && closes(paragraph, end)) {
      end++;
    }
    if (end == cut) {
      return cut;
    }

    while (end < paragraph.length() && paragraph.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static boolean closes(String paragraph, int index) {
    char c = paragraph.charAt(index);
    if (!Chars.isCloser(c)) {
      return false;
    }

    boolean beforeWord =
        index + 1 < paragraph.length()
            && Character.isLetterOrDigit(paragraph.codePointAt(index + 1));
    boolean mayOpen = c == '"' || c == '\'' || c == '’';
    return !mayOpen || !beforeWord;
  }

  private boolean isSentenceEnd(String paragraph, int cut) {
    int letter = firstLetter(paragraph, cut);
    if (letter < 0 || Character.isLowerCase(paragraph.codePointAt(letter))) {
      return letter < 0;
    }

    int terminal = terminalBefore(paragraph, cut);
    return terminal < 0
        || paragraph.charAt(terminal) != '.'
        || endsSentence(paragraph, terminal, cut, letter);
  }

  /** Whether a full stop ends a sentence and not only an abbreviation or an initial. */
  private boolean endsSentence(String paragraph, int stop, int next, int letter) {
    String word = wordBefore(paragraph, stop);
    if (word.isEmpty()) {
      return true;
    }

    Kind kind = abbreviations.kindOf(word);
    if (kind == Kind.GOES_ON) {
      return false;
    }

    boolean numberFollows = Character.isDigit(paragraph.charAt(next));
    if (kind == Kind.BEFORE_NUMBER && numberFollows) {
      return false;
    }

    boolean canGoOn = kind == Kind.MAY_END || isInitials(word);
    return !canGoOn || (!numberFollows && startsLikeSentence(paragraph, next, letter));
  }

  /** After a word that may or may not end a sentence, a capitalized function word begins one. */
  private boolean startsLikeSentence(String paragraph, int next, int letter) {
    String word = wordAt(paragraph, letter);
    boolean isInitial = paragraph.startsWith(".", letter + word.length());
    return letter - next <= 1 && !isInitial && stopWords.contains(word);
  }

  /** A single capital, or letters with full stops between them. */
  private static boolean isInitials(String word) {
    int last = word.length() - 1;
    return last == 0
        ? Character.isUpperCase(word.charAt(0))
        : word.charAt(last - 1) == '.' && Character.isLetter(word.charAt(last));
  }

  /**
   * Where a sentence begins after the terminal although Unicode sees none: before an item, or right
   * after the terminal, if only the space is missing there: a small letter or a number before, a
   * capitalized word after, and no address or name of a host.
   */
  private int missedCut(String paragraph, int terminal) {
    if (startsItem(paragraph, terminal + 1)) {
      return terminal + 2;
    }

    int next = terminal + 1;
    boolean ellipsis = paragraph.charAt(terminal) == '…';
    while (next < paragraph.length()
        && (Chars.isCloser(paragraph.charAt(next))
            || (ellipsis && paragraph.charAt(next) == ' '))) {
      next++;
    }
    boolean startsWord =
        next + 1 < paragraph.length()
            && Character.isUpperCase(paragraph.charAt(next))
            && !Character.isUpperCase(paragraph.charAt(next + 1))
            && paragraph.charAt(next + 1) != '.';
    return startsWord
            && (ellipsis || isFreeStop(paragraph, terminal, next))
            && !isInAddress(paragraph, terminal)
        ? next
        : -1;
  }

  /** Whether an item follows, as in " (b) ", where Unicode sees a sentence going on. */
  private static boolean startsItem(String paragraph, int start) {
    return paragraph.startsWith(" (", start)
        && ITEM.matcher(paragraph).region(start, paragraph.length()).lookingAt();
  }

  private boolean isFreeStop(String paragraph, int stop, int next) {
    if (stop == 0) {
      return false;
    }

    char before = paragraph.charAt(stop - 1);
    String left = wordBefore(paragraph, stop);
    String right = wordAt(paragraph, next);
    boolean leftEnds =
        Character.isLowerCase(before)
            ? left.length() > 2 && abbreviations.kindOf(left) == null
            : Character.isDigit(before) || before == '%' || Chars.isCloser(before);
    return leftEnds && (right.length() > LONGEST_DOMAIN_ENDING || stopWords.contains(right));
  }

  private static boolean isInAddress(String paragraph, int index) {
    int start = index;
    while (start > 0 && index - start < LONGEST_ADDRESS && paragraph.charAt(start - 1) != ' ') {
      start--;
    }
    int end = Math.min(paragraph.length(), index + LONGEST_ADDRESS);
    for (int i = start; i < end && paragraph.charAt(i) != ' '; i++) {
      char c = paragraph.charAt(i);
      if (c == '@' || c == '/' || c == '\\' || c == '=') {
        return true;
      }
    }
    return paragraph.regionMatches(true, start, "www.", 0, 4);
  }

  private static int firstLetter(String paragraph, int from) {
    for (int i = from; i < paragraph.length(); i++) {
      if (Character.isLetterOrDigit(paragraph.charAt(i))
          || Character.isHighSurrogate(paragraph.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The terminal that ends the piece before the cut; negative if it ends otherwise. */
  private static int terminalBefore(String paragraph, int cut) {
    int last = cut - 1;
    while (last >= 0 && (paragraph.charAt(last) == ' ' || Chars.isCloser(paragraph.charAt(last)))) {
      last--;
    }
    return last >= 0 && Chars.isTerminal(paragraph.charAt(last)) ? last : -1;
  }

  /** The word before a full stop with the full stops and hyphens inside it. */
  private static String wordBefore(String paragraph, int stop) {
    int start = stop;
    int first = Math.max(0, stop - LONGEST_WORD);
    while (start > first && isAbbreviating(paragraph.charAt(start - 1))) {
      start--;
    }
    while (start < stop && !Character.isLetter(paragraph.charAt(start))) {
      start++;
    }
    return paragraph.substring(start, stop);
  }

  private static boolean isAbbreviating(char c) {
    return c == '.' || c == '-' || Character.isLetter(c);
  }

  private String wordAt(String paragraph, int start) {
    int end = start;
    int last = Math.min(paragraph.length(), start + LONGEST_WORD);
    while (end < last
        && (Character.isLetterOrDigit(paragraph.charAt(end))
            || Chars.isApostrophe(paragraph.charAt(end)))) {
      end++;
    }
    return lowerCase.apply(paragraph.substring(start, end));
  }
}
