package org.summitthemes.stats;

import org.jspecify.annotations.Nullable;

/**
 * A number with what is known about its uncertainty.
 *
 * @param value the number
 * @param interval its interval; null when there are too few speeches
 * @param pValue probability of a number as far from none by chance alone; null when there are too
 *     few speeches or nothing is tested
 */
public record Estimate(double value, @Nullable Interval interval, @Nullable Double pValue) {}
