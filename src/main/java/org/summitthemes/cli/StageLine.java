package org.summitthemes.cli;

import java.util.Locale;
import org.summitthemes.store.Increment;
import org.summitthemes.store.Run;

/** What a stage says of its work in a few words. */
final class StageLine {
  private StageLine() {}

  /** Counts of the run in a sentence. */
  static String counts(Run run, String format, String... counts) {
    Object[] values = new Object[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = run.counts().getOrDefault(counts[i], 0L);
    }
    return String.format(Locale.ROOT, format, values);
  }

  /** How much of it was new. */
  static String of(Increment increment, String inputs) {
    return increment.isWhole()
        ? ""
        : "; %d %s new or changed, %d gone or changed"
            .formatted(increment.size(), inputs, increment.gone());
  }
}
