package org.summitthemes.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Years in which the share of a theme changes to a new level.
 *
 * <p>A series of years is divided where the two parts differ most,
 *
 * <pre>max over τ of N₁ N₂ / (N₁ + N₂) (p₁ − p₂)²,</pre>
 *
 * <p>with the words N and the shares p of the years before τ and from τ on. Whether the years may
 * be divided at all is tested by dealing them out in random order: p = (1 + b) / (1 + B), where b
 * of B orders have as great a maximum. As the maximum is taken in every order too, the choice of τ
 * is accounted for. The parts are divided in turn while the probability is at most α; a part has at
 * least {@value #LEAST} years, for one year is no level.
 *
 * <p>The test takes years for exchangeable when nothing changes. It finds slow trends as well as
 * sudden changes; then τ is where a single step fits best.
 *
 * <p>Reference: Vostrikova, "Detecting 'disorder' in multidimensional random processes", Soviet
 * Mathematics Doklady 24 (1981), for dividing again and again; Matteson, James, "A nonparametric
 * approach for multiple change point analysis of multivariate data", Journal of the American
 * Statistical Association 109 (2014), for the permutation test in each part.
 */
public final class ChangePoints {
  /** The least number of years in a part. */
  static final int LEAST = 3;

  /** Maxima this close count as equal: they may be the same number summed in another order. */
  private static final double TIE = 1e-9;

  private final long[] own;
  private final long[] all;
  private final int permutations;
  private final double alpha;
  private final long key;
  private final List<ChangePoint> found = new ArrayList<>();

  private ChangePoints(long[] own, long[] all, int permutations, double alpha, long key) {
    this.own = own;
    this.all = all;
    this.permutations = permutations;
    this.alpha = alpha;
    this.key = key;
  }

  /**
   * The tests of a series, the whole first, then its parts from the earlier to the later.
   *
   * @param own words of the theme in each year
   * @param all words of each year, positive
   * @param resampling how many permutations, and their seed
   * @param alpha greatest probability at which the parts are looked at
   * @param key readable key of the series, which keys the permutations
   */
  public static List<ChangePoint> of(
      long[] own, long[] all, Resampling resampling, double alpha, String key) {
    ChangePoints points =
        new ChangePoints(
            own, all, resampling.permutations(), alpha, StableHash.of(resampling.seed(), key));
    points.divide(0, own.length);
    return List.copyOf(points.found);
  }

  private void divide(int from, int to) {
    if (to - from < 2 * LEAST) {
      return;
    }

    int[] order = new int[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = from + i;
    }
    Division observed = division(order);
    double pValue = pValue(order, observed.height, StableHash.of(key, from + "-" + to));
    int change = from + observed.place;
    found.add(new ChangePoint(from, change, to, pValue));
    if (pValue <= alpha) {
      divide(from, change);
      divide(change, to);
    }
  }

  private double pValue(int[] order, double observed, long seed) {
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
    int reached = 0;
    for (int r = 0; r < permutations; r++) {
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[other];
        order[other] = swapped;
      }
      reached += division(order).height >= observed * (1 - TIE) ? 1 : 0;
    }
    return (1.0 + reached) / (1.0 + permutations);
  }

  /** The division of years in an order that makes the parts differ most; the first of equals. */
  private Division division(int[] order) {
    long ownSum = 0;
    long allSum = 0;
    for (int year : order) {
      ownSum += own[year];
      allSum += all[year];
    }
    long ownBefore = 0;
    long allBefore = 0;
    Division best = new Division(LEAST, -1);
    for (int i = 0; i + LEAST < order.length; i++) {
      ownBefore += own[order[i]];
      allBefore += all[order[i]];
      if (i + 1 >= LEAST) {
        double before = allBefore;
        double after = allSum - allBefore;
        double difference = ownBefore / before - (ownSum - ownBefore) / after;
        double height = before * after / allSum * difference * difference;
        best = height > best.height * (1 + TIE) ? new Division(i + 1, height) : best;
      }
    }
    return best;
  }

  private record Division(int place, double height) {}

  /**
   * A test of a part of the series.
   *
   * @param from first year of the part, by its place
   * @param change first year of the new level
   * @param to the place after the last year of the part
   */
  public record ChangePoint(int from, int change, int to, double pValue) {}
}
