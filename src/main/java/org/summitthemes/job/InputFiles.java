package org.summitthemes.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.corpus.SideCars;

/**
 * Lists the files of corpora on any Hadoop file system.
 *
 * <p>A corpus is a folder with all folders below it, a single file, or a glob. It is named by its
 * last path segment; a glob by the last segment before the first wild card. Corpora of one name are
 * told apart by {@code ~2}, {@code ~3}, … in the order of their locations. A file that belongs to
 * two corpora is listed once.
 *
 * <p>Symbolic links in a corpus are not followed but listed as what they are ({@link Access}): what
 * they lead to is either in the corpus anyway, or does not belong to it. So no loop of links can
 * catch the listing, and no link makes a run read what nobody gave it. Folders that cannot be
 * listed, or lie more than forty deep, are listed as inputs that cannot be read.
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
      LocalLinks links = new LocalLinks(corpus.base());
      for (FileStatus match : corpus.matches()) {
        boolean named = match.getPath().equals(corpus.base());
        Access access = named ? Access.FILE : links.access(match.getPath());
        if (match.isDirectory() && access == Access.FILE) {
          walk(files, match, corpus.base(), name, links, found);
        } else {
          found.add(file(match, corpus.base(), name, access));
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
      FileSystem files,
      FileStatus folder,
      Path base,
      String name,
      LocalLinks links,
      List<InputFile> found)
      throws IOException {
    Deque<FileStatus> open = new ArrayDeque<>(List.of(folder));
    int shallowest = folder.getPath().depth();
    while (!open.isEmpty()) {
      FileStatus at = open.pop();
      List<FileStatus> entries = new ArrayList<>();
      if (at.getPath().depth() - shallowest > DEEPEST || !listed(files, at, folder, entries)) {
        found.add(file(at, base, name, Access.CLOSED_FOLDER));
        continue;
      }

      Map<String, Access> linked = links.in(at.getPath());
      linked.forEach((link, access) -> found.add(link(at, link, base, name, access)));
      for (FileStatus entry : entries) {
        if (linked.containsKey(entry.getPath().getName())) {
          continue;
        }

        if (entry.isDirectory()) {
          open.push(entry);
        } else {
          found.add(file(entry, base, name, Access.FILE));
        }
      }
    }
  }

  /** Whether the folder could be listed. That of the corpus itself must be. */
  private static boolean listed(
      FileSystem files, FileStatus at, FileStatus corpus, List<FileStatus> entries)
      throws IOException {
    try {
      RemoteIterator<FileStatus> iterator = files.listStatusIterator(at.getPath());
      while (iterator.hasNext()) {
        entries.add(iterator.next());
      }
      return true;
    } catch (IOException e) {
      if (at.getPath().equals(corpus.getPath())) {
        throw e;
      }
      return false;
    }
  }

  private static InputFile link(
      FileStatus folder, String link, Path base, String name, Access access) {
    Path path = new Path(folder.getPath(), new Path(null, null, link));
    return new InputFile(name, inside(path, base), path.toString(), 0, "", access);
  }

  private static InputFile file(FileStatus status, Path base, String name, Access access) {
    Path path = status.getPath();
    return path.equals(base)
        ? new InputFile("", name, path.toString(), status.getLen(), "", access)
        : new InputFile(name, inside(path, base), path.toString(), status.getLen(), "", access);
  }

  private static String inside(Path path, Path base) {
    return base.toUri().relativize(path.toUri()).getPath();
  }

  private static List<InputFile> withSideCars(Map<String, InputFile> byLocation) {
    List<InputFile> files = new ArrayList<>();
    for (InputFile file : byLocation.values()) {
      files.add(
          SideCars.SUFFIXES.stream()
              .map(suffix -> file.location() + suffix)
              .filter(at -> isFile(byLocation.get(at)))
              .findFirst()
              .map(file::withSideCar)
              .orElse(file));
    }
    return files;
  }

  private static boolean isFile(@Nullable InputFile file) {
    return file != null && file.access() == Access.FILE;
  }

  private record Corpus(String pattern, Path base, String name, List<FileStatus> matches) {}
}
