package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Theme;

/**
 * The themes and their terms, compiled once for each language.
 *
 * <p>A text is matched with the terms of its language; if no theme has terms in that language, or
 * it is unknown, with the English terms.
 */
public final class Catalog implements Serializable {
  /** What a sentence is about that is about none of the themes. */
  public static final String OTHER = "other";

  private final List<String> themeIds;
  private final Map<String, Matcher> matchers = new HashMap<>();

  private Catalog(List<String> themeIds) {
    this.themeIds = themeIds;
  }

  /** Compiles the catalog of a file. */
  public static Catalog of(ThemesConfig config) {
    Catalog catalog = new Catalog(config.themes().stream().map(Theme::id).toList());
    catalog.addMatcher(Languages.ENGLISH, config);
    languages(config).forEach(language -> catalog.addMatcher(language, config));
    return catalog;
  }

  /** The themes in the catalog's order, without {@link #OTHER}. */
  public List<String> themeIds() {
    return themeIds;
  }

  /** The matcher for texts of a language, given by its BCP 47 tag. */
  public Matcher matcher(String language) {
    return Objects.requireNonNull(matchers.get(termLanguage(language)));
  }

  /** The language whose terms are looked for in texts of a language. */
  String termLanguage(String language) {
    String primary = Languages.primary(language);
    return matchers.containsKey(primary) ? primary : Languages.ENGLISH;
  }

  private void addMatcher(String language, ThemesConfig config) {
    matchers.put(
        Languages.primary(language),
        new Matcher(themeIds, CaseFolding.of(language), terms(language, config.themes())));
  }

  private static SortedSet<String> languages(ThemesConfig config) {
    SortedSet<String> languages = new TreeSet<>();
    config.themes().forEach(theme -> languages.addAll(theme.languages().keySet()));
    languages.remove(Languages.ENGLISH);
    return languages;
  }

  private static List<Term> terms(String language, List<Theme> themes) {
    List<Term> terms = new ArrayList<>();
    for (int theme = 0; theme < themes.size(); theme++) {
      for (ThemesConfig.Term term : terms(language, themes.get(theme))) {
        add(terms, theme, term.term(), term.weight(), language);
      }
      for (String exclusion : themes.get(theme).exclude()) {
        add(terms, theme, exclusion, 0, language);
      }
    }
    return terms;
  }

  private static List<ThemesConfig.Term> terms(String language, Theme theme) {
    List<ThemesConfig.Term> terms = new ArrayList<>();
    if (language.equals(Languages.ENGLISH)) {
      terms.addAll(theme.terms());
    }
    terms.addAll(theme.languages().getOrDefault(language, List.of()));
    return terms;
  }

  private static void add(
      List<Term> terms, int theme, String text, double weight, String language) {
    List<TermWord> words = TermWord.of(text, CaseFolding.of(language));
    if (!words.isEmpty()) {
      terms.add(new Term(theme, text, weight, words, terms.size()));
    }
  }
}
