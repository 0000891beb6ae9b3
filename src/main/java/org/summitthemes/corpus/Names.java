package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of people in running text: two to four capitalized words, with particles between them, of
 * which none is a country, a month or another word that is capitalized for other reasons: {@code
 * no-names.txt}.
 */
final class Names {
  private static final String PART = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{Mn}]*(?:[-'’]\\p{L}{2,})*)";

  /** A run of capitalized words; which of them are a name, {@link #in} decides. */
  static final String RUN =
      PART
          + "(?: (?:(?:bin|ibn|al|el|von|van|van der|de|der|da|dos|del|di|la|le|uulu|ogly) )?"
          + PART
          + "){0,7}";

  private static final Set<String> NO_NAME =
      Resource.lines("no-names.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(Words::fold)
          .collect(Collectors.toUnmodifiableSet());

  private Names() {}

  /**
   * The name at the end of a run of capitalized words: what stands behind offices and countries.
   */
  static Optional<String> in(String run) {
    String plain = run.replaceAll("['’]s?$", "").replaceAll("(?<=\\p{L}{3})\\.$", "");
    List<String> parts = new ArrayList<>(Arrays.asList(plain.split(" ")));
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (isNoName(parts.get(i))) {
        parts.subList(0, i + 1).clear();
        break;
      }
    }
    while (parts.size() > 1 && isCapitals(parts.get(0)) && !isCapitals(parts.get(1))) {
      // An office's abbreviation before the name; surnames in capitals stand behind.
      parts.remove(0);
    }
    boolean shouted = parts.size() > 1 && parts.stream().allMatch(Names::isCapitals);
    return parts.isEmpty() || parts.size() > 4 || shouted || namesCountry(parts)
        ? Optional.empty()
        : Optional.of(String.join(" ", parts));
  }

  /** A name of at least two parts: given name and surname. */
  static boolean isFull(String name) {
    return name.indexOf(' ') > 0 && !name.matches("(?:\\p{Lu}\\. ?)+\\p{L}+");
  }

  /** The last part, without {@code Jr.} and the like. */
  static String surname(String name) {
    String bare = name.replaceAll(",? (?:Jr|Sr|II|III)\\.?$", "");
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }

  /** Whether a word begins with a capital for another reason than being part of a name. */
  static boolean isNoName(String part) {
    return NO_NAME.contains(Words.fold(part))
        || Dates.isMonth(part)
        || Countries.standard().isCountry(part);
  }

  private static boolean isCapitals(String part) {
    return part.length() > 2 && part.equals(part.toUpperCase(Locale.ROOT));
  }

  private static boolean namesCountry(List<String> parts) {
    return !Countries.standard().find(String.join(" ", parts)).isEmpty();
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CASE);
  }
}
