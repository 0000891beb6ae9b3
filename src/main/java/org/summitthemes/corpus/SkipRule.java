package org.summitthemes.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that lie among documents and are none. They are counted by rule, never rejected.
 *
 * <p>The first rule that fits counts. Rules look at the file's name; {@link #HIDDEN} also at the
 * folders above it, within the corpus.
 */
public enum SkipRule {
  /** Companions that macOS writes beside every file of a foreign volume. */
  APPLE_DOUBLE("\\._.*|__MACOSX"),
  /** Folder settings of macOS. */
  DS_STORE("\\.DS_Store.*"),
  /** Names that begin with a dot, and the marks that Hadoop and Spark leave. */
  HIDDEN("\\..*|_SUCCESS|_(committed|started)_\\d+|Thumbs\\.db|desktop\\.ini"),
  /** Symbolic links to what the corpus holds anyway: known by the file system, not by the name. */
  LINK("(?!)"),
  /** Circumstances of the file beside it. */
  SIDE_CAR(".+\\.meta\\.(json|ya?ml)"),
  README("READ-?ME([._-].*)?"),
  LICENCE("(LICEN[CS]E|COPYING|NOTICE)([._-].*)?"),
  CHECKSUMS(".*(SHA|MD5)-?\\d*SUMS?.*|.*\\.(sha\\d{1,3}|md5|asc|sig)");

  private final Pattern name;

  SkipRule(String name) {
    this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The rule's name in counts and reports. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule for a path inside a corpus, if it is to be skipped. */
  public static Optional<SkipRule> of(String path) {
    String[] segments = path.split("/|\\\\");
    String last = segments.length == 0 ? path : segments[segments.length - 1];
    Optional<SkipRule> byName =
        Arrays.stream(values()).filter(rule -> rule.name.matcher(last).matches()).findFirst();
    return byName.isPresent() ? byName : hiddenFolder(segments);
  }

  private static Optional<SkipRule> hiddenFolder(String[] segments) {
    for (int i = 0; i < segments.length - 1; i++) {
      String folder = segments[i];
      if (folder.equals("__MACOSX")) {
        return Optional.of(APPLE_DOUBLE);
      }

      if (folder.startsWith(".") && !folder.equals(".") && !folder.equals("..")) {
        return Optional.of(HIDDEN);
      }
    }
    return Optional.empty();
  }
}
