package org.summitthemes.check;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Notes which values some columns have.
 *
 * @param exempt text of values that are not noted
 */
record ValueProbe(Rule rule, KeyText text, Meaning meaning, String exempt) implements Probe {
  /** What it means that a row has the value. */
  enum Meaning {
    /** It is the row's key. */
    KEY,
    /** It refers to a row that has it; null refers to none. */
    REFERENCE,
    /** It may be referred to. */
    DEFINITION
  }

  @Override
  public void look(Row row, List<Row> facts) {
    if (meaning != Meaning.REFERENCE || !(text.anyNull(row) || text.of(row).equals(exempt))) {
      String value = text.of(row);
      facts.add(
          meaning == Meaning.DEFINITION ? Fact.definition(rule, value) : Fact.use(rule, value));
    }
  }

  @Override
  public Optional<Dataset<Row>> gather(Dataset<Row> rows) {
    Dataset<Row> noted =
        meaning == Meaning.REFERENCE
            ? rows.where(text.noneNull().and(text.column().notEqual(exempt)))
            : rows;
    Column one = lit(1L);
    Column none = lit(0L);
    return Optional.of(
        meaning == Meaning.DEFINITION
            ? Fact.select(noted, rule, text.column(), none, one, none)
            : Fact.select(noted, rule, text.column(), one, none, none));
  }
}
