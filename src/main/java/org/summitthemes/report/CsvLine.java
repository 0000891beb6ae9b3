package org.summitthemes.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A row as a line of CSV (RFC 4180), without its line end.
 *
 * <ul>
 *   <li>Texts are quoted, quotes inside them doubled, line breaks kept; the empty text is {@code
 *       ""}.
 *   <li>A text that a spreadsheet would take for a formula is prefixed with {@code '}.
 *   <li>Numbers that are not whole are rounded half-even to six decimals, never in scientific
 *       notation; NaN and infinity are refused.
 *   <li>Dates are ISO 8601, times UTC to the second; null is an empty unquoted field.
 * </ul>
 */
final class CsvLine {
  /** Decimals of every number that is not whole. */
  static final int DECIMALS = 6;

  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CsvLine() {}

  static String header(List<String> columns) {
    return columns.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
  }

  static String of(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      if (!row.isNullAt(i)) {
        line.append(cell(row.get(i)));
      }
    }
    return line.toString();
  }

  private static String cell(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof LocalDate || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Instant time) {
      return TIME.format(time);
    }

    throw new IllegalArgumentException("No CSV form for " + value.getClass());
  }

  private static String quoted(String text) {
    String harmless =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private static String decimal(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("Not a number that can be published: " + number);
    }

    return new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
