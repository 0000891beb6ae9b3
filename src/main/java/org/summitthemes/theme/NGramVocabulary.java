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

  private final List<String> ngrams;
  private final double[] idf;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final PairIds pairs;

  /** By number of a word, its id, or {@link PairIds#NONE} if it is known as part of a pair only. */
  private final int[] ids;

  private NGramVocabulary(List<String> ngrams, double[] idf) {
    this.ngrams = List.copyOf(ngrams);
    this.idf = idf;
    this.pairs = new PairIds(ngrams.size());
    int[] known = new int[2 * ngrams.size()];
    Arrays.fill(known, PairIds.NONE);
    for (int id = 0; id < ngrams.size(); id++) {
      String ngram = ngrams.get(id);
      int pair = ngram.indexOf(NGrams.PAIR);
      if (pair < 0) {
        known[number(ngram)] = id;
      } else {
        pairs.put(number(ngram.substring(0, pair)), number(ngram.substring(pair + 1)), id);
      }
    }
    this.ids = Arrays.copyOf(known, numbers.size());
  }

  private int number(String word) {
    return numbers.computeIfAbsent(word, key -> numbers.size());
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
      NGrams.counts(Tokens.of(unit))
          .keySet()
          .forEach(ngram -> frequencies.merge(ngram, 1, Integer::sum));
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
    return new NGramVocabulary(ngrams, idf);
  }

  /** The n-grams in the order of their ids. */
  List<String> ngrams() {
    return ngrams;
  }

  /** Of the words with each beginning the most frequent one, by name among equals. */
  Map<String, String> commonest(Collection<String> beginnings) {
    Beginnings known = new Beginnings(beginnings);
    Map<String, String> commonest = new HashMap<>();
    for (String ngram : ngrams) {
      if (ngram.indexOf(NGrams.PAIR) < 0) {
        known.of(ngram, beginning -> commonest.putIfAbsent(beginning, ngram));
      }
    }
    return commonest;
  }

  double idf(int id) {
    return idf[id];
  }

  int size() {
    return idf.length;
  }

  /** The unit as a vector of length 1. */
  SparseVector vector(Tokens unit) {
    int[] found = found(NGrams.words(unit));
    int[] known = new int[found.length];
    double[] values = new double[found.length];
    int size = 0;
    for (int i = 0; i < found.length; ) {
      int first = i;
      while (i < found.length && found[i] == found[first]) {
        i++;
      }
      known[size] = found[first];
      values[size] = (1 + StrictMath.log(i - first)) * idf[found[first]];
      size++;
    }
    return new SparseVector(Arrays.copyOf(known, size), unitLength(Arrays.copyOf(values, size)));
  }

  /** The ids of the n-grams, ascending, each as often as it occurs. */
  private int[] found(List<String> words) {
    int[] found = new int[2 * words.size()];
    int size = 0;
    int before = PairIds.NONE;
    for (String word : words) {
      int number = numbers.getOrDefault(word, PairIds.NONE);
      if (number != PairIds.NONE && ids[number] != PairIds.NONE) {
        found[size++] = ids[number];
      }
      int pair = pairs.get(before, number);
      if (pair != PairIds.NONE) {
        found[size++] = pair;
      }
      before = number;
    }
    Arrays.sort(found, 0, size);
    return Arrays.copyOf(found, size);
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
