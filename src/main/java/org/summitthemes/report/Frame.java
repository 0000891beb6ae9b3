package org.summitthemes.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.table.Records;

/**
 * A small table as the page holds it: column by column, texts as numbers into a list of the
 * distinct ones, so that thousands of rows stay small. Fractions are rounded half-even to four
 * decimals.
 */
public final class Frame {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DECIMALS = 4;

  private final StructType schema;
  private final List<String> columns;
  private final List<Row> rows;

  private Frame(StructType schema, List<String> columns, List<Row> rows) {
    this.schema = schema;
    this.columns = columns;
    this.rows = rows;
  }

  /** Collects the rows in their order; meant for hundreds or thousands of them. */
  public static Frame of(Dataset<Row> rows) {
    return of(rows.schema(), rows.collectAsList());
  }

  /** All columns of the rows. */
  public static Frame of(StructType schema, List<Row> rows) {
    return new Frame(schema, List.of(schema.fieldNames()), rows);
  }

  /** Some columns of rows of the record's table. */
  public static Frame of(Class<? extends Record> type, List<Row> rows, String... columns) {
    return new Frame(Records.schema(type), List.of(columns), rows);
  }

  ObjectNode json() {
    ObjectNode json = JSON.objectNode();
    json.put("n", rows.size());
    ObjectNode content = json.putObject("columns");
    for (String column : columns) {
      int position = schema.fieldIndex(column);
      content.set(column, column(position, schema.apply(position)));
    }
    return json;
  }

  private ObjectNode column(int position, StructField field) {
    ObjectNode column = JSON.objectNode();
    boolean isText =
        field.dataType().equals(DataTypes.StringType)
            || field.dataType().equals(DataTypes.DateType);
    if (isText) {
      addTexts(column, position);
    } else {
      ArrayNode values = column.putArray("values");
      rows.forEach(row -> addValue(values, row.get(position)));
    }
    return column;
  }

  private void addTexts(ObjectNode column, int position) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    ArrayNode codes = JSON.arrayNode();
    for (Row row : rows) {
      if (row.isNullAt(position)) {
        codes.addNull();
      } else {
        String text = row.get(position).toString();
        codes.add(numbers.computeIfAbsent(text, added -> numbers.size()));
      }
    }
    numbers.keySet().forEach(column.putArray("texts")::add);
    column.set("codes", codes);
  }

  private static void addValue(ArrayNode values, Object value) {
    if (value == null) {
      values.addNull();
    } else if (value instanceof Double number) {
      values.add(rounded(number));
    } else if (value instanceof Boolean flag) {
      values.add(flag);
    } else if (value instanceof Number number) {
      values.add(number.longValue());
    } else {
      throw new IllegalArgumentException("No place in the page for " + value.getClass());
    }
  }

  private static BigDecimal rounded(double number) {
    BigDecimal rounded =
        new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
