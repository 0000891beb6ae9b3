package org.summitthemes.theme;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.summitthemes.theme.Matcher.Candidate;

/**
 * Themes that the analyst did not ask for, such as health or ceremony: what a unit may be about
 * that is about {@code other}. One that the analyst does ask for is no background.
 */
public final class Background implements Serializable {
  private final Catalog themes;
  private final boolean[] counts;

  /**
   * A background.
   *
   * @param themes further themes
   * @param asked the analyst's
   */
  public Background(Catalog themes, Catalog asked) {
    this.themes = themes;
    this.counts = new boolean[themes.themeIds().size()];
    for (int theme = 0; theme < counts.length; theme++) {
      counts[theme] = !asked.themeIds().contains(themes.themeIds().get(theme));
    }
  }

  /** The score of the theme that has most; 0 if the unit holds no term. */
  double score(Tokens unit) {
    double greatest = 0;
    for (double score : scores(best(unit))) {
      greatest = Math.max(greatest, score);
    }
    return greatest;
  }

  /** The hits of the theme that has most. */
  List<Hit> hits(Tokens unit) {
    List<Candidate> candidates = best(unit);
    double[] scores = scores(candidates);
    Map<Integer, List<Candidate>> byTheme = new TreeMap<>();
    for (int theme = 0; theme < scores.length; theme++) {
      int of = theme;
      byTheme.put(theme, candidates.stream().filter(hit -> hit.term().theme() == of).toList());
    }
    return byTheme.entrySet().stream()
        .filter(hits -> !hits.getValue().isEmpty())
        .max(Comparator.comparingDouble(hits -> scores[hits.getKey()]))
        .map(hits -> themes.matcher(unit.language()).hits(hits.getValue()))
        .orElse(List.of());
  }

  /** The terms and exclusions for units of a language. */
  List<Term> terms(String language) {
    return themes.matcher(language).terms().stream().filter(term -> counts[term.theme()]).toList();
  }

  private List<Candidate> best(Tokens unit) {
    return unit.best(themes).stream().filter(hit -> counts[hit.term().theme()]).toList();
  }

  private double[] scores(List<Candidate> hits) {
    return DictionaryScore.of(hits, themes.themeIds().size());
  }
}
