package org.summitthemes.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers before paragraphs, as official records have them: {@code 28. As I take the floor …}.
 *
 * <p>They are dropped if at least five paragraphs begin with a number, most paragraphs do, and most
 * of the numbers are one more than the number before. An ordinary list in a text stays.
 */
final class ParagraphNumbers {
  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,4})[.:] ?(?=[\\p{L}“\"‘'(])");
  private static final int LEAST = 5;

  private ParagraphNumbers() {}

  /** The paragraphs without their numbers, if they are numbered. */
  static String dropped(String text) {
    String[] paragraphs = text.split("\n\n", -1);
    if (!isNumbered(paragraphs)) {
      return text;
    }

    for (int i = 0; i < paragraphs.length; i++) {
      paragraphs[i] = NUMBER.matcher(paragraphs[i]).replaceFirst("");
    }
    return String.join("\n\n", paragraphs);
  }

  private static boolean isNumbered(String[] paragraphs) {
    int numbered = 0;
    int steps = 0;
    int previous = -1;
    for (String paragraph : paragraphs) {
      Matcher number = NUMBER.matcher(paragraph);
      if (number.find()) {
        int value = Integer.parseInt(number.group(1));
        steps += value == previous + 1 ? 1 : 0;
        previous = value;
        numbered++;
      }
    }
    return numbered >= LEAST && numbered * 2 >= paragraphs.length && steps * 3 >= numbered * 2;
  }
}
