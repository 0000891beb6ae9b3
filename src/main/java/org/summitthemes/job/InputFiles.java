package org.summitthemes.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.summitthemes.UserException;
import org.summitthemes.corpus.SideCars;

/**
 * Lists the files of corpora on any Hadoop file system.
 *
 * <p>A corpus is a folder with all folders below it, a single file, or a glob. It is named by its
 * last path segment; a glob by the last segment before the first wild card. Corpora of one name are
 * told apart by {@code ~2}, {@code ~3}, … in the order of their locations. A file that belongs to
 * two corpora is listed once. Folders are followed forty deep, so that a loop of links ends.
 */
final class InputFiles {
  private static final int DEEPEST = 40;

  private final Configuration hadoop;

  InputFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** Every file, by location of its corpus and path; side-cars are listed and also attached. */
  List<InputFile> list(List<String> corpora) {
    Map<String, List<Corpus>> byBase = new TreeMap<>();
    for (String corpus : corpora) {
      Corpus opened = open(corpus);
      byBase.computeIfAbsent(opened.base().toString(), key -> new ArrayList<>()).add(opened);
    }

    Map<String, Integer> names = new HashMap<>();
    Map<String, InputFile> byFile = new TreeMap<>();
    for (List<Corpus> ofOneBase : byBase.values()) {
      String name = ofOneBase.get(0).name();
      int n = names.merge(name, 1, Integer::sum);
      for (Corpus corpus : ofOneBase) {
        for (InputFile file : files(corpus, n == 1 ? name : name + "~" + n)) {
          byFile.putIfAbsent(file.location(), file);
        }
      }
    }
    return withSideCars(byFile);
  }

  private Corpus open(String corpus) {
    Path path = new Path(corpus);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      FileStatus[] matches = matches(files, path);
      if (matches == null || matches.length == 0) {
        throw new UserException("Corpus %s: no such file or folder", corpus);
      }

      Path base = base(files, path, matches);
      return new Corpus(corpus, files.makeQualified(base), base.getName(), List.of(matches));
    } catch (IOException e) {
      throw new UserException(e, "Corpus %s cannot be listed: %s", corpus, e.getMessage());
    }
  }

  /** A path that exists as written is no glob, whatever brackets its name holds. */
  private static FileStatus[] matches(FileSystem files, Path path) throws IOException {
    try {
      return new FileStatus[] {files.getFileStatus(path)};
    } catch (FileNotFoundException e) {
      return files.globStatus(path);
    }
  }

  private static Path base(FileSystem files, Path path, FileStatus[] matches) throws IOException {
    boolean literal = matches.length == 1 && matches[0].getPath().equals(files.makeQualified(path));
    if (literal) {
      return matches[0].getPath();
    }

    Path base = path;
    for (Path up = path; up != null; up = up.getParent()) {
      if (hasWildCard(up.getName()) && up.getParent() != null) {
        base = up.getParent();
      }
    }
    return files.makeQualified(base);
  }

  private static boolean hasWildCard(String segment) {
    return segment.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private List<InputFile> files(Corpus corpus, String name) {
    List<InputFile> found = new ArrayList<>();
    try {
      FileSystem files = corpus.base().getFileSystem(hadoop);
      for (FileStatus match : corpus.matches()) {
        if (match.isDirectory()) {
          walk(files, match, corpus.base(), name, found);
        } else {
          found.add(file(match, corpus.base(), name));
        }
      }
    } catch (IOException e) {
      throw new UserException(
          e, "Corpus %s cannot be listed: %s", corpus.pattern(), e.getMessage());
    }
    found.sort(Comparator.comparing(InputFile::path));
    return found;
  }

  private static void walk(
      FileSystem files, FileStatus folder, Path base, String name, List<InputFile> found)
      throws IOException {
    Deque<FileStatus> open = new ArrayDeque<>(List.of(folder));
    Set<Path> seen = new HashSet<>();
    int shallowest = folder.getPath().depth();
    while (!open.isEmpty()) {
      Path at = open.pop().getPath();
      if (at.depth() - shallowest > DEEPEST || !seen.add(files.resolvePath(at))) {
        continue;
      }

      RemoteIterator<FileStatus> entries = files.listStatusIterator(at);
      while (entries.hasNext()) {
        FileStatus entry = entries.next();
        if (entry.isDirectory()) {
          open.push(entry);
        } else {
          found.add(file(entry, base, name));
        }
      }
    }
  }

  private static InputFile file(FileStatus status, Path base, String name) {
    Path path = status.getPath();
    String inside = base.toUri().relativize(path.toUri()).getPath();
    return path.equals(base)
        ? new InputFile("", name, path.toString(), status.getLen(), "")
        : new InputFile(name, inside, path.toString(), status.getLen(), "");
  }

  private static List<InputFile> withSideCars(Map<String, InputFile> byLocation) {
    List<InputFile> files = new ArrayList<>();
    for (InputFile file : byLocation.values()) {
      files.add(
          SideCars.SUFFIXES.stream()
              .map(suffix -> file.location() + suffix)
              .filter(byLocation::containsKey)
              .findFirst()
              .map(file::withSideCar)
              .orElse(file));
    }
    return files;
  }

  private record Corpus(String pattern, Path base, String name, List<FileStatus> matches) {}
}
