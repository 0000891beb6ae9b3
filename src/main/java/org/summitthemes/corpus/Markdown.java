package org.summitthemes.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.WholeFileReader.Parsed;

/**
 * Markdown with optional YAML front matter.
 *
 * <p>Front matter stands between a first line {@code ---} and the next such line. If what stands
 * there is no YAML mapping, the document still loads, without it, and is flagged {@code
 * bad_front_matter}: a broken header says nothing about the text below. If no second line closes
 * it, the first one is an ordinary rule.
 *
 * <p>Headings become lines of their own. The first one, if nothing but white space stands before
 * it, is the document's heading. Marks inside lines are the business of {@link Markup}.
 */
final class Markdown {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\s*---[ \\t]*\\R(.{0,65536}?)^(?:---|\\.\\.\\.)[ \\t]*$", flags());
  private static final Pattern HEADING =
      Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*)$", Pattern.MULTILINE);
  private static final Pattern QUOTE = Pattern.compile("^ {0,3}>[> ]*+", Pattern.MULTILINE);
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,40}\\]:?");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!~>-])");
  private static final Pattern SINGLE_EMPHASIS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}*_\\\\])([*_])(?=\\S)((?:[^*_\\n]|\\n(?!\\n)){1,500}?)(?<=[^\\s\\\\])\\1(?![\\p{L}\\p{N}*_])");

  /** The beginning of emphasis that ends in another paragraph or nowhere. */
  private static final Pattern OPENED = Pattern.compile("^\\*(?=\\p{L})", Pattern.MULTILINE);

  private Markdown() {}

  static Parsed parse(String text) {
    String normalized = Characters.clean(text);
    Matcher matcher = FRONT_MATTER.matcher(normalized);
    if (!matcher.find()) {
      return parsed(normalized, Details.NONE, List.of());
    }

    String body = normalized.substring(matcher.end());
    Optional<JsonNode> mapping = KeyValues.yaml(matcher.group(1));
    return mapping.isPresent()
        ? parsed(body, KeyValues.details(mapping.get(), Origin.FRONT_MATTER), List.of())
        : parsed(body, Details.NONE, List.of("bad_front_matter"));
  }

  private static Parsed parsed(String body, Details details, List<String> flags) {
    Matcher heading = HEADING.matcher(body);
    boolean first = heading.find() && body.substring(0, heading.start()).isBlank();
    String title = first ? plain(words(heading)) : null;
    String rest = first ? body.substring(heading.end()) : body;
    return new Parsed(plain(rest), blankToNull(title), details, flags);
  }

  /** The heading without the number signs that may close it. */
  private static String words(MatchResult heading) {
    String line = heading.group(1).stripTrailing();
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '#' || line.charAt(end - 1) == ' ')) {
      end--;
    }
    return line.substring(0, end);
  }

  private static String plain(String text) {
    String headings =
        HEADING
            .matcher(text)
            .replaceAll(heading -> Matcher.quoteReplacement("\n" + words(heading) + "\n"));
    String quotes = QUOTE.matcher(headings).replaceAll("");
    String notes = FOOTNOTE.matcher(quotes).replaceAll("");
    String strong = Emphasis.allStrongMarksDropped(Markup.plain(notes));
    String emphasis = SINGLE_EMPHASIS.matcher(strong).replaceAll("$2");
    String marks = OPENED.matcher(emphasis).replaceAll("");
    return ESCAPE.matcher(marks).replaceAll("$1");
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
