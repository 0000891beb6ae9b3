package org.summitthemes.check;

import java.util.List;
import org.apache.spark.sql.Row;

/** Notes the rows that break a rule that each row keeps or breaks by itself. */
record RowProbe(Rule rule, KeyText key, RowTest broken) implements Probe {
  @Override
  public void look(Row row, List<Row> facts) {
    if (broken.test(row)) {
      facts.add(Fact.use(rule, key.of(row)));
    }
  }
}
