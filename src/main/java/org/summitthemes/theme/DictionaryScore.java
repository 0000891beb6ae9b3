package org.summitthemes.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.summitthemes.theme.Matcher.Candidate;

/**
 * What the terms found in a text say of each theme: the sum over the theme's terms of weight times
 * the term's count with diminishing returns, {@code w (2 - 2^(1-n))} for n occurrences: a second
 * occurrence of the same term counts half, a third a quarter, and a term is never worth more than
 * twice its weight. 0 without a hit.
 */
final class DictionaryScore {
  private DictionaryScore() {}

  static double[] of(List<Candidate> hits, int themes) {
    double[] scores = new double[themes];
    Map<Term, Integer> counts = new HashMap<>();
    for (Candidate hit : hits) {
      int before = counts.merge(hit.term(), 1, Integer::sum) - 1;
      scores[hit.term().theme()] += Math.scalb(hit.term().weight(), -before);
    }
    return scores;
  }
}
