package org.summitthemes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.summitthemes.UserException;

/** What the person running the job can mend, told from exceptions of file systems and Spark. */
final class Failures {
  private static final Pattern DAMAGED =
      Pattern.compile(
          "(?:is not a Parquet file|FAILED_READ_FILE|PATH_NOT_FOUND|could not read page|corrupt)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PATH = Pattern.compile("(?:file|hdfs|s3a):/[^\\s,\"'\\]]+");
  private static final Pattern REFUSED =
      Pattern.compile("Permission denied|Read-only file system|AccessDenied");

  private Failures() {}

  /** The message for what can be mended; empty for a bug. */
  static Optional<String> mendable(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = thrown; cause != null && causes.size() < 50; cause = cause.getCause()) {
      causes.add(cause);
    }
    for (Throwable cause : causes) {
      if (cause instanceof UserException) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
    }
    for (Throwable cause : causes) {
      Optional<String> message = mendable(cause.toString());
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mendable(String said) {
    if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
      return Optional.of(
          "The disk is full: make room for the output folder and for Spark's spark.local.dir, then run again. The last publication is as it was");
    }

    if (REFUSED.matcher(said).find()) {
      return Optional.of("The file system refuses: " + firstLine(said));
    }

    if (DAMAGED.matcher(said).find() && said.contains("/warehouse/")) {
      Matcher path = PATH.matcher(said);
      return Optional.of(
          "A file of the warehouse is damaged or missing: %s. Restore it from a backup, go back with runs --rollback, or use another --out"
              .formatted(path.find() ? path.group() : firstLine(said)));
    }

    return Optional.empty();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
