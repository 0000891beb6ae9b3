package org.summitthemes.stats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be said about a difference.
 *
 * <p>A difference may be called one if its q-value is at most the false discovery rate; otherwise
 * the organizations are not distinguishable, which is not to say that they are equal. Without a
 * q-value there were too few speeches.
 */
public enum Verdict {
  A_HIGHER,
  B_HIGHER,
  DIFFERENT,
  ROSE,
  FELL,
  NOT_DISTINGUISHABLE,
  TOO_FEW_SPEECHES;

  /** The verdict on a difference A minus B. */
  public static Verdict ofDifference(double value, @Nullable Double qValue, double rate) {
    return of(value > 0 ? A_HIGHER : B_HIGHER, qValue, rate);
  }

  /** The verdict on a divergence, which has no direction. */
  public static Verdict ofDivergence(@Nullable Double qValue, double rate) {
    return of(DIFFERENT, qValue, rate);
  }

  /** The verdict on a change from one period to a later one. */
  public static Verdict ofChange(double value, @Nullable Double qValue, double rate) {
    return of(value > 0 ? ROSE : FELL, qValue, rate);
  }

  /** The verdict as published. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Verdict of(Verdict difference, @Nullable Double qValue, double rate) {
    if (qValue == null) {
      return TOO_FEW_SPEECHES;
    }

    return qValue <= rate ? difference : NOT_DISTINGUISHABLE;
  }
}
