package org.summitthemes.stats;

import java.util.List;

/** Shares of the themes in the {@link Bootstrap} replicates of a sample. */
final class Replicates {
  private final int themes;
  private final long[] words;

  private Replicates(int themes, long[] words) {
    this.themes = themes;
    this.words = words;
  }

  /** The replicates of a sample: equally many of every sample, so that they go together. */
  static Replicates of(Sample sample, Resampling resampling) {
    return new Replicates(
        sample.themes(), new Bootstrap(sample, resampling.seed()).words(resampling.replicates()));
  }

  /**
   * The replicates of several samples together: a unit counts equally often in each of them, so the
   * words of a replicate are the sums of theirs.
   */
  static Replicates together(List<Replicates> parts) {
    Replicates first = parts.get(0);
    long[] sums = new long[first.words.length];
    for (Replicates part : parts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part.words[i];
      }
    }
    return new Replicates(first.themes, sums);
  }

  /** How many replicates. */
  int size() {
    return words.length / (themes + 1);
  }

  /** Whether a unit was drawn; without any there are no shares. */
  boolean drawn(int replicate) {
    return total(replicate) > 0;
  }

  /** The share of a theme in a replicate. */
  double share(int replicate, int theme) {
    return (double) words[replicate * (themes + 1) + theme] / total(replicate);
  }

  /** The shares of all themes in a replicate, written into an array. */
  void shares(int replicate, double[] shares) {
    for (int k = 0; k < themes; k++) {
      shares[k] = share(replicate, k);
    }
  }

  private long total(int replicate) {
    return words[replicate * (themes + 1) + themes];
  }
}
