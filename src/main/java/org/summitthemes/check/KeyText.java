package org.summitthemes.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.summitthemes.table.Records;

/** Some columns of a row as one text that no other values share. */
record KeyText(List<String> names, List<Integer> columns) implements Serializable {
  private static final String SEPARATOR = "\u001f";

  static KeyText of(Class<? extends Record> type, List<String> columns) {
    return new KeyText(
        new ArrayList<>(columns),
        new ArrayList<>(columns.stream().map(column -> position(type, column)).toList()));
  }

  static int position(Class<? extends Record> type, String column) {
    int position = Records.columnNames(type).indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException(
          "%s has no column %s".formatted(Records.tableName(type), column));
    }

    return position;
  }

  /** The text as people read it. */
  static String readable(String text) {
    return text.replace(SEPARATOR, ", ");
  }

  String of(Row row) {
    return columns.stream()
        .map(column -> String.valueOf(row.get(column)))
        .collect(Collectors.joining(SEPARATOR));
  }

  boolean anyNull(Row row) {
    return columns.stream().anyMatch(row::isNullAt);
  }

  /** The text as a column. */
  Column column() {
    return concat_ws(
        SEPARATOR,
        names.stream()
            .map(name -> coalesce(col(name).cast("string"), lit("null")))
            .toArray(Column[]::new));
  }

  /** Whether none of the columns is null. */
  Column noneNull() {
    return names.stream().map(name -> col(name).isNotNull()).reduce(Column::and).orElse(lit(true));
  }
}
