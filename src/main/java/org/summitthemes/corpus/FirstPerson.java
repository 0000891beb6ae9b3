package org.summitthemes.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a speech from a report of one by who says "I". */
final class FirstPerson {
  private static final int OPENING = 3000;
  private static final int LEAST = 4;
  private static final int WORDS_PER_PRONOUN = 100;
  private static final Pattern QUOTED = Pattern.compile("[“\"«][^”\"»\\n]{0,3000}+[”\"»]?");

  /** A paragraph as far as a quotation in it ends, since where it began is often not marked. */
  private static final Pattern ENDING = Pattern.compile("(?m)^.*[,.!?…][”\"»](?=\\s|$)");

  private static final Pattern PRONOUN =
      Vocabulary.words(
          "i|me|my|we|us|our|я|мне|мой|моя|мы|нас|наш|наша|наши|нашей|наших|biz|bizim|ben|benim|біз|біздің|мен");

  private FirstPerson() {}

  /**
   * Whether the opening of a text speaks of itself, outside of quotation marks, in at least one
   * word of a hundred.
   */
  static boolean speaks(String text) {
    int end = text.indexOf('\n', Math.min(text.length(), OPENING));
    String opening = end < 0 ? text : text.substring(0, end);
    String unquoted = QUOTED.matcher(ENDING.matcher(opening).replaceAll(" ")).replaceAll(" ");
    int pronouns = 0;
    Matcher pronoun = PRONOUN.matcher(unquoted);
    while (pronoun.find()) {
      pronouns++;
    }
    return pronouns >= LEAST && pronouns * WORDS_PER_PRONOUN >= Words.count(unquoted);
  }
}
