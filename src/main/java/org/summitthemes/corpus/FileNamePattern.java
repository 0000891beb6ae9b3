package org.summitthemes.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Circumstances in file names: a regular expression whose groups are named like {@link Field}s. */
final class FileNamePattern {
  private final Pattern pattern;

  FileNamePattern(String regex) {
    this.pattern = Pattern.compile(regex);
  }

  /** What the path says; nothing if it does not fit or the pattern is empty. */
  Details details(String path) {
    Matcher matcher = pattern.matcher(path);
    if (pattern.pattern().isEmpty() || !matcher.find()) {
      return Details.NONE;
    }

    Map<Field, String> values = new EnumMap<>(Field.class);
    Field.all()
        .filter(field -> pattern.pattern().contains("(?<" + field.key() + ">"))
        .forEach(
            field -> {
              String value = matcher.group(field.key());
              if (value != null) {
                values.put(field, value);
              }
            });
    return Details.of(Origin.FILE_NAME, values);
  }
}
