package org.summitthemes.stats;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample with its bootstrap replicates, which are made when they are first asked for and then
 * serve every interval that the sample has a part in.
 */
public final class Resampled implements Serializable {
  private static final long serialVersionUID = 1;

  private final Sample sample;
  private final Resampling resampling;
  private final List<Resampled> parts;
  private transient @Nullable Replicates replicates;

  public Resampled(Sample sample, Resampling resampling) {
    this(sample, resampling, List.of());
  }

  private Resampled(Sample sample, Resampling resampling, List<Resampled> parts) {
    this.sample = sample;
    this.resampling = resampling;
    this.parts = parts;
  }

  /** Samples of different speeches together, resampled alike; at least one. */
  public static Resampled together(List<Resampled> parts) {
    Sample.Builder all = Sample.over(parts.get(0).sample.themes());
    parts.forEach(part -> all.add(part.sample));
    return new Resampled(all.build(), parts.get(0).resampling, List.copyOf(parts));
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
      replicates =
          parts.isEmpty()
              ? Replicates.of(sample, resampling)
              : Replicates.together(parts.stream().map(Resampled::replicates).toList());
    }
    return replicates;
  }
}
