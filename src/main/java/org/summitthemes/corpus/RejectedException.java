package org.summitthemes.corpus;

import java.util.Locale;

/** Ends the reading of one document; its reader turns it into an {@link Item.Rejected}. */
final class RejectedException extends Exception {
  private final Reason reason;

  RejectedException(Reason reason, String format, Object... arguments) {
    super(String.format(Locale.ROOT, format, arguments));
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
