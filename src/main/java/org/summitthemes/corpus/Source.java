package org.summitthemes.corpus;

import java.util.Locale;

/**
 * Names an input without saying where the corpus lies.
 *
 * @param uri the corpus's name, a slash and {@code path}: the input's name in every table
 * @param path the file's path inside the corpus, with forward slashes; inside an archive its path,
 *     {@code !/} and the member's path
 */
public record Source(String uri, String path) {

  public static Source of(String root, String path) {
    String name = root.isEmpty() ? path : root + "/" + path;
    return new Source(printable(name.replace("%", "%25").replace("\\", "%5C")), path);
  }

  /** A member of this archive. */
  Source member(String name) {
    return new Source(uri + "!/" + printable(name), path + "!/" + name);
  }

  /** A line of this file, counted from 1. */
  String line(long number) {
    return uri + "#" + number;
  }

  /** The path without a final {@code .gz}. */
  Source unzipped() {
    return new Source(uri, path.substring(0, path.length() - ".gz".length()));
  }

  String name() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  boolean hasExtension(String... extensions) {
    String name = name().toLowerCase(Locale.ROOT);
    for (String extension : extensions) {
      if (name.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }

  /** Control characters as percent codes: a name with a line break must not break a table. */
  private static String printable(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || (Character.isSurrogate(c) && !paired(name, i))) {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        out.append(c == '\\' ? '/' : c);
      }
    }
    return out.toString();
  }

  private static boolean paired(String name, int i) {
    return Character.isHighSurrogate(name.charAt(i))
        ? i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
  }
}
