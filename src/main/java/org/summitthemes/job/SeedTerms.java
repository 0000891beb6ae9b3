package org.summitthemes.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Term;
import org.summitthemes.config.ThemesConfig.Theme;
import org.summitthemes.text.Tokenizer;
import org.summitthemes.text.Vocabulary;

/**
 * The catalog's terms as the vocabulary knows them. A term of several themes seeds each of them.
 *
 * @param byTheme weight by term index, for each theme in the catalog's order
 * @param absent terms of each theme that stand for nothing in the vocabulary, by theme id
 */
record SeedTerms(List<Map<Integer, Double>> byTheme, Map<String, List<String>> absent) {
  private static final String ENGLISH = "en";

  static SeedTerms resolve(ThemesConfig themes, Vocabulary vocabulary) {
    List<Map<Integer, Double>> byTheme = new ArrayList<>();
    Map<String, List<String>> absent = new TreeMap<>();
    for (Theme theme : themes.themes()) {
      Map<Integer, Double> seeds = new TreeMap<>();
      List<String> missing = new ArrayList<>();
      add(theme.terms(), new Tokenizer(ENGLISH), vocabulary, seeds, missing);
      new TreeMap<>(theme.languages())
          .forEach(
              (language, terms) -> add(terms, new Tokenizer(language), vocabulary, seeds, missing));
      byTheme.add(seeds);
      absent.put(theme.id(), List.copyOf(missing));
    }
    return new SeedTerms(byTheme, absent);
  }

  /** The themes none of whose terms occur. */
  List<String> unseeded(ThemesConfig themes) {
    List<String> unseeded = new ArrayList<>();
    for (int i = 0; i < byTheme.size(); i++) {
      if (byTheme.get(i).isEmpty()) {
        unseeded.add(themes.themes().get(i).id());
      }
    }
    return unseeded;
  }

  private static void add(
      List<Term> terms,
      Tokenizer tokenizer,
      Vocabulary vocabulary,
      Map<Integer, Double> seeds,
      List<String> missing) {
    for (Term term : terms) {
      int[] indices = vocabulary.resolve(term.term(), tokenizer);
      for (int index : indices) {
        seeds.merge(index, term.weight(), Math::max);
      }
      if (indices.length == 0) {
        missing.add(term.term());
      }
    }
  }
}
