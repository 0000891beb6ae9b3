package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the catalog finds in a corpus: how often each theme and each of its terms is hit. Tallies of
 * parts of a corpus can be merged in any order.
 */
public final class CatalogReport implements Serializable {
  private final Catalog catalog;
  private final SortedMap<String, SortedMap<Term, Long>> hits = new TreeMap<>();
  private final long[] unitsWithHit;
  private long units;

  public CatalogReport(Catalog catalog) {
    this.catalog = catalog;
    this.unitsWithHit = new long[catalog.themeIds().size()];
  }

  /**
   * What is found of a theme.
   *
   * @param hits occurrences of its terms
   * @param units units that hold at least one
   * @param share those units' share of all units; 0 without units
   * @param missing terms that never occur though units in their language do, as {@code language:
   *     term}, in the catalog's order
   */
  public record ThemeHits(
      String themeId, long hits, long units, double share, List<String> missing) {}

  /** Counts a unit. */
  public CatalogReport add(Unit unit) {
    String language = catalog.termLanguage(unit.language());
    SortedMap<Term, Long> counts = hits.computeIfAbsent(language, key -> new TreeMap<>());
    Set<Integer> themes = new HashSet<>();
    for (Matcher.Candidate hit : catalog.matcher(language).best(unit.text())) {
      counts.merge(hit.term(), 1L, Long::sum);
      themes.add(hit.term().theme());
    }
    themes.forEach(theme -> unitsWithHit[theme]++);
    units++;
    return this;
  }

  /** Adds the counts of another part of the corpus. */
  public CatalogReport merge(CatalogReport other) {
    other.hits.forEach(
        (language, counts) -> {
          SortedMap<Term, Long> own = hits.computeIfAbsent(language, key -> new TreeMap<>());
          counts.forEach((term, count) -> own.merge(term, count, Long::sum));
        });
    for (int theme = 0; theme < unitsWithHit.length; theme++) {
      unitsWithHit[theme] += other.unitsWithHit[theme];
    }
    units += other.units;
    return this;
  }

  /** One entry for each theme, in the catalog's order. */
  public List<ThemeHits> themes() {
    List<ThemeHits> themes = new ArrayList<>();
    for (int theme = 0; theme < unitsWithHit.length; theme++) {
      themes.add(
          new ThemeHits(
              catalog.themeIds().get(theme),
              hitsOf(theme),
              unitsWithHit[theme],
              units == 0 ? 0 : (double) unitsWithHit[theme] / units,
              missing(theme)));
    }
    return themes;
  }

  private long hitsOf(int theme) {
    return hits.values().stream()
        .flatMap(counts -> counts.entrySet().stream())
        .filter(entry -> entry.getKey().theme() == theme)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private List<String> missing(int theme) {
    List<String> missing = new ArrayList<>();
    hits.forEach(
        (language, counts) ->
            catalog.matcher(language).terms().stream()
                .filter(term -> term.theme() == theme && !term.excludes())
                .filter(term -> !counts.containsKey(term))
                .forEach(term -> missing.add(language + ": " + term.text())));
    return missing;
  }
}
