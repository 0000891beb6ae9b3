package org.summitthemes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The symbolic links below a folder of the local file system. Hadoop follows them silently, leaves
 * out those that lead nowhere, and knows none on other file systems. Where the locale cannot
 * express a name, there is no telling.
 */
final class LocalLinks {
  private final Optional<Path> root;

  /**
   * @param root the corpus, which may itself be reached by a link
   */
  LocalLinks(org.apache.hadoop.fs.Path root) throws IOException {
    Optional<Path> local = "file".equals(root.toUri().getScheme()) ? path(root) : Optional.empty();
    this.root = local.isPresent() ? Optional.of(local.get().toRealPath()) : local;
  }

  /** The links directly in the folder, by name. */
  Map<String, Access> in(org.apache.hadoop.fs.Path folder) throws IOException {
    Map<String, Access> found = new TreeMap<>();
    Optional<Path> local = root.flatMap(within -> path(folder));
    if (local.isPresent()) {
      try (Stream<Path> entries = Files.list(local.get())) {
        for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
          found.put(String.valueOf(link.getFileName()), access(link));
        }
      }
    }
    return found;
  }

  /** Whether the path is a link, and of which kind. */
  Access access(org.apache.hadoop.fs.Path path) {
    return root.flatMap(within -> path(path))
        .filter(Files::isSymbolicLink)
        .map(this::access)
        .orElse(Access.FILE);
  }

  private Access access(Path link) {
    try {
      Path target = link.toRealPath();
      return root.filter(target::startsWith).isPresent() ? Access.LINK_WITHIN : Access.LINK_OUTSIDE;
    } catch (IOException e) {
      return Access.LINK_TO_NOTHING;
    }
  }

  private static Optional<Path> path(org.apache.hadoop.fs.Path path) {
    try {
      return Optional.of(Paths.get(path.toUri().getPath()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
