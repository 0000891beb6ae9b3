package org.summitthemes.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;

/**
 * The share of each theme in the speeches of an organization, with a bootstrap interval over units
 * of evidence.
 *
 * <p>Intervals are percentiles of the {@link Bootstrap} replicates, at tail probabilities that
 * allow for few or unequal units ({@link Spread}). Replicates in which no unit was drawn are left
 * out. With fewer units than the least number there is no interval.
 */
public final class ThemeShares {
  private ThemeShares() {}

  /** The shares of the themes in order. */
  public static List<Estimate> of(Sample sample, Resampling resampling) {
    return of(new Resampled(sample, resampling));
  }

  /** The shares of the themes in order. */
  public static List<Estimate> of(Resampled resampled) {
    Sample sample = resampled.sample();
    boolean tooFew = sample.size() < resampled.resampling().minSpeeches();
    return IntStream.range(0, sample.themes())
        .mapToObj(
            theme ->
                tooFew ? new Estimate(sample.share(theme), null, null) : estimate(resampled, theme))
        .toList();
  }

  /** The percentiles of values at a tail probability on either side. */
  static Interval percentiles(double[] values, double tail, double level) {
    double[] inPlace = values.clone();
    int[] low = Quantile.places(values.length, tail);
    int[] high = Quantile.places(values.length, 1 - tail);
    Selection.select(inPlace, new int[] {low[0], low[1], high[0], high[1]});
    return new Interval(Quantile.of(inPlace, tail), Quantile.of(inPlace, 1 - tail), level);
  }

  private static Estimate estimate(Resampled resampled, int theme) {
    Sample sample = resampled.sample();
    Replicates replicates = resampled.replicates();
    double level = resampled.resampling().level();
    double[] shares =
        IntStream.range(0, replicates.size())
            .filter(replicates::drawn)
            .mapToDouble(replicate -> replicates.share(replicate, theme))
            .toArray();
    double tail = Spread.ofShare(sample, theme).tail(level);
    return new Estimate(sample.share(theme), percentiles(shares, tail, level), null);
  }
}
