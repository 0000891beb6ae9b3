package org.summitthemes.text;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.FitConfig;

/**
 * The terms that a model knows. A term's index is its rank by count, ties broken by name, so that
 * the same counts give the same indices.
 */
public final class Vocabulary implements Serializable {
  private static final Comparator<Term> ORDER =
      Comparator.comparing(Term::count).reversed().thenComparing(Term::name);

  private final List<Term> terms;
  private transient volatile @Nullable Map<String, Integer> indices;

  private Vocabulary(List<Term> terms) {
    this.terms = terms;
  }

  /**
   * A term.
   *
   * @param name stem, or stems joined by spaces
   * @param surface commonest form in the texts, for showing
   * @param count occurrences
   * @param passages passages in which it occurs
   */
  public record Term(String name, String surface, long count, long passages)
      implements Serializable {
    /** The term with another number of passages. */
    public Term withPassages(long other) {
      return new Term(name, surface, count, other);
    }

    /** The term with another form for showing. */
    public Term withSurface(String other) {
      return new Term(name, other, count, passages);
    }
  }

  /** A vocabulary of all the terms. */
  public static Vocabulary of(Collection<Term> terms) {
    return new Vocabulary(terms.stream().sorted(ORDER).toList());
  }

  /**
   * A vocabulary of the terms within the limits: in at least {@code minPassages} passages, in no
   * larger share of them than {@code maxPassageShare}, and of these the {@code maxTerms} most
   * frequent ones.
   *
   * @param passages number of passages of the corpus
   */
  public static Vocabulary within(FitConfig limits, Collection<Term> terms, long passages) {
    return new Vocabulary(
        terms.stream()
            .filter(term -> term.passages >= limits.minPassages())
            .filter(term -> term.passages <= limits.maxPassageShare() * passages)
            .sorted(ORDER)
            .limit(limits.maxTerms())
            .toList());
  }

  /** The terms by index. */
  public List<Term> terms() {
    return terms;
  }

  public Term term(int index) {
    return terms.get(index);
  }

  public int size() {
    return terms.size();
  }

  /** The term's index; negative if the vocabulary lacks it. */
  public int index(String name) {
    return indices().getOrDefault(name, -1);
  }

  /** The indices of the terms in order, without those that the vocabulary lacks. */
  public int[] encode(List<String> names) {
    int[] encoded = new int[names.size()];
    int size = 0;
    for (String name : names) {
      int index = index(name);
      if (index >= 0) {
        encoded[size++] = index;
      }
    }
    return Arrays.copyOf(encoded, size);
  }

  /**
   * The indices of the terms that a catalog's word or phrase stands for, in order; empty if there
   * are none. A phrase stands for joined terms with as many parts.
   *
   * @param pattern words, each with or without a {@code *} at its end; see {@link TermPattern}
   */
  public int[] resolve(String pattern, Tokenizer tokenizer) {
    TermPattern parsed = TermPattern.parse(pattern, tokenizer);
    return IntStream.range(0, size()).filter(index -> matches(terms.get(index), parsed)).toArray();
  }

  private static boolean matches(Term term, TermPattern pattern) {
    if (pattern.length() == 1 && term.name.indexOf(' ') < 0) {
      return pattern.matches(List.of(term.name), List.of(term.surface));
    }

    return pattern.length() > 1
        && pattern.matches(
            Arrays.asList(term.name.split(" ")), Arrays.asList(term.surface.split(" ")));
  }

  private Map<String, Integer> indices() {
    Map<String, Integer> known = indices;
    if (known == null) {
      known = new HashMap<>(2 * terms.size());
      for (int index = 0; index < terms.size(); index++) {
        known.put(terms.get(index).name, index);
      }
      indices = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Vocabulary that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.stream().map(Term::name).toList().toString();
  }
}
