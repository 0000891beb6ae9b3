package org.summitthemes.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  private final int themes;
  private final int columns;

  /** By term and theme, and in the last place overall; none where there are no occurrences. */
  private long @Nullable [][] sums = new long[0][];

  private final long[] none;
  private final long[][] tokens;
  private final long[] speeches;
  private final boolean[] spokenOf;
  private final TermUnit unit;
  private int size;

  /** A tally over a number of organizations and themes. */
  public TermTally(int organizations, int themes) {
    this.themes = themes;
    this.columns = EVERYBODY + ORGANIZATION * organizations;
    this.none = new long[columns];
    this.tokens = new long[themes + 1][columns];
    this.speeches = new long[themes + 1];
    this.spokenOf = new boolean[themes + 1];
    this.unit = new TermUnit(themes);
  }

  /**
   * Adds a part of a speech to the unit at hand.
   *
   * @param belongsTo numbers of its organizations in ascending order
   * @param lengths occurrences of all terms in each theme, also of terms that are not given here
   * @param terms numbers of terms
   * @param ofThemes numbers of themes, parallel to the terms
   * @param counts occurrences of the term in the theme, parallel to the terms
   */
  public void add(int[] belongsTo, int[] lengths, int[] terms, int[] ofThemes, int[] counts) {
    for (int k = 0; k < themes; k++) {
      spokenOf[k] |= lengths[k] > 0;
      spokenOf[themes] |= lengths[k] > 0;
    }
    unit.add(belongsTo, lengths, terms, ofThemes, counts);
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
    int[] belongsTo = unit.organizations();
    long[] lengths = new long[themes + 1];
    long[][] ownLengths = new long[themes + 1][];
    unit.sumLengths();
    for (int k = 0; k <= themes; k++) {
      lengths[k] = unit.all(k);
      ownLengths[k] = unit.own(k).clone();
      // The term that stands for all terms has as many occurrences as there are.
      add(tokens[k], belongsTo, lengths[k], ownLengths[k], lengths[k], ownLengths[k]);
    }
    for (int slot = 0; slot < unit.size(); slot++) {
      unit.sumOccurrences(slot);
      for (int k = 0; k <= themes; k++) {
        if (unit.all(k) > 0) {
          long[] sum = sums(unit.term(slot), k);
          add(sum, belongsTo, unit.all(k), unit.own(k), lengths[k], ownLengths[k]);
        }
      }
    }
    unit.clear();
  }

  private static void add(
      long[] sum, int[] belongsTo, long occurrences, long[] own, long length, long[] ownLengths) {
    sum[0] += occurrences;
    sum[1] += occurrences * occurrences;
    sum[2] += occurrences * length;
    for (int o = 0; o < own.length; o++) {
      int start = start(belongsTo[o]);
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

  /** The number after the greatest of any term. */
  public int size() {
    return size;
  }

  /** How many units of an organization use a term in a theme; for the number of themes, overall. */
  public long units(int term, int organization, int theme) {
    return known(term, theme)[start(organization) + 3];
  }

  /** How an organization uses a term in a theme. */
  public TermUse own(int term, int organization, int theme) {
    long[] sum = known(term, theme);
    int start = start(organization);
    return new TermUse(
        sum[start], sum[start + 1], sum[start + 2], tokens[theme][start], tokens[theme][start + 1]);
  }

  /** How all that does not belong to an organization uses a term in a theme. */
  public TermUse rest(int term, int organization, int theme) {
    long[] sum = known(term, theme);
    int start = start(organization);
    return new TermUse(
        sum[0] - sum[start],
        sum[1] + sum[start + 4],
        sum[2] + sum[start + 5],
        tokens[theme][0] - tokens[theme][start],
        tokens[theme][1] + tokens[theme][start + 4]);
  }

  /** Occurrences of all terms in an average speech that has any in a theme. */
  public double meanLength(int theme) {
    return (double) tokens[theme][0] / speeches[theme];
  }

  private long[] known(int term, int theme) {
    long[] sum = sums[place(term, theme)];
    return sum == null ? none : sum;
  }

  private long[] sums(int term, int theme) {
    int place = place(term, theme);
    if (place >= sums.length) {
      sums = Arrays.copyOf(sums, 2 * place + themes + 1);
    }
    size = Math.max(size, term + 1);
    long[] known = sums[place];
    if (known == null) {
      known = new long[columns];
      sums[place] = known;
    }
    return known;
  }

  private int place(int term, int theme) {
    return term * (themes + 1) + theme;
  }

  private static int start(int organization) {
    return EVERYBODY + organization * ORGANIZATION;
  }
}
