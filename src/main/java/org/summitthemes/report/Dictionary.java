package org.summitthemes.report;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.summitthemes.table.Column;
import org.summitthemes.table.Records;
import org.summitthemes.table.Table;
import org.summitthemes.table.Tables;

/** The data dictionary for people: every table and column of a publication, in Markdown. */
public final class Dictionary {
  private static final String INTRODUCTION =
      """
      # Data dictionary

      Every table stands in `parquet/<table>/`, unrounded, and, unless it says otherwise, in `csv/<table>.csv`.
      CSV is UTF-8 with a header; texts are quoted, an empty unquoted field means null, numbers that
      are not whole have %d decimals, dates are ISO 8601, times UTC. A text cell that a spreadsheet would take for a
      formula begins with `'`. `†` marks the columns of the primary key; rows stand in its order.
      """;

  private Dictionary() {}

  /** The text of {@code DICTIONARY.md}. */
  public static String markdown() {
    return INTRODUCTION.formatted(CsvLine.DECIMALS)
        + Tables.PUBLISHED.stream().map(Dictionary::table).collect(Collectors.joining());
  }

  private static String table(Class<? extends Record> type) {
    String heading =
        "\n## %s\n\n%s\n\n| column | type | meaning | unit | values | refers to |\n| --- | --- | --- | --- | --- | --- |\n"
            .formatted(
                Records.tableName(type), text(type.getAnnotation(Table.class).description()));
    return heading
        + Arrays.stream(type.getRecordComponents())
            .map(Dictionary::row)
            .collect(Collectors.joining());
  }

  private static String row(RecordComponent component) {
    Column column = Records.description(component);
    return "| `%s`%s | %s%s | %s | %s | %s | %s |\n"
        .formatted(
            Records.columnName(component),
            column.key() ? " †" : "",
            Fields.type(component),
            column.nullable() ? ", null" : "",
            text(column.value()),
            text(column.unit()),
            values(column),
            column.references().isEmpty() ? "" : "`" + column.references() + "`");
  }

  private static String values(Column column) {
    if (column.values().length > 0) {
      return List.of(column.values()).stream()
          .map(value -> "`" + value + "`")
          .collect(Collectors.joining(", "));
    }

    return range(column.min(), column.max());
  }

  private static String range(double min, double max) {
    if (Double.isFinite(min) && Double.isFinite(max)) {
      return Fields.bound(min).toPlainString() + " to " + Fields.bound(max).toPlainString();
    }
    if (Double.isFinite(min)) {
      return "at least " + Fields.bound(min).toPlainString();
    }

    return Double.isFinite(max) ? "at most " + Fields.bound(max).toPlainString() : "";
  }

  /** Text that stays within its cell. */
  private static String text(String plain) {
    return plain.replace("|", "\\|");
  }
}
