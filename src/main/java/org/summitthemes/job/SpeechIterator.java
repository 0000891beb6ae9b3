package org.summitthemes.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of one speech at a time, of rows sorted by speech, whose id is the first column. */
final class SpeechIterator implements Iterator<List<Row>> {
  private final Iterator<Row> rows;
  private @Nullable Row ahead;

  SpeechIterator(Iterator<Row> rows) {
    this.rows = rows;
    this.ahead = rowAhead();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public List<Row> next() {
    Row first = ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }

    List<Row> speech = new ArrayList<>();
    while (ahead != null && ahead.getString(0).equals(first.getString(0))) {
      speech.add(ahead);
      ahead = rowAhead();
    }
    return speech;
  }

  private @Nullable Row rowAhead() {
    return rows.hasNext() ? rows.next() : null;
  }
}
