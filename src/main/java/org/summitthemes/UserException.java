package org.summitthemes;

import java.util.Locale;

/**
 * Something the person running the job can mend: a file that is missing, a setting out of range.
 * {@code Main} prints the message alone and exits with code 3.
 */
public final class UserException extends RuntimeException {
  public UserException(String format, Object... arguments) {
    super(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
  }

  public UserException(Throwable cause, String format, Object... arguments) {
    super(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments), cause);
  }
}
