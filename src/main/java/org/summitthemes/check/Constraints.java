package org.summitthemes.check;

import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
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
 *
 * <p>Rules about a single row are looked at in rows that were never checked before. Keys,
 * references and sums depend on other rows and are looked at in all.
 */
public final class Constraints {
  private Constraints() {}

  /** Checks the tables; every table that one of them refers to must be among them. */
  public static Outcome check(
      SparkSession spark, Map<Class<? extends Record>, OrderedTable> tables) {
    return check(spark, tables, Map.of());
  }

  /**
   * The same where most rows of some tables kept all rules about a single row when they were
   * checked before.
   *
   * @param added the other rows of these tables
   */
  public static Outcome check(
      SparkSession spark,
      Map<Class<? extends Record>, OrderedTable> tables,
      Map<Class<? extends Record>, Dataset<Row>> added) {
    RuleBook book = new RuleBook(tables.keySet());
    List<OrderedTable> elsewhere =
        tables.values().stream().filter(table -> !table.isHeld()).toList();
    Set<Integer> open =
        elsewhere.stream()
            .flatMap(table -> book.probes(table.type()).stream())
            .map(probe -> probe.rule().number())
            .collect(Collectors.toSet());
    Tally closed = new Tally();
    Tally shared = new Tally();
    tables.values().stream()
        .filter(OrderedTable::isHeld)
        .forEach(table -> tally(table.held(), book.probes(table.type()), open, shared, closed));
    List<Dataset<Row>> facts =
        elsewhere.stream()
            .flatMap(
                table ->
                    facts(
                        table.unordered(),
                        added.getOrDefault(table.type(), table.unordered()),
                        book.probes(table.type())))
            .toList();
    Verdicts verdicts = closed.verdicts(book.rules());
    if (!facts.isEmpty()) {
      verdicts.add(verdicts(spark, book.rules(), shared, facts));
    }
    return outcome(book, verdicts.rows());
  }

  /** Adds up facts of rows in memory: those that rows elsewhere may add to, and all others. */
  private static void tally(
      List<Row> rows, List<Probe> probes, Set<Integer> open, Tally shared, Tally closed) {
    for (Row row : rows) {
      facts(row, probes)
          .forEach(fact -> (open.contains(fact.getInt(0)) ? shared : closed).add(fact));
    }
  }

  private static Stream<Dataset<Row>> facts(
      Dataset<Row> rows, Dataset<Row> added, List<Probe> probes) {
    List<Probe> rowByRow = new ArrayList<>();
    List<Dataset<Row>> facts = new ArrayList<>();
    probes.forEach(
        probe -> probe.gather(rows).ifPresentOrElse(facts::add, () -> rowByRow.add(probe)));
    facts.add(
        added.flatMap(
            (FlatMapFunction<Row, Row>) row -> facts(row, rowByRow).iterator(), Fact.ENCODER));
    return facts.stream();
  }

  private static List<Row> facts(Row row, List<Probe> probes) {
    List<Row> facts = new ArrayList<>(probes.size());
    probes.forEach(probe -> probe.look(row, facts));
    return facts;
  }

  private static Iterator<Row> verdicts(
      SparkSession spark, List<Rule> rules, Tally held, List<Dataset<Row>> facts) {
    // As an RDD, because Spark looks through the rows of a local relation at every step of
    // planning.
    Dataset<Row> known =
        spark.createDataset(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(held.rows(), 1)
                .rdd(),
            Fact.ENCODER);
    return facts.stream()
        .reduce(known, Dataset::union)
        .groupBy("rule", "value")
        .agg(sum("uses"), sum("definitions"), sum("units"))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) part -> judged(rules, part).rows(), Verdicts.ENCODER)
        .collectAsList()
        .iterator();
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
