package org.summitthemes.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up over speeches how their terms are used, within each theme and overall.
 *
 * <p>All sums are of whole numbers, so the order of the speeches does not matter.
 */
public final class TermTally {
  /** Σ yᵢ, Σ yᵢ² and Σ yᵢ nᵢ of a term. */
  private static final int SUMS = 3;

  private final int themes;
  private final Map<String, long[]> terms = new HashMap<>();
  private final long[] tokens;
  private final long[] tokenSquares;
  private final long[] speeches;

  /** A tally over a number of themes. */
  public TermTally(int themes) {
    this.themes = themes;
    this.tokens = new long[themes + 1];
    this.tokenSquares = new long[themes + 1];
    this.speeches = new long[themes + 1];
  }

  /**
   * Adds a speech.
   *
   * @param speechTerms its terms, none twice
   * @param counts occurrences of the first term in each theme, of the second term in each theme,
   *     and so on
   */
  public void add(List<String> speechTerms, List<Integer> counts) {
    long[] lengths = lengths(counts);
    for (int t = 0; t < speechTerms.size(); t++) {
      long[] sums =
          terms.computeIfAbsent(speechTerms.get(t), term -> new long[(themes + 1) * SUMS]);
      long all = 0;
      for (int k = 0; k < themes; k++) {
        long occurrences = counts.get(t * themes + k);
        add(sums, k, occurrences, lengths[k]);
        all += occurrences;
      }
      add(sums, themes, all, lengths[themes]);
    }
    for (int k = 0; k <= themes; k++) {
      tokens[k] += lengths[k];
      tokenSquares[k] += lengths[k] * lengths[k];
      speeches[k] += lengths[k] > 0 ? 1 : 0;
    }
  }

  /** Speeches that have terms in a theme, or, for the number of themes, any terms. */
  public long speeches(int theme) {
    return speeches[theme];
  }

  /**
   * Visits every term that occurs in a theme and overall, for which the theme is the number of
   * themes; in no particular order.
   */
  public void forEach(Visitor visitor) {
    terms.forEach(
        (term, sums) -> {
          for (int k = 0; k <= themes; k++) {
            if (sums[k * SUMS] > 0) {
              visitor.visit(k, term, use(sums, k));
            }
          }
        });
  }

  private TermUse use(long[] sums, int theme) {
    int start = theme * SUMS;
    return new TermUse(
        sums[start], sums[start + 1], sums[start + 2], tokens[theme], tokenSquares[theme]);
  }

  /** Occurrences of all terms in each theme, and in the last place overall. */
  private long[] lengths(List<Integer> counts) {
    long[] lengths = new long[themes + 1];
    for (int i = 0; i < counts.size(); i++) {
      lengths[i % themes] += counts.get(i);
    }
    lengths[themes] = Arrays.stream(lengths).sum();
    return lengths;
  }

  private static void add(long[] sums, int theme, long occurrences, long length) {
    int start = theme * SUMS;
    sums[start] += occurrences;
    sums[start + 1] += occurrences * occurrences;
    sums[start + 2] += occurrences * length;
  }

  /** Receives how a term is used. */
  public interface Visitor {
    /** Receives how a term is used in a theme. */
    void visit(int theme, String term, TermUse use);
  }
}
