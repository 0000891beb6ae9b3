package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.UserException;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.report.Provenance;
import org.summitthemes.store.StoredRows;
import org.summitthemes.support.DuckDb;
import org.summitthemes.support.PlausibleTables;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.Records;
import org.summitthemes.table.Reference;
import org.summitthemes.table.Tables;

@ExtendWith(SparkExtension.class)
public class PublishJobTest {
  @TempDir static Path root;

  private static PublishJob.Publication published;

  @BeforeAll
  static void publish() {
    SparkSession spark = SparkExtension.spark();
    published = publish(PlausibleTables.of(spark, 40, 5), "first");
  }

  @Test
  void folderHoldsEverything() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("first"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "parquet", "csv", "datapackage.json", "DICTIONARY.md", "report.html", "run.json");
    }
    try (Stream<Path> files = Files.list(root.resolve("first/csv"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(Tables.PUBLISHED.size() - 1)
          .allMatch(name -> name.endsWith(".csv"))
          .doesNotContain("fact_sentence_theme.csv");
    }
  }

  @Test
  void duckDbCountsTheSameRowsInParquetAndCsv() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      for (Class<? extends Record> type : Tables.PUBLISHED) {
        String name = Records.tableName(type);
        long rows = published.rows().get(name);
        assertThat(duck.number("SELECT count(*) FROM " + parquet(name))).as(name).isEqualTo(rows);
        if (type != FactSentenceTheme.class) {
          assertThat(duck.number("SELECT count(*) FROM " + csv(name))).as(name).isEqualTo(rows);
        }
      }
    }
  }

  @Test
  void duckDbFindsKeysUnique() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      for (Class<? extends Record> type : Tables.PUBLISHED) {
        String name = Records.tableName(type);
        String keys = String.join(", ", Records.keyNames(type));
        assertThat(
                duck.query(
                    "SELECT %s FROM %s GROUP BY ALL HAVING count(*) > 1"
                        .formatted(keys, parquet(name))))
            .as(name)
            .isEmpty();
      }
    }
  }

  @Test
  void duckDbResolvesReferences() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      for (Class<? extends Record> type : Tables.PUBLISHED) {
        for (RecordComponent component : type.getRecordComponents()) {
          if (!Records.description(component).references().isEmpty()) {
            Reference target = Reference.of(component);
            String column = Records.columnName(component);
            assertThat(
                    duck.query(
                        "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s NOT IN (SELECT %3$s FROM %4$s)"
                            .formatted(
                                column,
                                parquet(Records.tableName(type)),
                                target.column(),
                                parquet(target.table()))))
                .as("%s.%s", type, column)
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void csvHoldsTheRoundedNumbersOfParquet() throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.number(
                  "SELECT count(*) FROM %s p JOIN %s c USING (basis, organization_id, period, theme_id) WHERE abs(p.share - c.share::DOUBLE) <= 0.5000001e-6"
                      .formatted(
                          parquet("fact_organization_theme"), csv("fact_organization_theme"))))
          .isEqualTo(published.rows().get("fact_organization_theme"));
    }
  }

  @Test
  void sparkReadsWhatWasDeclared() {
    for (Class<? extends Record> type : Tables.PUBLISHED) {
      Dataset<Row> read =
          SparkExtension.spark()
              .read()
              .parquet(root.resolve("first/parquet/" + Records.tableName(type)).toString());
      assertThat(read.schema().asNullable()).isEqualTo(Records.schema(type).asNullable());
    }
  }

  @Test
  void runJsonTellsRowsAndHashes() throws IOException {
    JsonNode run = new ObjectMapper().readTree(root.resolve("first/run.json").toFile());

    assertThat(run.get("runId").asText()).isEqualTo(PlausibleTables.RUN);
    assertThat(run.at("/rows/dim_organization").asInt()).isEqualTo(5);
    assertThat(run.at("/files/report.html/bytes").asLong())
        .isEqualTo(Files.size(root.resolve("first/report.html")));
    assertThat(run.at("/config/publish").asText()).isEqualTo("all of it");
    assertThat(run.at("/inputs/0/sha256").asText()).isEqualTo("ab");
    assertThat(run.at("/warnings/0").asText()).isEqualTo("careful");
  }

  @Test
  void bytesDependOnNeitherPartitionsNorFurtherFormats() throws IOException {
    Map<Class<? extends Record>, Dataset<Row>> spread = new LinkedHashMap<>();
    PlausibleTables.of(SparkExtension.spark(), 40, 5)
        .forEach((type, rows) -> spread.put(type, rows.repartition(7)));
    publish(
        spread,
        "again",
        new PublishConfig(20, 5, List.of("json")),
        new PublishJob.Options(true, false));

    try (Stream<Path> files = Files.list(root.resolve("first/csv"))) {
      for (Path file : files.toList()) {
        assertThat(root.resolve("again/csv").resolve(file.getFileName()))
            .hasSameBinaryContentAs(file);
      }
    }
    assertThat(root.resolve("again/report.html"))
        .hasSameBinaryContentAs(root.resolve("first/report.html"));
    assertThat(root.resolve("again/csv/fact_sentence_theme.csv")).exists();
    Path further = root.resolve("again/json/dim_organization");
    assertThat(SparkExtension.spark().read().json(further.toString()).count()).isEqualTo(5);
  }

  @Test
  void emptyTablesArePublishedWithTheirSchema() throws SQLException {
    publish(PlausibleTables.empty(SparkExtension.spark()), "empty");

    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.query(
                  "DESCRIBE SELECT * FROM "
                      + DuckDb.parquet(root.resolve("empty/parquet/dim_theme"))))
          .extracting(column -> column.get(0))
          .isEqualTo(Records.columnNames(org.summitthemes.table.DimTheme.class));
      assertThat(
              duck.number(
                  "SELECT count(*) FROM " + DuckDb.csv(root.resolve("empty/csv/dim_theme.csv"))))
          .isZero();
    }
  }

  @Test
  void brokenConstraintLeavesNoFolder() {
    SparkSession spark = SparkExtension.spark();
    Map<Class<? extends Record>, Dataset<Row>> broken = PlausibleTables.of(spark, 3, 1);
    DimOrganization twice = new DimOrganization("OTS", "Twice", "regional", "");
    broken.put(
        DimOrganization.class,
        Records.dataset(spark, DimOrganization.class, List.of(twice, twice)));

    assertThatThrownBy(() -> publish(broken, "broken"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "dim_organization: key organization_id is not unique: 1 (first: OTS)");
    assertThat(root.resolve("broken")).doesNotExist();
  }

  @Test
  void folderMustBeNew() {
    assertThatThrownBy(() -> publish(PlausibleTables.empty(SparkExtension.spark()), "first"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The folder of a publication must be new: ");
    assertThat(root.resolve("first/run.json")).exists();
  }

  @Test
  void everyTableMustBeThere() {
    Map<Class<? extends Record>, Dataset<Row>> few = PlausibleTables.empty(SparkExtension.spark());
    few.remove(DimOrganization.class);

    assertThatThrownBy(() -> publish(few, "few"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Tables to publish are missing: [dim_organization]");
  }

  @Test
  void formatsThatThisSparkDoesNotKnowAreTheUsersToMend() {
    assertThatThrownBy(
            () ->
                publish(
                    PlausibleTables.empty(SparkExtension.spark()),
                    "unknown",
                    new PublishConfig(20, 5, List.of("nonesuch")),
                    PublishJob.Options.withDefaults()))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "publish.also names a format that this Spark does not know: nonesuch. Add its package to spark-submit, or remove it");
    assertThat(root.resolve("unknown")).doesNotExist();
  }

  @Test
  void storedFilesArePublishedAsTheyAreBesideTheOtherRows() throws IOException {
    Map<Class<? extends Record>, Dataset<Row>> tables = small();
    Dataset<Row> sentences = tables.get(FactSentenceTheme.class);
    String first = sentences.first().getAs("speech_id");
    List<String> files = stored(sentences.where(col("speech_id").notEqual(first)), "stored");

    PublishJob.Publication made =
        publish(
            tables,
            "carried",
            new PublishJob.Stored(
                Map.of(
                    FactSentenceTheme.class,
                    new StoredRows(files, sentences.where(col("speech_id").equalTo(first)))),
                null));

    Path folder = root.resolve("carried/parquet/fact_sentence_theme");
    for (String file : files) {
      assertThat(folder.resolve(Path.of(file).getFileName())).hasSameBinaryContentAs(Path.of(file));
    }
    assertThat(made.rows()).containsEntry("fact_sentence_theme", sentences.count());
    Dataset<Row> written = SparkExtension.spark().read().parquet(folder.toString());
    assertThat(Records.list(written, FactSentenceTheme.class))
        .containsExactlyInAnyOrderElementsOf(Records.list(sentences, FactSentenceTheme.class));
    assertThat(
            CarriedTable.added(
                hadoop(), hadoop("stored"), hadoop("carried/parquet/fact_sentence_theme")))
        .hasSize(1)
        .allMatch(file -> texts(file).stream().allMatch(first::equals));
  }

  private static org.apache.hadoop.fs.FileSystem hadoop() throws IOException {
    return org.apache.hadoop.fs.FileSystem.getLocal(new org.apache.hadoop.conf.Configuration());
  }

  private static org.apache.hadoop.fs.Path hadoop(String name) {
    return new org.apache.hadoop.fs.Path(root.resolve(name).toUri());
  }

  private static List<String> texts(String file) {
    return SparkExtension.spark()
        .read()
        .parquet(file)
        .select("speech_id")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void rowsThatWereNotPublishedBeforeAreCheckedOneByOne() throws IOException {
    Map<Class<? extends Record>, Dataset<Row>> tables = small();
    List<String> files =
        stored(
            tables.get(FactSentenceTheme.class).withColumn("confidence", lit(2.0)), "implausible");
    StoredRows rows = new StoredRows(files, null);

    assertThatThrownBy(
            () ->
                publish(
                    tables,
                    "unchecked",
                    new PublishJob.Stored(
                        Map.of(FactSentenceTheme.class, rows), root.resolve("first").toString())))
        .hasMessageContaining("fact_sentence_theme: confidence is not a number from 0 to 1");
    assertThat(root.resolve("unchecked")).doesNotExist();
  }

  private static Map<Class<? extends Record>, Dataset<Row>> small() {
    return PlausibleTables.of(SparkExtension.spark(), 6, 2);
  }

  private static List<String> stored(Dataset<Row> rows, String name) throws IOException {
    Path folder = root.resolve(name);
    rows.select(Records.columns(FactSentenceTheme.class)).write().parquet(folder.toString());
    try (var files = Files.newDirectoryStream(folder, "*.parquet")) {
      List<String> paths = new ArrayList<>();
      files.forEach(file -> paths.add(file.toString()));
      return paths;
    }
  }

  private static PublishJob.Publication publish(
      Map<Class<? extends Record>, Dataset<Row>> tables, String name, PublishJob.Stored stored) {
    return PublishJob.run(
        SparkExtension.spark(),
        tables,
        stored,
        provenance(),
        PublishConfig.defaults(),
        PublishJob.Options.withDefaults(),
        new org.apache.hadoop.fs.Path(root.resolve(name).toUri()));
  }

  @Test
  void formatsThatAreAlwaysWrittenAreRefused() {
    assertThatThrownBy(
            () ->
                publish(
                    PlausibleTables.empty(SparkExtension.spark()),
                    "parquet",
                    new PublishConfig(20, 5, List.of("parquet")),
                    PublishJob.Options.withDefaults()))
        .isInstanceOf(UserException.class)
        .hasMessage("publish.also must not name parquet, which is always written");
  }

  private static PublishJob.Publication publish(
      Map<Class<? extends Record>, Dataset<Row>> tables, String name) {
    return publish(tables, name, PublishConfig.defaults(), PublishJob.Options.withDefaults());
  }

  private static PublishJob.Publication publish(
      Map<Class<? extends Record>, Dataset<Row>> tables,
      String name,
      PublishConfig config,
      PublishJob.Options options) {
    return PublishJob.run(
        SparkExtension.spark(),
        tables,
        PublishJob.Stored.nothing(),
        provenance(),
        config,
        options,
        new org.apache.hadoop.fs.Path(root.resolve(name).toUri()));
  }

  private static Provenance provenance() {
    return new Provenance(
        PlausibleTables.RUN,
        Instant.parse("2026-01-01T08:00:00Z"),
        JsonNodeFactory.instance.objectNode().put("publish", "all of it"),
        new TreeMap<>(Map.of("ingest.rejected", 3L)),
        List.of(new Provenance.Input("a.txt", 12, "ab")),
        Map.of("ingest", 1.5),
        new TreeMap<>(Map.of("spark", "4.1.0")),
        List.of("careful"));
  }

  private static String parquet(String table) {
    return DuckDb.parquet(root.resolve("first/parquet").resolve(table));
  }

  private static String csv(String table) {
    return DuckDb.csv(root.resolve("first/csv/" + table + ".csv"));
  }
}
