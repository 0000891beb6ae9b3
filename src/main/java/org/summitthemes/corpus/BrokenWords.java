package org.summitthemes.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins words that a line end once broke and whose hyphen was kept when the lines were joined:
 * {@code inter-national}, {@code there-fore}.
 *
 * <p>A hyphen goes if the text writes the word without it at least twice as often, or if the word
 * is one of those that English always writes as one. Everything else may be meant.
 */
final class BrokenWords {
  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(\\p{L}\\p{Ll}{1,20})-(\\p{Ll}{2,20})(?![\\p{L}\\p{N}-])");
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{L}\\p{Ll}{3,40}+(?![\\p{L}\\p{N}-])");
  private static final int TIMES = 2;

  /** Adverbs, conjunctions, prepositions and pronouns. */
  private static final Set<String> ALWAYS_ONE =
      Set.of(
          "about",
          "above",
          "according",
          "after",
          "again",
          "against",
          "along",
          "already",
          "also",
          "although",
          "always",
          "among",
          "another",
          "anything",
          "because",
          "become",
          "before",
          "behind",
          "below",
          "beside",
          "besides",
          "between",
          "beyond",
          "cannot",
          "despite",
          "during",
          "either",
          "enough",
          "every",
          "everyone",
          "everything",
          "everywhere",
          "further",
          "furthermore",
          "hence",
          "herself",
          "himself",
          "however",
          "indeed",
          "instead",
          "into",
          "itself",
          "likewise",
          "moreover",
          "myself",
          "namely",
          "neither",
          "never",
          "nevertheless",
          "nonetheless",
          "nothing",
          "often",
          "only",
          "other",
          "others",
          "otherwise",
          "ourselves",
          "outside",
          "perhaps",
          "rather",
          "should",
          "since",
          "something",
          "sometimes",
          "somewhere",
          "still",
          "such",
          "than",
          "their",
          "themselves",
          "then",
          "therefore",
          "these",
          "those",
          "though",
          "through",
          "throughout",
          "thus",
          "today",
          "together",
          "tomorrow",
          "toward",
          "towards",
          "under",
          "unless",
          "until",
          "upon",
          "whatever",
          "whenever",
          "where",
          "whereas",
          "whereby",
          "wherever",
          "whether",
          "which",
          "while",
          "within",
          "without",
          "would");

  private BrokenWords() {}

  static String mended(String text) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher hyphenated = HYPHENATED.matcher(text);
    while (hyphenated.find()) {
      counts.merge(joined(hyphenated), -TIMES, Integer::sum);
    }
    if (counts.isEmpty()) {
      return text;
    }

    Matcher word = WORD.matcher(text);
    while (word.find()) {
      counts.computeIfPresent(word.group().toLowerCase(Locale.ROOT), (key, count) -> count + 1);
    }
    return hyphenated.reset().replaceAll(match -> mended(match, counts));
  }

  private static String mended(MatchResult match, Map<String, Integer> counts) {
    String joined = joined(match);
    boolean one = counts.getOrDefault(joined, 0) >= 0 || ALWAYS_ONE.contains(joined);
    return one ? match.group(1) + match.group(2) : Matcher.quoteReplacement(match.group());
  }

  private static String joined(MatchResult match) {
    return (match.group(1) + match.group(2)).toLowerCase(Locale.ROOT);
  }
}
