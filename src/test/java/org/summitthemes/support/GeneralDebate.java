package org.summitthemes.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The speeches of the UN General Debate as their archives have them. */
public final class GeneralDebate {
  public static final List<String> ARCHIVES =
      List.of(
          "ungdc_1946-1969.tar.gz",
          "ungdc_1970-1989.tar.gz",
          "ungdc_1990-2009.tar.gz",
          "ungdc_2010-2024.tar.gz");

  private static final Pattern NAME = Pattern.compile("(?:^|/)([A-Z]{2,3}_\\d\\d_\\d{4})\\.txt$");

  private GeneralDebate() {}

  /** Every n-th speech, by its name without the ending. Skips the test where there are none. */
  public static Map<String, String> everyNth(int n) throws IOException {
    AtomicInteger seen = new AtomicInteger();
    return named(name -> seen.getAndIncrement() % n == 0);
  }

  /**
   * The speeches of some years, by name without the ending. Skips the test where there are none.
   */
  public static Map<String, String> ofYears(Set<Integer> years) throws IOException {
    return named(name -> years.contains(year(name)));
  }

  /** The year at the end of a speech's name. */
  public static int year(String name) {
    return Integer.parseInt(name.substring(name.length() - 4));
  }

  private static Map<String, String> named(Predicate<String> wanted) throws IOException {
    Path folder = SharedData.require("data/ungdc");
    Map<String, String> texts = new TreeMap<>();
    for (String archive : ARCHIVES) {
      try (TarArchiveInputStream tar = open(folder.resolve(archive))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          Matcher name = NAME.matcher(entry.getName());
          if (entry.isFile() && name.find() && wanted.test(name.group(1))) {
            texts.put(name.group(1), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return texts;
  }

  private static TarArchiveInputStream open(Path archive) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(archive));
    return new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16), "UTF-8");
  }
}
