package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The share of each theme in the speeches of an organization, with a bootstrap interval over
 * speeches.
 *
 * <p>Intervals are percentiles of the {@link Bootstrap} replicates, at tail probabilities that
 * allow for few or unequal speeches ({@link Spread}). Replicates in which no speech was drawn are
 * left out. With fewer speeches than the least number there is no interval.
 */
public final class ThemeShares {
  private ThemeShares() {}

  /** The shares of the themes in order. */
  public static List<Estimate> of(Sample sample, Resampling resampling) {
    if (sample.size() < resampling.minSpeeches()) {
      return IntStream.range(0, sample.themes())
          .mapToObj(theme -> new Estimate(sample.share(theme), null, null))
          .toList();
    }

    List<double[]> replicates = new ArrayList<>();
    Bootstrap bootstrap = new Bootstrap(sample, resampling.seed());
    for (int r = 0; r < resampling.replicates(); r++) {
      double[] shares = replicateShares(bootstrap.words(r));
      if (shares != null) {
        replicates.add(shares);
      }
    }
    return IntStream.range(0, sample.themes())
        .mapToObj(theme -> estimate(sample, theme, replicates, resampling.level()))
        .toList();
  }

  /** The shares in a replicate; null if no speech was drawn. */
  static double @Nullable [] replicateShares(long[] words) {
    int themes = words.length - 1;
    return words[themes] == 0 ? null : Sample.shares(Arrays.copyOf(words, themes), words[themes]);
  }

  /** The percentiles of values at a tail probability on either side. */
  static Interval percentiles(double[] values, double tail, double level) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Interval(Quantile.of(sorted, tail), Quantile.of(sorted, 1 - tail), level);
  }

  private static Estimate estimate(
      Sample sample, int theme, List<double[]> replicates, double level) {
    double[] shares = replicates.stream().mapToDouble(replicate -> replicate[theme]).toArray();
    double tail = Spread.ofShare(sample, theme).tail(level);
    return new Estimate(sample.share(theme), percentiles(shares, tail, level), null);
  }
}
