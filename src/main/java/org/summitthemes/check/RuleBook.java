package org.summitthemes.check;

import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.summitthemes.check.Rule.Kind;
import org.summitthemes.check.ValueProbe.Meaning;
import org.summitthemes.table.Column;
import org.summitthemes.table.Records;
import org.summitthemes.table.Reference;

/** All rules about a set of tables, and the probes that gather the facts for them. */
final class RuleBook {
  /** How far floating-point arithmetic may carry a number beyond its range. */
  private static final double SLACK = 1e-9;

  private final List<Rule> rules = new ArrayList<>();
  private final Map<Class<? extends Record>, List<Probe>> probes = new LinkedHashMap<>();

  RuleBook(Set<Class<? extends Record>> types) {
    types.forEach(type -> probes.put(type, new ArrayList<>()));
    types.forEach(this::addDeclaredRules);
    NamedRules.addTo(this);
  }

  boolean knows(Class<? extends Record> type) {
    return probes.containsKey(type);
  }

  List<String> tables() {
    return probes.keySet().stream().map(Records::tableName).toList();
  }

  List<Probe> probes(Class<? extends Record> type) {
    return new ArrayList<>(probesOf(type));
  }

  List<Rule> rules() {
    return new ArrayList<>(rules);
  }

  /** A rule that each row keeps or breaks by itself. */
  void addRowRule(Class<? extends Record> type, String words, RowTest broken) {
    Rule rule = add(type, Kind.ROW, words, 0);
    KeyText key = KeyText.of(type, Records.keyNames(type));
    probesOf(type).add(new RowProbe(rule, key, broken));
  }

  /** The columns refer to columns of another table, unless one is null or the text is exempt. */
  void addReference(
      Class<? extends Record> type,
      List<String> columns,
      Class<? extends Record> target,
      List<String> targetColumns,
      String exempt) {
    String words =
        "%s has no match in %s.%s"
            .formatted(
                String.join(", ", columns),
                Records.tableName(target),
                String.join(", ", targetColumns));
    Rule rule = add(type, Kind.REFERENCE, words, 0);
    KeyText source = KeyText.of(type, columns);
    KeyText key = KeyText.of(target, targetColumns);
    probesOf(type).add(new ValueProbe(rule, source, Meaning.REFERENCE, exempt));
    probesOf(target).add(new ValueProbe(rule, key, Meaning.DEFINITION, ""));
  }

  /** The shares of rows that agree in the columns add up to 1. */
  void addSum(
      Class<? extends Record> type, String share, List<String> groupColumns, double tolerance) {
    String words =
        "%s does not add up to 1 over %s".formatted(share, String.join(", ", groupColumns));
    Rule rule = add(type, Kind.SUM, words, tolerance);
    KeyText group = KeyText.of(type, groupColumns);
    int position = KeyText.position(type, share);
    probesOf(type).add(new ShareProbe(rule, group, share, position));
  }

  private void addDeclaredRules(Class<? extends Record> type) {
    addKey(type);
    for (RecordComponent component : type.getRecordComponents()) {
      Column column = Records.description(component);
      addRequired(type, component, column);
      addRange(type, component, column);
      addValues(type, component, column);
      if (!column.references().isEmpty()) {
        addReference(type, component);
      }
    }
  }

  private void addKey(Class<? extends Record> type) {
    List<String> columns = Records.keyNames(type);
    Rule rule =
        add(type, Kind.KEY, "key %s is not unique".formatted(String.join(", ", columns)), 0);
    KeyText key = KeyText.of(type, columns);
    probesOf(type).add(new ValueProbe(rule, key, Meaning.KEY, ""));
  }

  private void addRequired(Class<? extends Record> type, RecordComponent component, Column column) {
    String name = Records.columnName(component);
    int position = KeyText.position(type, name);
    if (!column.nullable()) {
      addRowRule(type, name + " is null", row -> row.isNullAt(position));
    }
    if (column.key() && component.getType() == String.class) {
      addRowRule(
          type,
          name + " is empty",
          row -> !row.isNullAt(position) && row.getString(position).isEmpty());
    }
  }

  private void addRange(Class<? extends Record> type, RecordComponent component, Column column) {
    String name = Records.columnName(component);
    int position = KeyText.position(type, name);
    double min = column.min() - SLACK;
    double max = column.max() + SLACK;
    if (Number.class.isAssignableFrom(boxed(component.getType()))) {
      addRowRule(
          type,
          "%s is not a number%s".formatted(name, range(column)),
          row -> !row.isNullAt(position) && isOutside(number(row, position), min, max));
    }
  }

  private void addValues(Class<? extends Record> type, RecordComponent component, Column column) {
    if (column.values().length > 0) {
      String name = Records.columnName(component);
      int position = KeyText.position(type, name);
      List<String> values = new ArrayList<>(List.of(column.values()));
      addRowRule(
          type,
          "%s is none of %s".formatted(name, values),
          row -> !row.isNullAt(position) && !values.contains(row.getString(position)));
    }
  }

  private void addReference(Class<? extends Record> type, RecordComponent component) {
    Reference reference = Reference.of(component);
    Class<? extends Record> target =
        probes.keySet().stream()
            .filter(candidate -> Records.tableName(candidate).equals(reference.table()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s refers to %s, which is not among the tables to check"
                            .formatted(component, reference)));
    addReference(
        type, List.of(Records.columnName(component)), target, List.of(reference.column()), "");
  }

  private Rule add(Class<? extends Record> type, Kind kind, String words, double tolerance) {
    Rule rule = new Rule(rules.size(), Records.tableName(type), kind, words, tolerance);
    rules.add(rule);
    return rule;
  }

  private List<Probe> probesOf(Class<? extends Record> type) {
    List<Probe> found = probes.get(type);
    if (found == null) {
      throw new IllegalArgumentException(Records.tableName(type) + " is not among the tables");
    }

    return found;
  }

  private static String range(Column column) {
    boolean bounded = Double.isFinite(column.min()) || Double.isFinite(column.max());
    return bounded ? " from %s to %s".formatted(bound(column.min()), bound(column.max())) : "";
  }

  private static String bound(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : "any";
  }

  private static boolean isOutside(double value, double min, double max) {
    return !Double.isFinite(value) || value < min || value > max;
  }

  private static double number(Row row, int position) {
    return ((Number) row.get(position)).doubleValue();
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
