package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stored text out of a document's text.
 *
 * <p>In this order: characters ({@link Characters}), remains of markup ({@link Markup}), marks of
 * pages ({@link PageMarks}), lines that are navigation, lists of related items ({@link SeeAlso}),
 * date lines at the head, the heading, hyphens at line ends and line breaks ({@link Paragraphs}),
 * numbers of paragraphs ({@link ParagraphNumbers}), and hyphens left inside of words ({@link
 * BrokenWords}).
 */
final class TextCleaner {
  private static final Set<String> NAVIGATION =
      Set.of(
          "breaking news",
          "latest news",
          "news",
          "top news",
          "events",
          "home",
          "main",
          "main page",
          "menu",
          "search",
          "share",
          "share this",
          "share:",
          "tweet",
          "print",
          "print version",
          "version for print",
          "version for printing",
          "back",
          "back to top",
          "read more",
          "read also",
          "more news",
          "subscribe",
          "skip to content",
          "skip to main content",
          "facebook",
          "twitter",
          "telegram",
          "whatsapp",
          "instagram",
          "youtube",
          "linkedin",
          "email",
          "copy link",
          "copied",
          "photo",
          "photos",
          "video",
          "gallery",
          "comments",
          "advertisement",
          "главная",
          "новости",
          "поделиться",
          "версия для печати",
          "подписаться",
          "меню",
          "поиск",
          "ana sayfa",
          "anasayfa",
          "haberler",
          "paylaş",
          "yazdır",
          "басты бет",
          "жаңалықтар",
          "бөлісу");
  private static final Pattern TRAIL =
      Vocabulary.pattern("^(?:home|main|главная|ana sayfa|басты бет) ?[>/»›|].{0,200}$");
  private static final Pattern PUBLISHED =
      Vocabulary.pattern(
          "^(?:date|published(?: on)?|publication date|posted(?: on)?|updated|дата|tarih)[ :\\-–]+(.{4,40})$");
  private static final Pattern NO_HEADING =
      Vocabulary.pattern(
          "^(?:mr\\.?|mrs\\.?|ms\\.?|mdm|madam|sir|his excellenc|her excellenc|your|excellenc|dear|ladies"
              + "|distinguished|hon|esteemed|colleagues|friends|president|first|bismil|praise"
              + "|i|we|may|allow|let|as|it|at|during|since|on|in|when|after|before|to"
              + "|уважаем|дорогие|дамы|господин|sayın|değerli|құрметті|қадірлі)(?![\\p{Ll}]{4}).*"
              + "|^[\\p{N}\\p{P}\\p{S}&&[^“\"«‘'(\\[]].*");

  /** A word after which a sentence goes on. */
  static final Pattern GOES_ON =
      Vocabulary.pattern(
          ".*(?<![\\p{L}])(?:the|a|an|of|and|or|to|for|on|in|by|with|from|at|as|that|which|its|our|his|her"
              + "|their|is|are|was|has|have|been|be|и|в|на|с|по|о|к|ve|ile|мен|және)$");

  private static final Pattern GLUED =
      Pattern.compile(
          "(?<=\\p{Ll})(?=(?:(?:Federal |Acting |First |Vice )?(?:President|Prime Minister|Chancellor)"
              + "|Secretary[- ]General|Foreign Minister|Minister of|King of|Emir of|Chairman of"
              + "|General Secretary|Head of|Director[- ]General)(?!\\p{L}))");

  private static final Pattern ADDRESS = Vocabulary.words(Vocabulary.ADDRESS);
  private static final int HEAD_LINES = 8;
  private static final int LONGEST_HEADING = 300;

  private TextCleaner() {}

