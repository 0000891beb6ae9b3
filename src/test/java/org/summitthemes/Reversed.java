package org.summitthemes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies a corpus under names that reverse the order in which its files are listed; side-cars
 * follow their file.
 */
final class Reversed {
  private Reversed() {}

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      int number = files.size();
      String prefix = "";
      String last = "";
      for (Path file : files) {
        String name = file.getFileName().toString();
        boolean keepsName = name.startsWith("README") || name.endsWith("SUMS");
        if (!(name.contains(".meta.") && name.startsWith(last))) {
          prefix = keepsName ? "" : "%03d-".formatted(number--);
          last = name;
        }
        Path target = to.resolve(from.relativize(file)).resolveSibling(prefix + name);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
