package org.summitthemes.table;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The order in which the rows of a table stand: by primary key, texts by code point, null first.
 * Keys are unique, so the order depends on no partitioning; rows in memory and rows in Spark are
 * ordered alike.
 */
final class KeyOrder {
  private KeyOrder() {}

  /** The key's columns, to sort by in Spark. */
  static Column[] columns(Class<? extends Record> type) {
    return Records.keyNames(type).stream().map(functions::col).toArray(Column[]::new);
  }

  /** The order of rows in memory. */
  static Comparator<Row> comparator(Class<? extends Record> type) {
    List<String> columns = Records.columnNames(type);
    return Records.keyNames(type).stream()
        .map(columns::indexOf)
        .map(KeyOrder::byColumn)
        .reduce(Comparator::thenComparing)
        .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no key"));
  }

  private static Comparator<Row> byColumn(int column) {
    return Comparator.comparing(
        row -> row.get(column), Comparator.nullsFirst(KeyOrder::compareValues));
  }

  @SuppressWarnings("unchecked")
  private static int compareValues(Object left, Object right) {
    return left instanceof String text
        ? compareTexts(text, (String) right)
        : ((Comparable<Object>) left).compareTo(right);
  }

  /**
   * Compares by code point as Spark does. Java compares UTF-16 units, which puts characters beyond
   * the first plane before those from U+E000 on.
   */
  static int compareTexts(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int i = 0; i < end; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        boolean surrogatesDiffer = Character.isSurrogate(one) != Character.isSurrogate(other);
        boolean bothHigh = one >= Character.MIN_SURROGATE && other >= Character.MIN_SURROGATE;
        return surrogatesDiffer && bothHigh ? other - one : one - other;
      }
    }
    return left.length() - right.length();
  }
}
