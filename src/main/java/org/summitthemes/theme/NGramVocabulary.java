package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words and word pairs a student knows, and how much each tells: those that occur in at least
 * two units, at most {@link #MOST}, the most frequent ones first and by name among equals.
 *
 * <p>The weight of an n-gram that occurs {@code c} times in a unit is {@code (1 + ln c) idf}, where
 * {@code idf = 1 + ln((1 + units) / (1 + units that hold it))}; a unit's vector has length 1, or is
 * empty if it holds none.
 */
final class NGramVocabulary implements Serializable {
  static final int MOST = 60_000;
  private static final int FEWEST_UNITS = 2;

  private final Map<String, Integer> ids;
  private final double[] idf;

  private NGramVocabulary(Map<String, Integer> ids, double[] idf) {
    this.ids = ids;
    this.idf = idf;
  }

  /**
   * The vocabulary of units.
   *
   * @param further words that are known whether or not a unit holds them; one that none holds tells
   *     as much as one that occurs once
   */
  static NGramVocabulary of(Collection<Unit> units, Iterable<String> further) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (Unit unit : units) {
      NGrams.counts(unit).keySet().forEach(ngram -> frequencies.merge(ngram, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> chosen = new ArrayList<>(frequencies.entrySet());
    chosen.removeIf(entry -> entry.getValue() < FEWEST_UNITS);
    chosen.sort(
        Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    Map<String, Integer> known = new LinkedHashMap<>();
    chosen.stream().limit(MOST).forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    further.forEach(word -> known.putIfAbsent(word, 1));
    double[] idf =
        known.values().stream()
            .mapToDouble(count -> 1 + StrictMath.log((1.0 + units.size()) / (1.0 + count)))
            .toArray();
    return of(List.copyOf(known.keySet()), idf);
  }

  /** The vocabulary of n-grams in the order of their ids. */
  static NGramVocabulary of(List<String> ngrams, double[] idf) {
    Map<String, Integer> ids = new HashMap<>();
    ngrams.forEach(ngram -> ids.put(ngram, ids.size()));
    return new NGramVocabulary(ids, idf);
  }

  /** The n-grams in the order of their ids. */
  List<String> ngrams() {
    List<String> ngrams = new ArrayList<>(ids.keySet());
    ngrams.sort(Comparator.comparing(ids::get));
    return ngrams;
  }

  double idf(int id) {
    return idf[id];
  }

  int size() {
    return idf.length;
  }

  /** The unit as a vector of length 1. */
  SparseVector vector(Unit unit) {
    Map<String, Integer> counts = NGrams.counts(unit);
    int[] known =
        counts.keySet().stream()
            .map(ids::get)
            .filter(id -> id != null)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    double[] values = new double[known.length];
    counts.forEach(
        (ngram, count) -> {
          Integer id = ids.get(ngram);
          if (id != null) {
            int place = Arrays.binarySearch(known, id);
            values[place] = (1 + StrictMath.log(count)) * idf[id];
          }
        });
    return new SparseVector(known, unitLength(values));
  }

  private static double[] unitLength(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] /= length;
    }
    return values;
  }
}
