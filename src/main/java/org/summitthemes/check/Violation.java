package org.summitthemes.check;

import java.util.Locale;

/**
 * A broken constraint.
 *
 * @param table the table whose rows break it
 * @param rule what is wrong, in words: {@code share is not in [0, 1]}
 * @param count rows, keys or groups that break it
 * @param example the first of them
 */
public record Violation(String table, String rule, long count, String example) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s: %,d (first: %s)", table, rule, count, example);
  }
}
