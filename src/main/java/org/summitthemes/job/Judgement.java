package org.summitthemes.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.summitthemes.stats.BenjaminiHochberg;
import org.summitthemes.stats.Verdict;

/**
 * Fills in the q-value and the verdict of a table of tests.
 *
 * <p>The q-value of a row depends on all rows of the table, whose number grows with pairs of
 * organizations and with years, not with sentences: they are judged in one partition.
 */
final class Judgement {
  private Judgement() {}

  /** Judges rows with the columns measure, value, p_value, q_value and verdict. */
  static Dataset<Row> ofContrasts(Dataset<Row> contrasts, double rate) {
    return judged(
        contrasts,
        (row, qValue) ->
            row.<String>getAs("measure").equals(Comparison.JENSEN_SHANNON)
                ? Verdict.ofDivergence(qValue, rate)
                : Verdict.ofDifference(row.<Double>getAs("value"), qValue, rate));
  }

  /** Judges rows with the columns change, p_value, q_value and verdict. */
  static Dataset<Row> ofShifts(Dataset<Row> shifts, double rate) {
    return judged(
        shifts, (row, qValue) -> Verdict.ofChange(row.<Double>getAs("change"), qValue, rate));
  }

  private static Dataset<Row> judged(Dataset<Row> tests, Rule rule) {
    MapPartitionsFunction<Row, Row> judge =
        rows -> {
          List<Row> all = new ArrayList<>();
          rows.forEachRemaining(all::add);
          return judged(all, rule).iterator();
        };
    return tests.repartition(1).mapPartitions(judge, Encoders.row(tests.schema()));
  }

  private static List<Row> judged(List<Row> rows, Rule rule) {
    double[] pValues =
        rows.stream()
            .map(row -> row.<Double>getAs("p_value"))
            .filter(pValue -> pValue != null)
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[] qValues = BenjaminiHochberg.qValues(pValues);
    List<Row> judged = new ArrayList<>();
    int tested = 0;
    for (Row row : rows) {
      Double qValue = row.getAs("p_value") == null ? null : qValues[tested++];
      judged.add(judged(row, qValue, rule));
    }
    return judged;
  }

  private static Row judged(Row row, @Nullable Double qValue, Rule rule) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[row.fieldIndex("q_value")] = qValue;
    values[row.fieldIndex("verdict")] = rule.verdict(row, qValue).label();
    return RowFactory.create(values);
  }

  /** What may be said of a row, given its q-value. */
  private interface Rule extends Serializable {
    Verdict verdict(Row row, @Nullable Double qValue);
  }
}
