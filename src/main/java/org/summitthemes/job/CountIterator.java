package org.summitthemes.job;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.summitthemes.text.LongCounts;

/**
 * Counts what is in the rows of a partition and gives the counts as rows. When it holds too many
 * different ones it hands them over and starts anew, so a key can come more than once and its
 * counts must be added up.
 */
final class CountIterator implements Iterator<Row> {
  private static final int MAX_COUNTS = 1_000_000;

  private final Iterator<Row> rows;
  private final Counter counter;
  private Iterator<Row> counts = Collections.emptyIterator();

  CountIterator(Iterator<Row> rows, Counter counter) {
    this.rows = rows;
    this.counter = counter;
  }

  /** Counts by some key. */
  interface Counter {
    void add(Row row);

    /** The number of different keys. */
    int size();

    /** The counts as rows, after which there are none. */
    Iterator<Row> drain();
  }

  @Override
  public boolean hasNext() {
    while (!counts.hasNext() && rows.hasNext()) {
      while (rows.hasNext() && counter.size() < MAX_COUNTS) {
        counter.add(rows.next());
      }
      counts = counter.drain();
    }
    return counts.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return counts.next();
  }

  /** Counts by objects. */
  abstract static class ObjectCounter<K> implements Counter {
    private final BiFunction<K, Long, Row> toRow;
    private Map<K, long[]> counts = new HashMap<>();

    ObjectCounter(BiFunction<K, Long, Row> toRow) {
      this.toRow = toRow;
    }

    final void count(K key) {
      counts.computeIfAbsent(key, absent -> new long[1])[0]++;
    }

    @Override
    public final int size() {
      return counts.size();
    }

    @Override
    public final Iterator<Row> drain() {
      Map<K, long[]> drained = counts;
      counts = new HashMap<>();
      return drained.entrySet().stream()
          .map(entry -> toRow.apply(entry.getKey(), entry.getValue()[0]))
          .iterator();
    }
  }

  /** Counts by numbers. */
  abstract static class LongCounter implements Counter {
    private LongCounts counts = new LongCounts();

    final void count(long key, long count) {
      counts.add(key, count);
    }

    @Override
    public final int size() {
      return counts.size();
    }

    @Override
    public final Iterator<Row> drain() {
      LongCounts drained = counts;
      counts = new LongCounts();
      return LongStream.of(drained.keys())
          .mapToObj(key -> RowFactory.create(key, drained.count(key)))
          .iterator();
    }
  }
}
