package org.summitthemes.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words of each theme in the speeches of one organization, by unit of evidence: what is
 * resampled.
 *
 * <p>A unit is one speech, or all speeches of one country where countries, not speeches, are what
 * an organization has or has not. The share of theme k is word-weighted, that is, a ratio of sums:
 *
 * <pre>pₖ = Σᵢ wᵢₖ / Σᵢ nᵢ</pre>
 *
 * <p>where wᵢₖ are the words of theme k in unit i and nᵢ all its words. Units are kept in the order
 * of their ids, so that every sum over them is the same whatever order they came in.
 */
public final class Sample implements Serializable {
  private static final long serialVersionUID = 1;

  private final String[] ids;
  private final int speeches;
  private final int themes;
  private final long[] words;
  private final long[] totals;
  private final long[] themeWords;
  private final long totalWords;

  private Sample(SortedMap<String, long[]> units, int speeches, int themes) {
    this.ids = units.keySet().toArray(String[]::new);
    this.speeches = speeches;
    this.themes = themes;
    this.words = units.values().stream().flatMapToLong(Arrays::stream).toArray();
    this.totals = units.values().stream().mapToLong(unit -> Arrays.stream(unit).sum()).toArray();
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

  /** How many units. */
  public int size() {
    return ids.length;
  }

  /** How many speeches. */
  public int speeches() {
    return speeches;
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

  /** How many units tell the samples apart: they belong to one only, or with other words. */
  int distinct(Sample other) {
    int distinct = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length || j < other.ids.length) {
      int order = j == other.ids.length ? -1 : i == ids.length ? 1 : ids[i].compareTo(other.ids[j]);
      distinct += order == 0 && sameWords(i, other, j) ? 0 : 1;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return distinct;
  }

  private boolean sameWords(int unit, Sample other, int otherUnit) {
    return Arrays.equals(
        words,
        unit * themes,
        (unit + 1) * themes,
        other.words,
        otherUnit * themes,
        (otherUnit + 1) * themes);
  }

  String id(int unit) {
    return ids[unit];
  }

  long words(int unit, int theme) {
    return words[unit * themes + theme];
  }

  long total(int unit) {
    return totals[unit];
  }

  static double[] shares(long[] themeWords, long totalWords) {
    return Arrays.stream(themeWords).mapToDouble(words -> (double) words / totalWords).toArray();
  }

  /** Collects speeches in any order. */
  public static final class Builder {
    private final int themes;
    private final SortedMap<String, long[]> units = new TreeMap<>();
    private int speeches;

    private Builder(int themes) {
      this.themes = themes;
    }

    /**
     * Adds a speech that is a unit by itself, or belongs to a unit that others belong to.
     *
     * @param words words of each theme; at least one word in all
     */
    public Builder add(String unit, long... words) {
      return add(unit, 1, words);
    }

    /** Adds some speeches of a unit, with the words of all of them. */
    public Builder add(String unit, int speeches, long[] words) {
      if (words.length != themes) {
        throw new IllegalArgumentException(
            "speech " + unit + " must have words for " + themes + " themes: " + words.length);
      }

      if (Arrays.stream(words).anyMatch(count -> count < 0) || Arrays.stream(words).sum() == 0) {
        throw new IllegalArgumentException(
            "speech " + unit + " must have words, none negative: " + Arrays.toString(words));
      }

      long[] sums = units.computeIfAbsent(unit, any -> new long[themes]);
      for (int k = 0; k < themes; k++) {
        sums[k] += words[k];
      }
      this.speeches += speeches;
      return this;
    }

    /** Adds all units of another sample. */
    public Builder add(Sample sample) {
      for (int i = 0; i < sample.size(); i++) {
        // The number of speeches is known for the whole sample only.
        add(sample.ids[i], 0, Arrays.copyOfRange(sample.words, i * themes, (i + 1) * themes));
      }
      speeches += sample.speeches;
      return this;
    }

    /** The sample; at least one speech. */
    public Sample build() {
      if (units.isEmpty()) {
        throw new IllegalArgumentException("a sample must have at least one speech");
      }

      return new Sample(units, speeches, themes);
    }
  }
}
