package org.summitthemes.text;

import java.io.Serializable;

/**
 * Normalized pointwise mutual information of two neighbouring terms.
 *
 * <pre>npmi(x, y) = ln( p(x, y) / (p(x) p(y)) ) / -ln p(x, y)</pre>
 *
 * <p>with p(x) the share of the term in all terms and p(x, y) the share of the pair in all pairs of
 * neighbours. It is 1 if the terms occur only together, 0 if they meet as often as chance has it,
 * negative if more rarely.
 *
 * <ul>
 *   <li>A pair that never occurs has -1, the limit.
 *   <li>A corpus of this one pair only has 1, the limit.
 * </ul>
 *
 * <p>Range: from -1 to 1 but for the ends of sentences: terms there have one neighbour fewer, so a
 * pair's share can exceed its terms' by that little; what exceeds 1 is given as 1. Reference:
 * Gerlof Bouma, Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009.
 *
 * @param terms number of terms in the corpus
 * @param pairs number of pairs of neighbours in the corpus
 */
public record Collocation(long terms, long pairs) implements Serializable {
  public Collocation {
    if (terms < 0 || pairs < 0 || pairs > terms) {
      throw new IllegalArgumentException(
          "There are at most as many pairs as terms: " + pairs + " pairs, " + terms + " terms");
    }
  }

  /** The value for a pair that occurs so often, and whose terms occur so often. */
  public double npmi(long pair, long first, long second) {
    if (pair == 0) {
      return -1;
    }
    if (pair == pairs) {
      return 1;
    }

    double logPair = StrictMath.log((double) pair / pairs);
    double logChance =
        StrictMath.log((double) first / terms) + StrictMath.log((double) second / terms);
    return Math.min(1, (logPair - logChance) / -logPair);
  }
}
