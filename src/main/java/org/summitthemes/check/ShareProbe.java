package org.summitthemes.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Notes the shares that add up to 1 over the rows of a group.
 *
 * @param position of the share's column
 */
record ShareProbe(Rule rule, KeyText group, String share, int position) implements Probe {
  @Override
  public void look(Row row, List<Row> facts) {
    double value = row.isNullAt(position) ? Double.NaN : row.getDouble(position);
    facts.add(Fact.share(rule, group.of(row), value));
  }

  @Override
  public Optional<Dataset<Row>> gather(Dataset<Row> rows) {
    Column isNumber = abs(col(share)).lt(Double.POSITIVE_INFINITY);
    Column units =
        when(isNumber, floor(col(share).multiply(Fact.ONE).plus(0.5)).cast("long"))
            .otherwise(2 * Fact.ONE);
    return Optional.of(Fact.select(rows, rule, group.column(), lit(1L), lit(0L), units));
  }
}
