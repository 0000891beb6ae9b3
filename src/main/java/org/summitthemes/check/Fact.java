package org.summitthemes.check;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What one row of a table contributes to a rule. Facts of one rule and value are added up over all
 * tables, so that every rule of every table is decided in one Spark job.
 *
 * <p>Shares are added as whole numbers, so that the sum doesn't depend on the order.
 */
final class Fact {
  /** A share of 1 in the fixed point of {@code units}. */
  static final long ONE = 1_000_000_000_000L;

  static final Encoder<Row> ENCODER =
      Encoders.row(
          new StructType()
              .add("rule", DataTypes.IntegerType, false)
              .add("value", DataTypes.StringType, false)
              .add("uses", DataTypes.LongType, false)
              .add("definitions", DataTypes.LongType, false)
              .add("units", DataTypes.LongType, false));

  private Fact() {}

  /** The value occurs: in a bad row, as a key, or as a reference. */
  static Row use(Rule rule, String value) {
    return RowFactory.create(rule.number(), value, 1L, 0L, 0L);
  }

  /** The value may be referred to. */
  static Row definition(Rule rule, String value) {
    return RowFactory.create(rule.number(), value, 0L, 1L, 0L);
  }

  /** A share of the group; one that is no number spoils the sum. */
  static Row share(Rule rule, String group, double share) {
    long units = Double.isFinite(share) ? Math.round(share * ONE) : 2 * ONE;
    return RowFactory.create(rule.number(), group, 1L, 0L, units);
  }

  /** Facts about rows as column expressions. */
  static Dataset<Row> select(
      Dataset<Row> rows, Rule rule, Column value, Column uses, Column definitions, Column units) {
    return rows.select(
        lit(rule.number()).as("rule"),
        value.as("value"),
        uses.as("uses"),
        definitions.as("definitions"),
        units.as("units"));
  }
}
