package org.summitthemes.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the catalogs alone teach the student: every plain term is a lesson of its theme, and every
 * plain term of the background one of {@code other}. Where the corpus gives few lessons, the
 * student falls back on them, and through the vectors of words on what is like them.
 *
 * <p>A word with a wildcard stands for the most frequent word that it may be.
 */
final class CatalogLessons {
  /** All terms of a class together count as much as so many lessons from the corpus. */
  static final double WEIGHT = 100;

  private final Catalog catalog;
  private final Background background;
  private final Set<String> languages;

  /**
   * The lessons of the terms in some languages.
   *
   * @param languages BCP 47 tags of the languages of the corpus; English if there are none
   */
  CatalogLessons(Catalog catalog, Background background, Set<String> languages) {
    this.catalog = catalog;
    this.background = background;
    this.languages = new TreeSet<>(languages.isEmpty() ? Set.of(Languages.ENGLISH) : languages);
  }

  /** The words of the terms that are written out. */
  List<String> words() {
    return languages.stream()
        .flatMap(language -> terms(language).stream())
        .flatMap(term -> term.words().stream())
        .filter(word -> !word.prefix())
        .map(TermWord::folded)
        .distinct()
        .toList();
  }

  /** The lessons, in the catalogs' order. */
  List<Lesson> lessons(NGramVocabulary vocabulary) {
    List<Lesson> lessons = new ArrayList<>();
    for (String language : languages) {
      Map<String, String> commonest = vocabulary.commonest(beginnings(language));
      for (Term term : catalog.matcher(language).terms()) {
        if (term.isPlain()) {
          lessons.add(new Lesson(unit(term, language, commonest), term.theme()));
        }
      }
      for (Term term : background.terms(language)) {
        if (term.isPlain()) {
          lessons.add(new Lesson(unit(term, language, commonest), catalog.themeIds().size()));
        }
      }
    }
    return lessons;
  }

  private List<String> beginnings(String language) {
    return terms(language).stream()
        .flatMap(term -> term.words().stream())
        .filter(TermWord::prefix)
        .map(TermWord::folded)
        .toList();
  }

  private List<Term> terms(String language) {
    List<Term> terms = new ArrayList<>(catalog.matcher(language).terms());
    terms.addAll(background.terms(language));
    terms.removeIf(term -> !term.isPlain());
    return terms;
  }

  private static Unit unit(Term term, String language, Map<String, String> commonest) {
    List<String> words = new ArrayList<>();
    for (TermWord word : term.words()) {
      words.add(
          word.prefix() ? commonest.getOrDefault(word.folded(), word.folded()) : word.folded());
    }
    return new Unit(String.join(" ", words), language);
  }
}
