package org.summitthemes.support;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** Coded texts beside the checkout, too large or too restricted to be part of it. */
public final class SharedData {
  private static final Path ROOT = Path.of("..", "shared", "data");

  private SharedData() {}

  /** The file, or the calling test is skipped with a message that says what is missing. */
  public static Path file(String name) {
    Path file = ROOT.resolve(name);
    assumeThat(file)
        .as("SKIPPED, nothing was measured: coded texts not found at %s", file.toAbsolutePath())
        .exists();
    return file;
  }
}
