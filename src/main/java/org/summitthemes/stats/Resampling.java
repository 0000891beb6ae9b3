package org.summitthemes.stats;

import java.io.Serializable;

/**
 * How much resampling goes into an interval or a test.
 *
 * @param level level of the intervals
 * @param replicates bootstrap replicates of an interval
 * @param permutations permutations after which a test may stop
 * @param minSpeeches with fewer speeches there is neither interval nor test
 * @param seed seed of the random numbers
 */
public record Resampling(double level, int replicates, int permutations, int minSpeeches, long seed)
    implements Serializable {
  public Resampling {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1: " + level);
    }

    if (replicates < 1 || permutations < 1) {
      throw new IllegalArgumentException(
          "replicates and permutations must be positive: " + replicates + ", " + permutations);
    }

    if (minSpeeches < 2) {
      throw new IllegalArgumentException("minSpeeches must be at least 2: " + minSpeeches);
    }
  }
}
