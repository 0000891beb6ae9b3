package org.summitthemes.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An attribute of speeches by which they are grouped and compared. */
public enum Grouping {
  /** The organization at whose meeting a speech was given, and those of the speaker's country. */
  ORGANIZATION,
  COUNTRY,
  SPEAKER,
  LANGUAGE,
  YEAR;

  /** The word in the configuration; of all but organizations also the basis of comparison. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The grouping of a word; empty if there is none. */
  public static Optional<Grouping> of(String word) {
    return Arrays.stream(values()).filter(grouping -> grouping.word().equals(word)).findFirst();
  }

  /** The words of all groupings. */
  static List<String> words() {
    return Arrays.stream(values()).map(Grouping::word).toList();
  }
}
