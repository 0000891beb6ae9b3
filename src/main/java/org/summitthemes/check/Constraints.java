package org.summitthemes.check;

import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.table.OrderedTable;

/**
 * What every publication promises: keys are unique and never null, required columns are filled,
 * references resolve, numbers lie in their range, words of a closed list are of that list, shares
 * add up. Most of it is read off the records that declare the tables; {@link NamedRules} adds what
 * annotations cannot say.
 *
 * <p>Each row becomes {@link Fact facts}, facts are added up by rule and value, and sums that break
 * their rule are counted: for tables in memory here, for all others in one Spark job together.
 */
public final class Constraints {
  private Constraints() {}

  /** Checks the tables; every table that one of them refers to must be among them. */
  public static Outcome check(
      SparkSession spark, Map<Class<? extends Record>, OrderedTable> tables) {
    RuleBook book = new RuleBook(tables.keySet());
    Tally held = new Tally();
    tables.values().stream()
        .filter(OrderedTable::isHeld)
        .forEach(table -> tally(held, table.held(), book.probes(table.type())));
    List<Dataset<Row>> facts =
        tables.values().stream()
            .filter(table -> !table.isHeld())
            .map(table -> facts(table.unordered(), book.probes(table.type())))
            .toList();
    return outcome(
        book,
        facts.isEmpty()
            ? held.verdicts(book.rules()).rows()
            : verdicts(spark, book.rules(), held, facts));
  }

  private static void tally(Tally tally, List<Row> rows, List<Probe> probes) {
    for (Row row : rows) {
      facts(row, probes).forEach(tally::add);
    }
  }

  private static Dataset<Row> facts(Dataset<Row> rows, List<Probe> probes) {
    return rows.flatMap(
        (FlatMapFunction<Row, Row>) row -> facts(row, probes).iterator(), Fact.ENCODER);
  }

  private static List<Row> facts(Row row, List<Probe> probes) {
    List<Row> facts = new ArrayList<>(probes.size());
    probes.forEach(probe -> probe.look(row, facts));
    return facts;
  }

  private static Iterator<Row> verdicts(
      SparkSession spark, List<Rule> rules, Tally held, List<Dataset<Row>> facts) {
    Dataset<Row> sums =
        facts.stream()
            .reduce(spark.createDataset(held.rows(), Fact.ENCODER), Dataset::union)
            .groupBy("rule", "value")
            .agg(sum("uses"), sum("definitions"), sum("units"));
    Verdicts verdicts = new Verdicts();
    verdicts.add(
        sums.mapPartitions(
                (MapPartitionsFunction<Row, Row>) part -> judged(rules, part).rows(),
                Verdicts.ENCODER)
            .collectAsList()
            .iterator());
    return verdicts.rows();
  }

  private static Verdicts judged(List<Rule> rules, Iterator<Row> sums) {
    Verdicts verdicts = new Verdicts();
    sums.forEachRemaining(
        sum ->
            verdicts.judge(
                rules.get(sum.getInt(0)),
                sum.getString(1),
                sum.getLong(2),
                sum.getLong(3),
                sum.getLong(4)));
    return verdicts;
  }

  private static Outcome outcome(RuleBook book, Iterator<Row> verdicts) {
    List<Rule> rules = book.rules();
    Map<String, Long> rows = new LinkedHashMap<>();
    book.tables().forEach(table -> rows.put(table, 0L));
    List<Violation> violations = new ArrayList<>();
    verdicts.forEachRemaining(
        verdict -> {
          Rule rule = rules.get(verdict.getInt(0));
          if (rule.kind() == Rule.Kind.KEY) {
            rows.put(rule.table(), verdict.getLong(1));
          }
          if (verdict.getLong(2) > 0) {
            violations.add(violation(rule, verdict));
          }
        });
    return new Outcome(rows, violations);
  }

  private static Violation violation(Rule rule, Row verdict) {
    return new Violation(
        rule.table(), rule.words(), verdict.getLong(2), KeyText.readable(verdict.getString(3)));
  }
}
