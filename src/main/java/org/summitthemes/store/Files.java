package org.summitthemes.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Small files on any Hadoop file system, with the few atomic steps that ledger and publication
 * need.
 */
final class Files {
  private final FileSystem fileSystem;
  private final Configuration configuration;

  Files(Path root, Configuration configuration) throws IOException {
    this.configuration = configuration;
    this.fileSystem = root.getFileSystem(configuration);
    if (fileSystem instanceof LocalFileSystem local) {
      local.setWriteChecksum(false);
      local.setVerifyChecksum(false);
    }
  }

  /** The folder's members by name; none if it does not exist. */
  List<Path> list(Path folder) throws IOException {
    try {
      return Arrays.stream(fileSystem.listStatus(folder))
          .map(FileStatus::getPath)
          .sorted(Comparator.comparing(Path::getName))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  boolean exists(Path path) throws IOException {
    return fileSystem.exists(path);
  }

  void delete(Path path) throws IOException {
    fileSystem.delete(path, true);
  }

  void makeFolder(Path path) throws IOException {
    fileSystem.mkdirs(path);
  }

  String text(Path path) throws IOException {
    try (var in = fileSystem.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Creates the file with its whole content, or fails if it is there. */
  void createOnce(Path path, String text) throws IOException {
    Path beside = new Path(path.getParent(), "." + path.getName() + ".writing");
    write(beside, text);
    if (fileSystem.exists(path)) {
      fileSystem.delete(beside, false);
      throw new FileAlreadyExistsException(path.toString());
    }

    rename(beside, path, Options.Rename.NONE);
  }

  /** Creates the file in place, or fails if it is there. */
  void create(Path path, String text) throws IOException {
    try (OutputStream out = fileSystem.create(path, false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Replaces the file by one with the new content in one step. */
  void replace(Path path, String text) throws IOException {
    Path beside = new Path(path.getParent(), "." + path.getName() + ".writing");
    write(beside, text);
    rename(beside, path, Options.Rename.OVERWRITE);
  }

  /** The path on the local disk, if that is where it lies. */
  Optional<java.nio.file.Path> local(Path path) {
    boolean local = fileSystem instanceof LocalFileSystem;
    return local
        ? Optional.of(java.nio.file.Path.of(fileSystem.makeQualified(path).toUri().getPath()))
        : Optional.empty();
  }

  private void write(Path path, String text) throws IOException {
    try (OutputStream out = fileSystem.create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void rename(Path from, Path to, Options.Rename option) throws IOException {
    if (local(from).isPresent()) {
      java.nio.file.Files.move(
          local(from).orElseThrow(), local(to).orElseThrow(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(from.toUri(), configuration).rename(from, to, option);
    }
  }
}
