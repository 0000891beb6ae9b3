package org.summitthemes.cli;

import java.util.List;
import java.util.Locale;

/** The stages of a run in order; each reads what those before it wrote. */
enum Stage {
  INGEST,
  PREPARE,
  FIT,
  LABEL,
  COMPARE,
  PUBLISH;

  /** The word on the command line and in the ledger. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<Stage> all() {
    return List.of(values());
  }
}