  /**
   * Cleans a document.
   *
   * @param title its title if the source states one, or null
   */
  static CleanText clean(String raw, @Nullable String title) {
    List<String> lines = lines(Markup.plain(Characters.clean(raw)));
    SeeAlso.drop(lines);
    Head head = new Head(lines);
    head.takeDates();
    if (title == null) {
      head.takeHeading();
    } else {
      head.dropHeading(title);
    }
    return new CleanText(
        title == null ? head.title : title,
        head.published,
        head.dateline,
        BrokenWords.mended(ParagraphNumbers.dropped(Paragraphs.join(lines))));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String collapsed = unglued(PageMarks.dropped(Characters.collapse(line)));
      if (!isNavigation(collapsed)) {
        lines.add(collapsed);
      }
    }
    return lines;
  }

  /** A space between a name and the office that a hidden box put right behind it. */
  private static String unglued(String line) {
    for (int i = 1; i < line.length(); i++) {
      if (Character.isUpperCase(line.charAt(i)) && Character.isLowerCase(line.charAt(i - 1))) {
        return GLUED.matcher(line).replaceAll(" ");
      }
    }
    return line;
  }

  private static boolean isNavigation(String line) {
    return !line.isBlank()
        && line.length() <= 220
        && (NAVIGATION.contains(line.toLowerCase(Locale.ROOT)) || TRAIL.matcher(line).matches());
  }

  /** The lines above the text. */
  private static final class Head {
    private final List<String> lines;
    private @Nullable String title;
    private @Nullable PartialDate published;
    private @Nullable PartialDate dateline;

    Head(List<String> lines) {
      this.lines = lines;
    }

    /** Takes date lines out of the first lines. */
    void takeDates() {
      int seen = 0;
      for (int i = 0; i < lines.size() && seen < HEAD_LINES; i++) {
        String line = lines.get(i);
        if (line.isBlank()) {
          continue;
        }

        seen++;
        Matcher stated = PUBLISHED.matcher(line);
        Optional<PartialDate> publication =
            stated.matches() ? Dates.parse(stated.group(1)) : Optional.empty();
        if (publication.isPresent()) {
          published = published == null ? publication.get() : published;
          lines.set(i, "");
        } else if (line.length() <= 40 && dateline == null && !line.matches("\\d{1,4}")) {
          dateline = Dates.parse(line).orElse(null);
          lines.set(i, dateline == null ? line : "");
        }
      }
    }

    /**
     * Takes the heading and all lines before it. Of several headings the first that names a kind of
     * address counts ("Address of President …"), else the first.
     */
    void takeHeading() {
      List<Integer> headings = headings();
      if (headings.isEmpty()) {
        return;
      }

      int chosen =
          headings.stream()
              .filter(i -> ADDRESS.matcher(lines.get(i)).find())
              .findFirst()
              .orElse(headings.get(0));
      title = lines.get(chosen);
      lines.subList(0, chosen + 1).clear();
    }

    /** Drops the first line if it repeats the title and is not all there is. */
    void dropHeading(String stated) {
      int first = next(0);
      if (first < lines.size()
          && next(first + 1) < lines.size()
          && Words.fold(lines.get(first)).equals(Words.fold(stated))) {
        lines.set(first, "");
      }
    }

    private List<Integer> headings() {
      List<Integer> found = new ArrayList<>();
      int width = Paragraphs.width(lines);
      int i = next(0);
      while (i < lines.size() && found.size() < HEAD_LINES && isHeading(i, width)) {
        found.add(i);
        i = next(i + 1);
      }
      // A text of nothing but short lines has no heading: something must be left to read.
      return i < lines.size() ? found : List.of();
    }

    /** A line of its own that ends no sentence and is no salutation. */
    private boolean isHeading(int i, int width) {
      String line = lines.get(i);
      boolean apart = i + 1 < lines.size() && lines.get(i + 1).isBlank();
      return line.length() <= LONGEST_HEADING
          && (apart || width > Paragraphs.WIDEST_WRAP)
          && !".!;:,…-”\"»".contains(line.substring(line.length() - 1))
          && !Character.isLowerCase(line.codePointAt(0))
          && line.codePoints().anyMatch(Character::isLetter)
          && Words.count(line) >= 3
          && Words.count(line) <= 40
          && !GOES_ON.matcher(line).matches()
          && !NO_HEADING.matcher(line).matches()
          && !isCutSentence(i);
    }

    /** The next line goes on in small letters: this one was broken inside a sentence. */
    private boolean isCutSentence(int i) {
      int after = next(i + 1);
      return after < lines.size() && Character.isLowerCase(lines.get(after).codePointAt(0));
    }

    private int next(int from) {
      int i = from;
      while (i < lines.size() && lines.get(i).isBlank()) {
        i++;
      }
      return i;
    }
  }
}
