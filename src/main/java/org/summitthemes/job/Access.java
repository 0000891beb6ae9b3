package org.summitthemes.job;

import java.util.Optional;
import org.summitthemes.corpus.Item;
import org.summitthemes.corpus.Outcome;
import org.summitthemes.corpus.Reason;
import org.summitthemes.corpus.SkipRule;
import org.summitthemes.corpus.Source;

/** Whether what was listed may be opened, and if not, what becomes of it instead. */
public enum Access {
  FILE,
  CLOSED_FOLDER,
  LINK_WITHIN,
  LINK_OUTSIDE,
  LINK_TO_NOTHING;

  /** What becomes of an input that is not opened. */
  Optional<Outcome> outcome(Source source) {
    return switch (this) {
      case FILE -> Optional.empty();
      case LINK_WITHIN -> Optional.of(new Item.Skipped(source.uri(), SkipRule.LINK));
      case CLOSED_FOLDER ->
          rejected(source, Reason.UNREADABLE, "The folder cannot be listed; nothing in it is read");
      case LINK_OUTSIDE ->
          rejected(
              source,
              Reason.OUTSIDE,
              "The symbolic link leads out of the corpus; give its target as a corpus of its own");
      case LINK_TO_NOTHING ->
          rejected(source, Reason.UNREADABLE, "The symbolic link leads nowhere");
    };
  }

  private static Optional<Outcome> rejected(Source source, Reason reason, String detail) {
    return Optional.of(new Item.Rejected(source.uri(), reason, detail, 0, null));
  }
}
