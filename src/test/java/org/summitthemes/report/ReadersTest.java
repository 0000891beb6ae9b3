package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.job.PublishJob;
import org.summitthemes.support.DuckDb;
import org.summitthemes.support.PlausibleTables;
import org.summitthemes.support.Python;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

/** DuckDB, Spark and pandas count the same rows and sums in every table of a publication. */
@ExtendWith(SparkExtension.class)
public class ReadersTest {
  private static final String PANDAS =
      """
      import json, pandas, sys
      folder, sums = sys.argv[1], {}
      for table, columns in json.loads(sys.argv[2]).items():
          csv = pandas.read_csv(f"{folder}/csv/{table}.csv", keep_default_na=False, na_values=[""])
          sums[table] = [len(csv)] + [float(csv[column].sum()) for column in columns]
      print(json.dumps(sums))
      """;

  @TempDir static Path root;

  private static Path folder;

  /** The columns with numbers, by table. */
  private static final Map<String, List<String>> NUMBERS =
      Tables.PUBLISHED.stream()
          .collect(
              Collectors.toMap(
                  Records::tableName, ReadersTest::numbers, (a, b) -> a, TreeMap::new));

  @BeforeAll
  static void publish() {
    folder = root.resolve("published");
    PublishJob.run(
        SparkExtension.spark(),
        PlausibleTables.of(SparkExtension.spark(), 40, 5),
        PublishJob.Stored.nothing(),
        new Provenance(
            PlausibleTables.RUN,
            Instant.EPOCH,
            JsonNodeFactory.instance.objectNode(),
            new TreeMap<>(),
            List.of(),
            Map.of(),
            new TreeMap<>(),
            List.of()),
        PublishConfig.defaults(),
        new PublishJob.Options(true, false),
        new org.apache.hadoop.fs.Path(folder.toUri()));
  }

  @Test
  void duckDbFindsTheSameInParquetAndCsv() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      for (String table : NUMBERS.keySet()) {
        agree(table, duckDb(duck, table, csv(table)), duckDb(duck, table, parquet(table)));
      }
    }
  }

  @Test
  void sparkFindsWhatDuckDbFinds() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      for (String table : NUMBERS.keySet()) {
        Row sums =
            SparkExtension.spark()
                .read()
                .parquet(folder.resolve("parquet").resolve(table).toString())
                .selectExpr(sums(table, "double").toArray(String[]::new))
                .head();
        agree(table, values(sums), duckDb(duck, table, parquet(table)));
      }
    }
  }

  @Test
  void pandasFindsWhatDuckDbFinds() throws IOException, SQLException {
    Python python = Python.with("pandas");
    ObjectMapper json = new ObjectMapper();
    JsonNode read =
        json.readTree(python.run(PANDAS, folder.toString(), json.writeValueAsString(NUMBERS)));

    try (DuckDb duck = new DuckDb()) {
      for (String table : NUMBERS.keySet()) {
        agree(
            table,
            Arrays.asList(json.treeToValue(read.get(table), Object[].class)),
            duckDb(duck, table, parquet(table)));
      }
    }
  }

  /** CSV rounds to six decimals, so sums may be apart by half of the last one for each row. */
  private static void agree(String table, List<Object> found, List<Object> expected) {
    double rows = number(expected.get(0));
    assertThat(found).as(table).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(number(found.get(i)))
          .as(table + " " + sums(table, "DOUBLE").get(i))
          .isCloseTo(number(expected.get(i)), within(i == 0 ? 0 : 1e-9 + 0.5e-6 * rows));
    }
  }

  private static List<Object> values(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(row::get)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }

  private static List<Object> duckDb(DuckDb duck, String table, String source) throws SQLException {
    return duck.query("SELECT " + String.join(", ", sums(table, "DOUBLE")) + " FROM " + source)
        .get(0);
  }

  private static List<String> sums(String table, String type) {
    return Stream.concat(
            Stream.of("count(*)"),
            NUMBERS.get(table).stream().map(column -> "sum(CAST(" + column + " AS " + type + "))"))
        .toList();
  }

  private static String parquet(String table) {
    return DuckDb.parquet(folder.resolve("parquet").resolve(table));
  }

  private static String csv(String table) {
    return DuckDb.csv(folder.resolve("csv/" + table + ".csv"));
  }

  private static List<String> numbers(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(ReadersTest::isNumber)
        .map(Records::columnName)
        .toList();
  }

  private static boolean isNumber(RecordComponent component) {
    return List.of(int.class, long.class, double.class, Integer.class, Double.class)
        .contains(component.getType());
  }
}
