package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up how each organization, and the rest, uses each term in each theme and overall, unit of
 * evidence by unit of evidence.
 *
 * <p>A unit is a speech, or the speeches of a country. What part of a unit belongs to an
 * organization is that organization's use, what is left of it the rest's. All sums are of whole
 * numbers, so the order of units does not matter; the speeches of a unit must follow one another.
 */
public final class TermTally {
  /** Σ yᵢ, Σ yᵢ², Σ yᵢ nᵢ of everybody. */
  private static final int EVERYBODY = 3;

  /** Σ yᵢ, Σ yᵢ², Σ yᵢ nᵢ and the units that use the term, then Σ yᵢ², Σ yᵢ nᵢ of the rest. */
  private static final int ORGANIZATION = 6;

  private final int organizations;
  private final int themes;
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<long[]> sums = new ArrayList<>();
  private final long[][] tokens;
  private final long[] speeches;
  private final boolean[] spokenOf;
  private final TermUnit unit;

  /** A tally over a number of organizations and themes. */
  public TermTally(int organizations, int themes) {
    this.organizations = organizations;
    this.themes = themes;
    this.tokens = new long[themes + 1][EVERYBODY + ORGANIZATION * organizations];
    this.speeches = new long[themes + 1];
    this.spokenOf = new boolean[themes + 1];
    this.unit = new TermUnit(themes);
  }

  /**
   * Adds a part of a speech to the unit at hand.
   *
   * @param belongsTo numbers of its organizations in ascending order
   * @param lengths occurrences of all terms in each theme, also of terms that are not given here
   * @param speechTerms its terms, none twice
   * @param counts occurrences of the first term in each theme, of the second term in each theme,
   *     and so on
   */
  public void add(
      List<Integer> belongsTo,
      List<Integer> lengths,
      List<String> speechTerms,
      List<Integer> counts) {
    for (int k = 0; k < themes; k++) {
      spokenOf[k] |= lengths.get(k) > 0;
      spokenOf[themes] |= lengths.get(k) > 0;
    }
    int[] numbers = speechTerms.stream().mapToInt(this::place).toArray();
    unit.add(belongsTo, lengths, numbers, counts);
  }

  /** Says that what comes next is of another speech, or that there is none. */
  public void endSpeech() {
    for (int k = 0; k <= themes; k++) {
      speeches[k] += spokenOf[k] ? 1 : 0;
      spokenOf[k] = false;
    }
  }

  /** Says that the next speech belongs to another unit, or that there is none. */
  public void endUnit() {
    endSpeech();
    List<Integer> belongsTo = unit.organizations();
    long[] ownLengths = new long[belongsTo.size()];
    long[] own = new long[belongsTo.size()];
    for (int k = 0; k <= themes; k++) {
      long length = unit.lengths(k, belongsTo, ownLengths);
      // The term that stands for all terms has as many occurrences as there are.
      add(tokens[k], 0, belongsTo, length, ownLengths, length, ownLengths);
      for (int slot = 0; slot < unit.size(); slot++) {
        long occurrences = unit.occurrences(slot, k, belongsTo, own);
        if (occurrences > 0) {
          add(sums.get(unit.term(slot)), k, belongsTo, occurrences, own, length, ownLengths);
        }
      }
    }
    unit.clear();
  }

  private void add(
      long[] sum,
      int theme,
      List<Integer> belongsTo,
      long occurrences,
      long[] own,
      long length,
      long[] ownLengths) {
    int everybody = theme * (EVERYBODY + ORGANIZATION * organizations);
    sum[everybody] += occurrences;
    sum[everybody + 1] += occurrences * occurrences;
    sum[everybody + 2] += occurrences * length;
    for (int o = 0; o < own.length; o++) {
      int start = everybody + EVERYBODY + belongsTo.get(o) * ORGANIZATION;
      long rest = occurrences - own[o];
      sum[start] += own[o];
      sum[start + 1] += own[o] * own[o];
      sum[start + 2] += own[o] * ownLengths[o];
      sum[start + 3] += own[o] > 0 ? 1 : 0;
      // The rest has everybody's sums but for the units that belong to the organization in part.
      sum[start + 4] += rest * rest - occurrences * occurrences;
      sum[start + 5] += rest * (length - ownLengths[o]) - occurrences * length;
    }
  }

  /** How many terms there are. */
  public int size() {
    return terms.size();
  }

  /** A term by its number. */
  public String term(int number) {
    return terms.get(number);
  }

  /** How many units of an organization use a term in a theme. */
  public long units(int term, int organization, int theme) {
    return sums.get(term)[start(theme, organization) + 3];
  }

  /** How an organization uses a term in a theme; for the number of themes, overall. */
  public TermUse own(int term, int organization, int theme) {
    long[] sum = sums.get(term);
    int start = start(theme, organization);
    int all = start(0, organization);
    return new TermUse(
        sum[start], sum[start + 1], sum[start + 2], tokens[theme][all], tokens[theme][all + 1]);
  }

  /** How all that does not belong to an organization uses a term in a theme. */
  public TermUse rest(int term, int organization, int theme) {
    long[] sum = sums.get(term);
    int everybody = start(theme, 0) - EVERYBODY;
    int start = start(theme, organization);
    int all = start(0, organization);
    return new TermUse(
        sum[everybody] - sum[start],
        sum[everybody + 1] + sum[start + 4],
        sum[everybody + 2] + sum[start + 5],
        tokens[theme][0] - tokens[theme][all],
        tokens[theme][1] + tokens[theme][all + 4]);
  }

  /** Occurrences of all terms in an average speech that has any in a theme. */
  public double meanLength(int theme) {
    return (double) tokens[theme][0] / speeches[theme];
  }

  private int place(String term) {
    Integer place = places.get(term);
    if (place != null) {
      return place;
    }

    places.put(term, terms.size());
    terms.add(term);
    sums.add(new long[(themes + 1) * (EVERYBODY + ORGANIZATION * organizations)]);
    return terms.size() - 1;
  }

  private int start(int theme, int organization) {
    return theme * (EVERYBODY + ORGANIZATION * organizations)
        + EVERYBODY
        + organization * ORGANIZATION;
  }
}
