package org.summitthemes.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes remains of Markdown and HTML out of running text: links keep their words, strong marks and
 * well-known tags go, entities become their characters, struck-out words and the marks of headings
 * go. Anything less certain stays.
 *
 * <p>Whatever the text, the time is in proportion to its length: patterns hold no groups that
 * repeat, which would fill the stack, and none runs past the mark at which the next could begin.
 */
final class Markup {
  private static final int LONGEST_COMMENT = 20_000;
  private static final Pattern IMAGE =
      Pattern.compile("!\\[[^\\[\\]\\n]{0,500}+\\]\\([^)\\s\\[]{0,2000}+\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{0,500}+)\\]\\((?:https?:|/|#|mailto:)[^)\\s\\[]{0,2000}+\\)");
  private static final Pattern BARE_LINK =
      Pattern.compile("<(?:https?://|mailto:)[^<>\\s]{1,2000}+>");
  private static final Pattern RULE =
      Pattern.compile(
          "^ {0,3}(?:\\\\?\\* ?\\\\?\\* ?\\\\?\\*[* \\\\]*+|- ?- ?-[- ]*+|_ ?_ ?_[_ ]*+|= ?= ?=[= ]*+"
              + "|\\\\?# ?\\\\?# ?\\\\?#[# \\\\]*+)$",
          Pattern.MULTILINE);
  private static final Pattern BREAK =
      Pattern.compile(
          "<(?:br|hr|p|div|li|tr|h[1-6]|/p|/div|/li|/tr|/h[1-6])(?:\\s[^<>]{0,500})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DELETED =
      Pattern.compile("<(s|strike|del)>[^<>]{0,2000}+</\\1>", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING =
      Pattern.compile("^ {0,3}#{2,6} ++(?=[\\p{L}\\p{N}])", Pattern.MULTILINE);
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\(['\"])");
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:a|abbr|b|blockquote|center|cite|code|del|em|figcaption|figure|font|i|img|ins|ol|s|small|span|strike|strong|sub|sup|table"
              + "|tbody|td|th|u|ul)(?:\\s[^<>]{0,2000})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("hellip", "…"),
          Map.entry("shy", ""));

  private Markup() {}

  static String plain(String text) {
    String links = LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("$1");
    String headings = HEADING.matcher(RULE.matcher(links).replaceAll("")).replaceAll("");
    String quotes = ESCAPED_QUOTE.matcher(headings).replaceAll("$1");
    String strong = Emphasis.strongMarksDropped(quotes);
    if (strong.indexOf('<') < 0 && strong.indexOf('&') < 0) {
      return strong;
    }

    String said = DELETED.matcher(withoutComments(strong)).replaceAll("");
    String bare = BARE_LINK.matcher(said).replaceAll("");
    String tags = TAG.matcher(BREAK.matcher(bare).replaceAll("\n")).replaceAll("");
    return ENTITY.matcher(tags).replaceAll(Markup::character);
  }

  /** The text without HTML comments; what runs on for more than a page is none. */
  private static String withoutComments(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    int end = -1;
    for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", start + 4)) {
      end = end >= start + 4 ? end : text.indexOf("-->", start + 4);
      if (end < 0) {
        break;
      }

      if (start >= from && end - start <= LONGEST_COMMENT) {
        out.append(text, from, start);
        from = end + 3;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String character(MatchResult entity) {
    String named = entity.group(3);
    if (named != null) {
      String meant = ENTITIES.get(named.toLowerCase(Locale.ROOT));
      return java.util.regex.Matcher.quoteReplacement(meant == null ? entity.group() : meant);
    }

    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    boolean legal = Character.isValidCodePoint(code) && code >= 0x20 && Character.isDefined(code);
    return java.util.regex.Matcher.quoteReplacement(
        legal ? Characters.clean(Character.toString(code)) : "");
  }
}
