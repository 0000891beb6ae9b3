package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The words of each theme in the speeches of one organization: what is resampled.
 *
 * <p>The share of theme k is word-weighted over speeches, that is, a ratio of sums:
 *
 * <pre>pₖ = Σᵢ wᵢₖ / Σᵢ nᵢ</pre>
 *
 * <p>where wᵢₖ are the words of theme k in speech i and nᵢ all its words. Speeches are kept in the
 * order of their ids, so that every sum over them is the same whatever order they came in.
 */
public final class Sample {
  private final List<String> ids;
  private final int themes;
  private final long[] words;
  private final long[] totals;
  private final long[] themeWords;
  private final long totalWords;

  private Sample(List<Speech> speeches, int themes) {
    this.ids = speeches.stream().map(Speech::id).toList();
    this.themes = themes;
    this.words = speeches.stream().flatMapToLong(speech -> Arrays.stream(speech.words)).toArray();
    this.totals = speeches.stream().mapToLong(Speech::total).toArray();
    this.themeWords = new long[themes];
    for (int i = 0; i < words.length; i++) {
      themeWords[i % themes] += words[i];
    }
    this.totalWords = Arrays.stream(totals).sum();
  }

  /** Starts a sample over a number of themes. */
  public static Builder over(int themes) {
    return new Builder(themes);
  }

  /** How many speeches. */
  public int size() {
    return ids.size();
  }

  /** How many themes. */
  public int themes() {
    return themes;
  }

  /** Words of a theme in all speeches. */
  public long themeWords(int theme) {
    return themeWords[theme];
  }

  /** Words of all speeches. */
  public long totalWords() {
    return totalWords;
  }

  /**
   * The share of a theme in the words of all speeches.
   *
   * @return a share in [0, 1]
   */
  public double share(int theme) {
    return (double) themeWords[theme] / totalWords;
  }

  /** The shares of all themes; they sum to 1. */
  double[] shares() {
    return shares(themeWords, totalWords);
  }

  String id(int speech) {
    return ids.get(speech);
  }

  long words(int speech, int theme) {
    return words[speech * themes + theme];
  }

  long total(int speech) {
    return totals[speech];
  }

  static double[] shares(long[] themeWords, long totalWords) {
    return Arrays.stream(themeWords).mapToDouble(words -> (double) words / totalWords).toArray();
  }

  private static final class Speech {
    final String id;
    final long[] words;

    Speech(String id, long[] words) {
      this.id = id;
      this.words = words;
    }

    String id() {
      return id;
    }

    long total() {
      return Arrays.stream(words).sum();
    }
  }

  /** Collects speeches in any order. */
  public static final class Builder {
    private final int themes;
    private final List<Speech> speeches = new ArrayList<>();

    private Builder(int themes) {
      this.themes = themes;
    }

    /**
     * Adds a speech.
     *
     * @param words words of each theme; at least one word in all
     */
    public Builder add(String id, long... words) {
      if (words.length != themes) {
        throw new IllegalArgumentException(
            "speech " + id + " must have words for " + themes + " themes: " + words.length);
      }

      if (Arrays.stream(words).anyMatch(count -> count < 0) || Arrays.stream(words).sum() == 0) {
        throw new IllegalArgumentException(
            "speech " + id + " must have words, none negative: " + Arrays.toString(words));
      }

      speeches.add(new Speech(id, words.clone()));
      return this;
    }

    /** The sample; at least one speech, no id twice. */
    public Sample build() {
      speeches.sort(Comparator.comparing(Speech::id));
      if (speeches.isEmpty()) {
        throw new IllegalArgumentException("a sample must have at least one speech");
      }

      for (int i = 1; i < speeches.size(); i++) {
        if (speeches.get(i).id.equals(speeches.get(i - 1).id)) {
          throw new IllegalArgumentException("speech " + speeches.get(i).id + " stands twice");
        }
      }
      return new Sample(speeches, themes);
    }
  }
}
