package org.summitthemes.report;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Words of the Frictionless table schema for the columns of a record. */
final class Fields {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "string",
          boolean.class, "boolean",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          double.class, "number",
          Double.class, "number",
          LocalDate.class, "date",
          Instant.class, "datetime");

  private Fields() {}

  static String type(RecordComponent component) {
    String type = TYPES.get(component.getType());
    if (type == null) {
      throw new IllegalArgumentException("No column of a report can hold " + component);
    }

    return type;
  }

  /** The bound of a range as it was written: 1 rather than 1.0. */
  static BigDecimal bound(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
