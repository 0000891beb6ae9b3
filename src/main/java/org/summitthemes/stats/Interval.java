package org.summitthemes.stats;

/**
 * An interval of a number.
 *
 * @param low lower bound
 * @param high upper bound, not below the lower one
 * @param level nominal probability that the interval covers the number
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not be above high: [" + low + ", " + high + "]");
    }
  }

  /** Whether the number lies in the interval, bounds included. */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }

  /** The interval moved by a number. */
  Interval plus(double shift) {
    return new Interval(low + shift, high + shift, level);
  }

  /** The interval as far as it lies between two bounds. */
  Interval within(double least, double greatest) {
    return new Interval(clamp(low, least, greatest), clamp(high, least, greatest), level);
  }

  private static double clamp(double number, double least, double greatest) {
    return Math.min(greatest, Math.max(least, number));
  }
}
