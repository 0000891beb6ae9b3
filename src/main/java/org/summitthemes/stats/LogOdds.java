package org.summitthemes.stats;

/**
 * By how much the odds of a term in a group of speeches exceed its odds in the rest, drawn towards
 * none by an informative Dirichlet prior.
 *
 * <p>With y occurrences among n in the group, y′ among n′ in the rest and the prior α = α₀ (y + y′)
 * / (n + n′):
 *
 * <pre>δ = log((y + α) / (n + α₀ − y − α)) − log((y′ + α) / (n′ + α₀ − y′ − α))</pre>
 *
 * <p>and z = δ / σ. The paper's variance, σ² = 1 / (y + α) + 1 / (y′ + α), takes words for
 * independent, and a term that one speech repeats fifty times would stand out. Here each of its
 * terms is multiplied by the design effect of the term in that group ({@link
 * TermUse#designEffect()}), so that speeches are the unit; when each word falls by itself, this is
 * the paper's.
 *
 * <p>A term that is in neither group has log-odds 0, and so has one that is the only term of both.
 *
 * <p>Reference: Monroe, Colaresi, Quinn, "Fightin' words: lexical feature selection and evaluation
 * for identifying the content of political conflict", Political Analysis 16 (2008).
 *
 * @param value δ in nats; positive if the group uses the term more
 * @param standardError σ
 */
public record LogOdds(double value, double standardError) {

  /**
   * The log-odds of a term.
   *
   * @param priorTokens α₀, the occurrences of all terms that the prior weighs as much as; positive
   */
  public static LogOdds of(TermUse group, TermUse rest, double priorTokens) {
    if (!(priorTokens > 0)) {
      throw new IllegalArgumentException("priorTokens must be positive: " + priorTokens);
    }

    long occurrences = group.occurrences() + rest.occurrences();
    long tokens = group.tokens() + rest.tokens();
    if (occurrences == 0 || occurrences == tokens) {
      return new LogOdds(0, Double.POSITIVE_INFINITY);
    }

    double prior = priorTokens * occurrences / tokens;
    double value = logOdds(group, prior, priorTokens) - logOdds(rest, prior, priorTokens);
    double variance = variance(group, prior) + variance(rest, prior);
    return new LogOdds(value, Math.sqrt(variance));
  }

  /** δ / σ: about standard normal for a term that both use alike. */
  public double zScore() {
    return value / standardError;
  }

  private static double logOdds(TermUse use, double prior, double priorTokens) {
    double term = use.occurrences() + prior;
    return StrictMath.log(term / (use.tokens() + priorTokens - term));
  }

  private static double variance(TermUse use, double prior) {
    return use.designEffect() / (use.occurrences() + prior);
  }
}
