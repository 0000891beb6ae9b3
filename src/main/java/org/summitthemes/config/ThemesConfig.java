package org.summitthemes.config;

import static org.summitthemes.config.Settings.require;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The theme catalog as it stands in its file. */
public record ThemesConfig(List<Theme> themes) {
  public ThemesConfig {
    themes = themes == null ? List.of() : List.copyOf(themes);
    require(!themes.isEmpty(), "themes must name at least one theme");
    Set<String> seen = new HashSet<>();
    for (Theme theme : themes) {
      require(seen.add(theme.id()), "theme ids must differ: %s", theme.id());
    }
    for (Theme theme : themes) {
      require(
          theme.parent() == null || seen.contains(theme.parent()),
          "parent of theme %s must be the id of a theme: %s",
          theme.id(),
          theme.parent());
    }
  }

  /**
   * A theme.
   *
   * @param terms English terms; a {@code *} at the end of a word stands for any ending
   * @param exclude phrases that never count for the theme
   * @param languages terms in other languages by BCP 47 tag
   */
  public record Theme(
      String id,
      String label,
      String description,
      @Nullable String parent,
      List<Term> terms,
      List<String> exclude,
      Map<String, List<Term>> languages) {
    public Theme {
      require(
          id != null && id.matches("[a-z][a-z0-9_]*"),
          "id must be lower-case letters, digits and _: %s",
          id);
      require(!id.equals("other"), "id must not be 'other', which stands for no theme");
      label = label == null ? id : label;
      description = description == null ? "" : description;
      terms = terms == null ? List.of() : List.copyOf(terms);
      exclude = exclude == null ? List.of() : List.copyOf(exclude);
      languages = languages == null ? Map.of() : Map.copyOf(languages);
      require(!terms.isEmpty() || !languages.isEmpty(), "theme %s must have terms", id);
    }
  }

  /** A word or phrase with its weight. */
  public record Term(String term, double weight) {
    public Term {
      require(term != null && !term.isBlank(), "term must not be empty");
      require(
          weight > 0 && weight <= 10,
          "weight of term '%s' must be above 0 and at most 10: %s",
          term,
          weight);
    }
  }
}
