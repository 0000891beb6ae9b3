package org.summitthemes.store;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a stage has to do: work on the inputs that are new, or other than when it last ran by the
 * same rules. If the rules have changed, or all of the inputs, that is all of them.
 */
public final class Increment {
  /** So few keys are handed to the reader of the files, which skips what holds none of them. */
  private static final int KEYS_AT_HAND = 2_000;

  private final String stage;
  private final String rules;
  private final Dataset<Row> wanted;
  private final Dataset<Row> changed;
  private final boolean whole;
  private final long size;
  private final long gone;
  private @Nullable Set<String> keys;

  /**
   * @param wanted rows of {@code StageInput}: all inputs there are now
   * @param changed those to work on
   * @param size number of those
   * @param gone number of inputs whose former output no longer counts
   */
  Increment(
      String stage,
      String rules,
      Dataset<Row> wanted,
      Dataset<Row> changed,
      boolean whole,
      long size,
      long gone) {
    this.stage = stage;
    this.rules = rules;
    this.wanted = wanted;
    this.changed = changed;
    this.whole = whole;
    this.size = size;
    this.gone = gone;
  }

  /** Of rows with such a key column, those of the inputs to work on. */
  public Dataset<Row> of(Dataset<Row> rows, String key) {
    if (whole) {
      return rows;
    }

    return size <= KEYS_AT_HAND
        ? rows.where(rows.col(key).isin(keySet().toArray()))
        : rows.join(changed, rows.col(key).equalTo(changed.col("key")), "left_semi");
  }

  /** Which inputs to work on: told by key. */
  public Predicate<String> keys() {
    return whole ? key -> true : keySet()::contains;
  }

  private synchronized Set<String> keySet() {
    if (keys == null) {
      keys = new TreeSet<>(changed.select("key").as(Encoders.STRING()).collectAsList());
    }
    return keys;
  }

  /** How many inputs there are to work on. */
  public long size() {
    return size;
  }

  /** Whether what the stage made before stays as it is. */
  public boolean isEmpty() {
    return !whole && size == 0;
  }

  /** Whether all inputs are to be worked on and what the stage made before is replaced. */
  public boolean isWhole() {
    return whole;
  }

  /** How many inputs there are no longer in the version that the stage has worked on. */
  public long gone() {
    return gone;
  }

  String stage() {
    return stage;
  }

  String rules() {
    return rules;
  }

  Dataset<Row> wanted() {
    return wanted;
  }
}
