package org.summitthemes.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Term;
import org.summitthemes.config.ThemesConfig.Theme;

/** The catalogs that ship with the product, and small ones made in a test. */
public final class Catalogs {
  private Catalogs() {}

  /** A catalog file of {@code jobs/}. */
  public static ThemesConfig shipped(String file) {
    return ConfigFile.themes(file, content(Path.of("jobs", file)));
  }

  /** A theme of English terms, each {@code "term"} or {@code "term: weight"}. */
  public static Theme theme(String id, String... terms) {
    return new Theme(
        id,
        id,
        "",
        null,
        List.of(terms).stream().map(Catalogs::term).toList(),
        List.of(),
        Map.of());
  }

  /** The theme with phrases that never count for it. */
  public static Theme excluding(Theme theme, String... phrases) {
    return new Theme(
        theme.id(),
        theme.label(),
        theme.description(),
        theme.parent(),
        theme.terms(),
        List.of(phrases),
        theme.languages());
  }

  /** The theme with terms in another language. */
  public static Theme in(Theme theme, String language, String... terms) {
    Map<String, List<Term>> languages = new HashMap<>(theme.languages());
    languages.put(language, List.of(terms).stream().map(Catalogs::term).toList());
    return new Theme(
        theme.id(),
        theme.label(),
        theme.description(),
        theme.parent(),
        theme.terms(),
        theme.exclude(),
        languages);
  }

  private static Term term(String text) {
    int colon = text.lastIndexOf(": ");
    return colon < 0
        ? new Term(text, 1)
        : new Term(text.substring(0, colon), Double.parseDouble(text.substring(colon + 2)));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
