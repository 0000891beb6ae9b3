package org.summitthemes.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Word lists on the class path: UTF-8, and what follows {@code #} or {@code |} is a comment. */
final class Resources {
  private Resources() {}

  /** The lines without comments and blank lines; empty where there is no such resource. */
  static List<String> lines(String path) {
    try (InputStream stream = open(path)) {
      return stream == null ? List.of() : lines(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  static @Nullable InputStream open(String path) {
    return Resources.class.getResourceAsStream(path);
  }

  private static List<String> lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
        .lines()
        .map(line -> line.replaceFirst("[#|].*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
