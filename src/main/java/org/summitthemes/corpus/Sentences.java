package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rough cut into sentences, good enough to ask whether two words stand in the same one. */
final class Sentences {
  private static final Pattern END =
      Pattern.compile("(?<=[^\\p{Lu}][.!?…][”\"’»)]{0,2})\\s+(?=[\\p{Lu}“\"«(\\d])|\\n+");

  private Sentences() {}

  /** The sentences of the first part of a text. */
  static List<String> opening(String text, int length) {
    String opening = text.substring(0, Math.min(length, text.length()));
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(opening);
    int from = 0;
    while (end.find()) {
      sentences.add(opening.substring(from, end.start()));
      from = end.end();
    }
    sentences.add(opening.substring(from));
    return sentences;
  }

  /** The sentence around an offset, no longer than 800 characters. */
  static String around(String text, int offset) {
    int from = Math.max(0, offset - 400);
    int to = Math.min(text.length(), offset + 400);
    Matcher end = END.matcher(text).region(from, to);
    while (end.find()) {
      if (end.start() >= offset) {
        return text.substring(from, end.start());
      }

      from = end.end();
    }
    return text.substring(from, to);
  }
}
