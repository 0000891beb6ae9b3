package org.summitthemes.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Corpora that lie beside the repository and are not part of it. */
public final class SharedData {
  private static final Path SHARED =
      Path.of(System.getProperty("shared.data", "../shared")).toAbsolutePath().normalize();

  private SharedData() {}

  /** The file or folder; where it is absent, the test is skipped and says so. */
  public static Path require(String path) {
    Path found = SHARED.resolve(path);
    assumeTrue(
        Files.exists(found),
        () -> "SKIPPED: " + found + " is absent; -Dshared.data=<folder> says where it is");
    return found;
  }
}
