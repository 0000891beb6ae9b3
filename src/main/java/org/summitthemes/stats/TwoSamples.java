package org.summitthemes.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The speeches of two organizations, whose memberships can be dealt out anew.
 *
 * <p>All that the statistics need are sums over the speeches of A only, of B only and of both: of
 * nᵢ and nᵢ², and for each theme of wᵢ, wᵢ² and wᵢ nᵢ. They are sums of whole numbers, hence the
 * same in any order.
 */
final class TwoSamples {
  private static final int A_ONLY = 0;
  private static final int B_ONLY = 1;
  private static final int BOTH = 2;

  /** A variance below this part of the sum of squares is the rounding error of zero. */
  private static final double ROUNDING = 1e-12;

  private final int themes;
  private final int columns;
  private final int[] sizes = new int[3];
  private final long[] terms;
  private final long[] all;
  private final long[][] sums;

  /** The kinds of membership, from the least frequent: the last is found by subtraction. */
  private final int[] kinds;

  /** Speeches in an order whose first places have the least frequent kind, the next the second. */
  private final int[] order;

  TwoSamples(Sample a, Sample b) {
    if (a.themes() != b.themes()) {
      throw new IllegalArgumentException(
          "samples must have equally many themes: " + a.themes() + ", " + b.themes());
    }

    themes = a.themes();
    columns = 2 + 3 * themes;
    terms = new long[(a.size() + b.size()) * columns];
    all = new long[columns];
    sums = new long[3][columns];
    merge(a, b);
    kinds =
        IntStream.range(0, 3)
            .boxed()
            .sorted((x, y) -> Integer.compare(sizes[x], sizes[y]))
            .mapToInt(Integer::intValue)
            .toArray();
    order = IntStream.range(0, sizes[A_ONLY] + sizes[B_ONLY] + sizes[BOTH]).toArray();
  }

  /** How many speeches a shuffle deals out. */
  int dealt() {
    return sizes[kinds[0]] + sizes[kinds[1]];
  }

  /** Deals the kinds of membership out to speeches at random. */
  void shuffle(UniformRandomProvider random) {
    System.arraycopy(all, 0, sums[kinds[2]], 0, columns);
    int start = 0;
    for (int place = 0; place < 2; place++) {
      long[] sum = sums[kinds[place]];
      Arrays.fill(sum, 0);
      int end = start + sizes[kinds[place]];
      for (int i = start; i < end; i++) {
        add(sum, draw(i, random));
      }
      start = end;
      subtract(sums[kinds[2]], sum);
    }
  }

  /** The statistic of each theme, and in the last place that of all themes together. */
  double[] statistics() {
    double[] statistics = new double[themes + 1];
    double[] p = new double[themes];
    double[] q = new double[themes];
    double expectation = 0;
    for (int k = 0; k < themes; k++) {
      p[k] = share(A_ONLY, k);
      q[k] = share(B_ONLY, k);
      double variance = variance(p[k], q[k], k);
      statistics[k] = ratio(Math.abs(p[k] - q[k]), Math.sqrt(variance));
      double middle = (p[k] + q[k]) / 2;
      expectation += middle > 0 ? variance / middle : 0;
    }
    statistics[themes] = ratio(Divergence.jensenShannonBits(p, q), expectation);
    return statistics;
  }

  private static double ratio(double difference, double scale) {
    return difference == 0 ? 0 : difference / scale;
  }

  /** The share of a theme in the speeches of one kind and of both. */
  private double share(int kind, int theme) {
    long words = sums[kind][2 + theme] + sums[BOTH][2 + theme];
    return (double) words / (sums[kind][0] + sums[BOTH][0]);
  }

  /**
   * The variance of p − q over speeches, given how many there are of each kind.
   *
   * <p>A speech moves p − q by uᵢ = (wᵢ − p nᵢ) / N_A if it belongs to A, less (wᵢ − q nᵢ) / N_B if
   * it belongs to B. The variance is Σ m / (m − 1) Σ (uᵢ − ū)², the inner sum over the m speeches
   * of a kind.
   */
  private double variance(double p, double q, int theme) {
    double perWordA = 1.0 / (sums[A_ONLY][0] + sums[BOTH][0]);
    double perWordB = 1.0 / (sums[B_ONLY][0] + sums[BOTH][0]);
    return variance(A_ONLY, theme, perWordA, p * perWordA)
        + variance(B_ONLY, theme, -perWordB, -q * perWordB)
        + variance(BOTH, theme, perWordA - perWordB, p * perWordA - q * perWordB);
  }

  /** m / (m − 1) Σ (uᵢ − ū)² over the m speeches of a kind, with uᵢ = a wᵢ − b nᵢ. */
  private double variance(int kind, int theme, double a, double b) {
    long[] sum = sums[kind];
    int size = sizes[kind];
    double words = a * sum[2 + theme] - b * sum[0];
    double ofWords = a * a * sum[2 + themes + theme];
    double squares = ofWords - 2 * a * b * sum[2 + 2 * themes + theme] + b * b * sum[1];
    // One speech says nothing about a mean of its kind: it is held against none.
    double variance = size < 2 ? squares : (squares - words * words / size) * size / (size - 1);
    return variance > ofWords * ROUNDING ? variance : 0;
  }

  /** Swaps a random speech of those not dealt out yet to a place and returns it. */
  private int draw(int place, UniformRandomProvider random) {
    int other = place + random.nextInt(order.length - place);
    int speech = order[other];
    order[other] = order[place];
    order[place] = speech;
    return speech;
  }

  private void add(long[] sum, int speech) {
    int start = speech * columns;
    for (int c = 0; c < columns; c++) {
      sum[c] += terms[start + c];
    }
  }

  private static void subtract(long[] from, long[] sum) {
    for (int c = 0; c < from.length; c++) {
      from[c] -= sum[c];
    }
  }

  /** Walks both samples in the order of speech ids. */
  private void merge(Sample a, Sample b) {
    int i = 0;
    int j = 0;
    int speech = 0;
    while (i < a.size() || j < b.size()) {
      int order = i == a.size() ? 1 : j == b.size() ? -1 : a.id(i).compareTo(b.id(j));
      if (order <= 0) {
        fill(speech, a, i);
      } else {
        fill(speech, b, j);
      }
      int kind = order < 0 ? A_ONLY : order > 0 ? B_ONLY : BOTH;
      sizes[kind]++;
      add(sums[kind], speech);
      add(all, speech);
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      speech++;
    }
  }

  private void fill(int speech, Sample sample, int from) {
    int start = speech * columns;
    long total = sample.total(from);
    terms[start] = total;
    terms[start + 1] = total * total;
    for (int k = 0; k < themes; k++) {
      long words = sample.words(from, k);
      terms[start + 2 + k] = words;
      terms[start + 2 + themes + k] = words * words;
      terms[start + 2 + 2 * themes + k] = words * total;
    }
  }
}
