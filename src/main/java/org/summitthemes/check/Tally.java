package org.summitthemes.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Facts added up by rule and value, in memory. */
final class Tally {
  private final Map<Subject, long[]> sums = new HashMap<>();

  private record Subject(int rule, String value) {}

  void add(Row fact) {
    long[] sum =
        sums.computeIfAbsent(
            new Subject(fact.getInt(0), fact.getString(1)), subject -> new long[3]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += fact.getLong(2 + i);
    }
  }

  /** The sums as facts. */
  List<Row> rows() {
    return sums.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  Verdicts verdicts(List<Rule> rules) {
    Verdicts verdicts = new Verdicts();
    sums.forEach(
        (subject, sum) ->
            verdicts.judge(rules.get(subject.rule()), subject.value(), sum[0], sum[1], sum[2]));
    return verdicts;
  }

  private static Row row(Subject subject, long[] sum) {
    return RowFactory.create(subject.rule(), subject.value(), sum[0], sum[1], sum[2]);
  }
}
