package org.summitthemes.stats;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A sample with its bootstrap replicates, which are made when they are first asked for and then
 * serve every interval that the sample has a part in.
 */
public final class Resampled implements Serializable {
  private static final long serialVersionUID = 1;

  private final Sample sample;
  private final Resampling resampling;
  private transient @Nullable Replicates replicates;

  public Resampled(Sample sample, Resampling resampling) {
    this.sample = sample;
    this.resampling = resampling;
  }

  /** What is resampled. */
  public Sample sample() {
    return sample;
  }

  /** Whether there are enough units for intervals and tests. */
  public boolean hasEnough() {
    return sample.size() >= resampling.minSpeeches();
  }

  /** How it is resampled. */
  Resampling resampling() {
    return resampling;
  }

  synchronized Replicates replicates() {
    if (replicates == null) {
      replicates = Replicates.of(sample, resampling);
    }
    return replicates;
  }
}
