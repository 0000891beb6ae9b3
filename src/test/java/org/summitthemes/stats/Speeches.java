package org.summitthemes.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Samples of speeches for tests. */
final class Speeches {
  private Speeches() {}

  /**
   * A sample of two themes; speech i has id {@code first + i}, and rows are words of each theme.
   */
  static Sample numbered(int first, long[]... words) {
    Sample.Builder sample = Sample.over(words[0].length);
    for (int i = 0; i < words.length; i++) {
      sample.add(String.format("%03d", first + i), words[i]);
    }
    return sample.build();
  }

  /**
   * Words of themes in generated speeches: log-normal lengths with a median of 1,000 words,
   * Dirichlet shares.
   *
   * @param alpha parameters of the shares: the smaller they are, the more speeches differ
   */
  static long[][] generated(
      int speeches, double[] alpha, double logSpread, UniformRandomProvider random) {
    ContinuousSampler lengths =
        LogNormalSampler.of(
            ZigguratSampler.NormalizedGaussian.of(random), Math.log(1000), logSpread);
    DirichletSampler shares = DirichletSampler.of(random, alpha);
    long[][] words = new long[speeches][alpha.length];
    for (long[] speech : words) {
      double length = lengths.sample();
      double[] share = shares.sample();
      for (int k = 0; k < speech.length; k++) {
        speech[k] = Math.round(length * share[k]);
      }
      speech[speech.length - 1]++;
    }
    return words;
  }
}
