package org.summitthemes.stats;

/**
 * How a term is used in a group of speeches, as sums over the speeches: of yᵢ, the occurrences of
 * the term in speech i, and of nᵢ, the occurrences of all terms.
 *
 * @param occurrences Σ yᵢ
 * @param occurrenceSquares Σ yᵢ²
 * @param products Σ yᵢ nᵢ
 * @param tokens Σ nᵢ
 * @param tokenSquares Σ nᵢ²
 */
public record TermUse(
    long occurrences, long occurrenceSquares, long products, long tokens, long tokenSquares) {

  /**
   * How many times the variance of the occurrences exceeds what it would be if words fell one by
   * one, not speech by speech:
   *
   * <pre>Σ (yᵢ − f nᵢ)² / Σ yᵢ,   f = Σ yᵢ / Σ nᵢ</pre>
   *
   * @return at least 1, which it also is for a term that does not occur
   */
  double designEffect() {
    if (occurrences == 0) {
      return 1;
    }

    double rate = (double) occurrences / tokens;
    double squares = occurrenceSquares - 2 * rate * products + rate * rate * tokenSquares;
    return Math.max(1, squares / occurrences);
  }
}
