package org.summitthemes.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.table.Records;

/**
 * All cohorts, sent to every process once, so that a piece of work, such as a pair of
 * organizations, is no more than two numbers.
 */
final class Cohorts implements AutoCloseable {
  /** More slices than cores, so that no core waits long for another. */
  private static final int SLICES_PER_PARTITION = 4;

  private final SparkSession spark;
  private final List<Cohort> cohorts;
  private final Broadcast<List<Cohort>> everywhere;

  Cohorts(SparkSession spark, List<Cohort> cohorts) {
    this.spark = spark;
    this.cohorts = cohorts;
    this.everywhere =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new ArrayList<>(cohorts));
  }

  /** The organizations of each basis in their order. */
  Map<String, List<String>> organizations() {
    return cohorts.stream()
        .collect(
            Collectors.groupingBy(
                Cohort::basis,
                TreeMap::new,
                Collectors.mapping(Cohort::organization, Collectors.toList())));
  }

  /** Rows made of each cohort. */
  Dataset<Row> each(Class<? extends Record> type, OfOne rows) {
    List<int[]> work =
        IntStream.range(0, cohorts.size()).mapToObj(cohort -> new int[] {cohort}).toList();
    return rows(type, work, (all, cohort) -> rows.of(all.get(cohort[0])));
  }

  /** Rows made of each pair of cohorts on the same basis, once for either. */
  Dataset<Row> eachPair(Class<? extends Record> type, OfPair rows) {
    List<int[]> work = new ArrayList<>();
    for (int a = 0; a < cohorts.size(); a++) {
      for (int b = a + 1; b < cohorts.size(); b++) {
        if (cohorts.get(a).isPairedWith(cohorts.get(b))) {
          work.add(new int[] {a, b});
        }
      }
    }
    return rows(type, work, (all, pair) -> rows.of(all.get(pair[0]), all.get(pair[1])));
  }

  /** Rows made of each two years of a cohort that follow one another. */
  Dataset<Row> eachChange(Class<? extends Record> type, OfChange rows) {
    List<int[]> work = new ArrayList<>();
    for (int cohort = 0; cohort < cohorts.size(); cohort++) {
      for (int year = 1; year < cohorts.get(cohort).years().size(); year++) {
        work.add(new int[] {cohort, year});
      }
    }
    return rows(
        type,
        work,
        (all, change) -> {
          Cohort cohort = all.get(change[0]);
          List<String> years = List.copyOf(cohort.years().keySet());
          return rows.of(cohort, years.get(change[1] - 1), years.get(change[1]));
        });
  }

  /** Every slice takes every so many-th piece of work, as neighbours cost alike. */
  private Dataset<Row> rows(Class<? extends Record> type, List<int[]> work, Work rows) {
    int slices = SLICES_PER_PARTITION * Groups.partitions(spark);
    Broadcast<List<Cohort>> all = everywhere;
    int[][] pieces = work.toArray(int[][]::new);
    FlatMapFunction<Long, Row> slice =
        number ->
            IntStream.iterate(number.intValue(), i -> i < pieces.length, i -> i + slices)
                .mapToObj(i -> rows.rows(all.value(), pieces[i]))
                .flatMap(List::stream)
                .iterator();
    return spark.range(0, slices, 1, slices).flatMap(slice, Records.encoder(type));
  }

  @Override
  public void close() {
    everywhere.unpersist();
  }

  /** Makes rows of a cohort. */
  interface OfOne extends Serializable {
    List<Row> of(Cohort cohort);
  }

  /** Makes rows of two cohorts. */
  interface OfPair extends Serializable {
    List<Row> of(Cohort a, Cohort b);
  }

  /** Makes rows of two years of a cohort. */
  interface OfChange extends Serializable {
    List<Row> of(Cohort cohort, String from, String to);
  }

  private interface Work extends Serializable {
    List<Row> rows(List<Cohort> cohorts, int[] piece);
  }
}
