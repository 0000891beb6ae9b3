package org.summitthemes.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes remains of Markdown and HTML out of running text: links keep their words, strong marks and
 * well-known tags go, entities become their characters. Anything less certain stays.
 */
final class Markup {
  private static final Pattern IMAGE =
      Pattern.compile("!\\[[^\\]\\n]{0,500}\\]\\([^)\\s]{0,2000}\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]{1,500})\\]\\((?:https?:|/|#|mailto:)[^)\\s]{0,2000}\\)");
  private static final Pattern BARE_LINK =
      Pattern.compile("<(?:https?://|mailto:)[^>\\s]{1,2000}>");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*\\*?|___?)(?=\\S)([^\\n]{1,2000}?)(?<=\\S)\\1");
  private static final Pattern RULE =
      Pattern.compile(
          "^ {0,3}(?:(?:\\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|(?:= ?){3,})$", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("<!--.{0,20000}?-->", Pattern.DOTALL);
  private static final Pattern BREAK =
      Pattern.compile(
          "<(?:br|hr|p|div|li|tr|h[1-6]|/p|/div|/li|/tr|/h[1-6])(?:\\s[^<>]{0,500})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:a|abbr|b|blockquote|center|cite|code|em|font|i|img|ol|small|span|strong|sub|sup|table"
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
    String strong = STRONG.matcher(RULE.matcher(links).replaceAll("")).replaceAll("$2");
    if (strong.indexOf('<') < 0 && strong.indexOf('&') < 0) {
      return strong;
    }

    String bare = BARE_LINK.matcher(COMMENT.matcher(strong).replaceAll("")).replaceAll("");
    String tags = TAG.matcher(BREAK.matcher(bare).replaceAll("\n")).replaceAll("");
    return ENTITY.matcher(tags).replaceAll(Markup::character);
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
