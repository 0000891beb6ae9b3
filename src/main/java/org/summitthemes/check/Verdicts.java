package org.summitthemes.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts, rule by rule, what is used and what breaks the rule, and keeps the first example. */
final class Verdicts {
  static final Encoder<Row> ENCODER =
      Encoders.row(
          new StructType()
              .add("rule", DataTypes.IntegerType, false)
              .add("uses", DataTypes.LongType, false)
              .add("violations", DataTypes.LongType, false)
              .add("example", DataTypes.StringType, true));

  private final Map<Integer, Verdict> byRule = new TreeMap<>();

  /** The verdict about one rule, or about a part of its facts. */
  private record Verdict(long uses, long violations, String example) {
    Verdict plus(Verdict other) {
      String first =
          example == null || (other.example != null && other.example.compareTo(example) < 0)
              ? other.example
              : example;
      return new Verdict(uses + other.uses, violations + other.violations, first);
    }
  }

  /** Judges all facts of a rule and value. */
  void judge(Rule rule, String value, long uses, long definitions, long units) {
    long violations = rule.violations(uses, definitions, units);
    add(rule.number(), new Verdict(uses, violations, violations > 0 ? value : null));
  }

  /** Adds verdicts about other values. */
  void add(Iterator<Row> verdicts) {
    verdicts.forEachRemaining(
        row -> add(row.getInt(0), new Verdict(row.getLong(1), row.getLong(2), row.getString(3))));
  }

  Iterator<Row> rows() {
    List<Row> rows = new ArrayList<>();
    byRule.forEach(
        (rule, verdict) ->
            rows.add(
                RowFactory.create(rule, verdict.uses(), verdict.violations(), verdict.example())));
    return rows.iterator();
  }

  private void add(int rule, Verdict verdict) {
    byRule.merge(rule, verdict, Verdict::plus);
  }
}
