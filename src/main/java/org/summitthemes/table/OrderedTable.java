package org.summitthemes.table;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of a table in key order. The rows of a small table are held in memory: what Spark spends
 * on planning, compiling and scheduling a job is a thousand times what it takes to format a hundred
 * rows, and a report has twenty such tables. Other tables stay where they are.
 */
public final class OrderedTable {
  /** Tables estimated above this are never held. */
  private static final BigInteger SMALL = BigInteger.valueOf(1L << 20);

  private static final BigInteger BYTES_PER_PARTITION = BigInteger.valueOf(16L << 20);
  private static final BigInteger MOST_PARTITIONS = BigInteger.valueOf(1000);

  /** Files of about this size are long enough to read fast and short enough to read in parallel. */
  private static final long BYTES_PER_FILE = 128L << 20;

  /** Cores share the sorting of a table down to pieces of this size. */
  private static final long BYTES_WORTH_A_CORE = 32L << 20;

  private final Class<? extends Record> type;
  private final Dataset<Row> rows;
  private final @Nullable List<Row> held;

  private OrderedTable(Class<? extends Record> type, Dataset<Row> rows, @Nullable List<Row> held) {
    this.type = type;
    this.rows = rows;
    this.held = held;
  }

  /** The columns of the record's table, held if Spark estimates that they are small. */
  public static OrderedTable of(Class<? extends Record> type, Dataset<Row> rows) {
    Dataset<Row> columns = declared(rows, type);
    return estimatedBytes(columns).compareTo(SMALL) <= 0
        ? new OrderedTable(type, columns, sorted(columns.collectAsList(), type))
        : new OrderedTable(type, columns, null);
  }

  /** The columns of the record's table, left where they are. */
  public static OrderedTable left(Class<? extends Record> type, Dataset<Row> rows) {
    return new OrderedTable(type, declared(rows, type), null);
  }

  public Class<? extends Record> type() {
    return type;
  }

  /** Whether the rows are in memory. */
  public boolean isHeld() {
    return held != null;
  }

  /** The rows in memory, in order; only of a table that is held. */
  public List<Row> held() {
    if (held == null) {
      throw new IllegalStateException(Records.tableName(type) + " is not held in memory");
    }

    return held;
  }

  /** The rows as a dataset, in order over its partitions, each about a file of sensible size. */
  public Dataset<Row> dataset() {
    if (held != null) {
      return unordered().coalesce(1);
    }

    OptionalLong bytes = fileBytes(rows);
    return bytes.isPresent()
        ? inOrder(rows, files(bytes.getAsLong(), rows.sparkSession().sparkContext()))
        : rows.sort(KeyOrder.columns(type));
  }

  private static int files(long bytes, SparkContext spark) {
    long byCores = Math.min(spark.defaultParallelism(), bytes / BYTES_WORTH_A_CORE);
    return (int) Math.max(1 + bytes / BYTES_PER_FILE, byCores);
  }

  /** The rows as a dataset in no order. */
  public Dataset<Row> unordered() {
    return held == null ? rows : rows.sparkSession().createDataset(held, Records.encoder(type));
  }

  /** The rows that pass, in order; meant for selections that fit into memory. */
  public List<Row> select(FilterFunction<Row> keep) {
    return held == null
        ? sorted(rows.filter(keep).collectAsList(), type)
        : held.stream().filter(row -> passes(keep, row)).toList();
  }

  /**
   * A line of text for each row, in order; executors format them, one partition comes at a time.
   */
  public Iterator<String> lines(MapFunction<Row, String> format) {
    return held == null
        ? partitioned().map(format, Encoders.STRING()).toLocalIterator()
        : held.stream().map(row -> formatted(format, row)).iterator();
  }

  /** The rows in order, in partitions that a driver can take one by one. */
  private Dataset<Row> partitioned() {
    int partitions =
        estimatedBytes(rows).divide(BYTES_PER_PARTITION).min(MOST_PARTITIONS).intValue() + 1;
    return inOrder(rows, partitions);
  }

  private Dataset<Row> inOrder(Dataset<Row> unsorted, int partitions) {
    return unsorted
        .repartitionByRange(partitions, KeyOrder.columns(type))
        .sortWithinPartitions(KeyOrder.columns(type));
  }

  /** The size of the files that the rows come from; unknown if they come from anything else. */
  private static OptionalLong fileBytes(Dataset<Row> rows) {
    List<LogicalPlan> leaves =
        CollectionConverters.asJava(rows.queryExecution().optimizedPlan().collectLeaves());
    return !leaves.isEmpty() && leaves.stream().allMatch(LogicalRelation.class::isInstance)
        ? OptionalLong.of(
            leaves.stream().mapToLong(leaf -> leaf.stats().sizeInBytes().toLong()).sum())
        : OptionalLong.empty();
  }

  /** The declared columns in their order; others are dropped, one that is missing is an error. */
  private static Dataset<Row> declared(Dataset<Row> rows, Class<? extends Record> type) {
    Set<String> present = columns(rows.schema());
    Set<String> missing = columns(Records.schema(type));
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "%s lacks the columns %s; it has %s"
              .formatted(Records.tableName(type), missing, present));
    }

    return rows.select(Records.columns(type));
  }

  private static Set<String> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static BigInteger estimatedBytes(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().stats().sizeInBytes().bigInteger();
  }

  private static List<Row> sorted(List<Row> rows, Class<? extends Record> type) {
    return rows.stream().sorted(KeyOrder.comparator(type)).toList();
  }

  private static boolean passes(FilterFunction<Row> keep, Row row) {
    try {
      return keep.call(row);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot select from " + row, e);
    }
  }

  private static String formatted(MapFunction<Row, String> format, Row row) {
    try {
      return format.call(row);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot format " + row, e);
    }
  }
}
