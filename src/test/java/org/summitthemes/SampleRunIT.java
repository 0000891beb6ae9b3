package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.summitthemes.support.Job;
import org.summitthemes.support.Publication;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

/**
 * The whole job on the sample corpus, read back by DuckDB; then the same again in other
 * circumstances.
 */
class SampleRunIT {
  static final List<Class<? extends Record>> PUBLISHED = Tables.PUBLISHED;

  @TempDir static Path folder;

  private static Path out;
  private static Job.Result result;
  private static Publication publication;

  @BeforeAll
  static void run() {
    out = folder.resolve("sample");
    result = submit("local[2]", 4, Path.of("sample-data"), out);
    assertThat(result.exitCode()).as(result.err()).isZero();
    publication = Publication.current(out);
  }

  @AfterAll
  static void close() {
    publication.close();
  }

  @Test
  void theLastLinesTellWhatWasFoundAndWhereTheReportIs() {
    assertThat(result.out().lines()).hasSize(5);
    assertThat(result.out())
        .contains("points (90% interval")
        .contains("93 inputs = 82 speeches (1 copies) + 2 rejected + 9 skipped by rule")
        .contains("Report: " + out);
  }

  @Test
  void everyStageEndsWithAPlainLineOnStderr() {
    assertThat(result.err().lines().filter(line -> line.startsWith("[")))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).matches("\\[\\d/6] [a-z]+: .* \\(\\d+\\.\\d s\\)"));
  }

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void parquetAndCsvHoldTheSameRowsWithUniqueKeys(Class<? extends Record> type) {
    String table = Records.tableName(type);
    String keys = String.join(", ", Records.keyNames(type));
    long rows = publication.number("SELECT count(*) FROM " + publication.parquet(table));

    assertThat(publication.number("SELECT count(*) FROM " + publication.csv(table)))
        .isEqualTo(rows);
    assertThat(
            publication.number(
                "SELECT count(DISTINCT (%s)) FROM %s".formatted(keys, publication.parquet(table))))
        .isEqualTo(rows);
    assertThat(publication.rows("DESCRIBE SELECT * FROM " + publication.csv(table)))
        .extracting(row -> row.substring(0, row.indexOf(' ')))
        .containsExactlyElementsOf(Records.columnNames(type));
  }

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void everyReferenceLeadsToARow(Class<? extends Record> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String target = Records.description(component).references();
      if (!target.isEmpty()) {
        String column = Records.columnName(component);
        String[] parts = target.split("\\.");
        assertThat(
                publication.rows(
                    "SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL AND %s NOT IN (SELECT %s FROM %s)"
                        .formatted(
                            column,
                            publication.parquet(Records.tableName(type)),
                            column,
                            column,
                            parts[1],
                            publication.parquet(parts[0]))))
            .as("%s.%s", Records.tableName(type), column)
            .isEmpty();
      }
    }
  }

  @Test
  void sharesAddUpToOne() {
    for (String group :
        List.of(
            "SELECT speech_id, sum(share) s FROM "
                + publication.parquet("fact_speech_theme")
                + " GROUP BY ALL",
            "SELECT speech_id, sum(share) s FROM "
                + publication.parquet("fact_speech_topic")
                + " GROUP BY ALL",
            "SELECT basis, organization_id, period, sum(share) s FROM "
                + publication.parquet("fact_organization_theme")
                + " GROUP BY ALL")) {
      assertThat(publication.number("SELECT count(*) FROM (" + group + ")")).isPositive();
      assertThat(publication.rows("SELECT * FROM (" + group + ") WHERE abs(s - 1) > 1e-9"))
          .isEmpty();
    }
  }

  @Test
  void theSampleIsReadAsItsReadmeSays() {
    assertThat(
            publication.rows(
                "SELECT organization_id, count(*) FROM "
                    + publication.parquet("dim_speech")
                    + " GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            "CICA | 10", "EAEU | 10", "G20 | 10", "OTS | 21", "SCO | 16", "UN | 10", "- | 5");
    assertThat(
            publication.rows(
                "SELECT language, count(*) FROM "
                    + publication.parquet("dim_speech")
                    + " GROUP BY ALL ORDER BY ALL"))
        .containsExactly("en | 74", "kk | 2", "ru | 4", "tr | 2");
    assertThat(
            publication.rows(
                "SELECT source_uri, reason_code FROM "
                    + publication.parquet("fact_rejected_input")
                    + " ORDER BY ALL"))
        .containsExactly(
            "sample-data/cica-eaeu.jsonl#10 | bad_json", "sample-data/un/scan-0017.txt | binary");
    assertThat(
            publication.rows(
                """
                SELECT copy.source_uri, original.source_uri FROM %1$s copy JOIN %1$s original
                ON copy.duplicate_of = original.speech_id"""
                    .formatted(publication.parquet("dim_speech"))))
        .containsExactly(
            "sample-data/ots/2021-azerbaijan-southern-gas-wire.txt | sample-data/ots/2021-azerbaijan-southern-gas.txt");
  }

  @Test
  void themesFollowWhatTheOrganizationsAreAbout() {
    assertThat(
            publication.rows(
                """
                SELECT organization_id FROM %s WHERE basis = 'venue' AND period = 'all' AND theme_id = 'security'
                ORDER BY share DESC LIMIT 2"""
                    .formatted(publication.parquet("fact_organization_theme"))))
        .containsExactlyInAnyOrder("CICA", "SCO");
    assertThat(
            publication.rows(
                """
                SELECT organization_id FROM %s WHERE basis = 'venue' AND period = 'all' AND theme_id = 'trade'
                ORDER BY share DESC LIMIT 1"""
                    .formatted(publication.parquet("fact_organization_theme"))))
        .containsExactly("EAEU");
  }

  @Test
  void copiesCountForNothing() {
    assertThat(
            publication.number(
                "SELECT count(*) FROM %s WHERE speech_id IN (SELECT speech_id FROM %s WHERE duplicate_of IS NOT NULL)"
                    .formatted(
                        publication.parquet("fact_sentence_theme"),
                        publication.parquet("dim_speech"))))
        .isZero();
  }

  @Test
  void nothingChangedMeansNothingIsPublished() throws IOException {
    String before = Files.readString(out.resolve("reports/CURRENT"));

    Job.Result again = submit("local[2]", 4, Path.of("sample-data"), out);

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).startsWith("Nothing changed since run 000001-");
    assertThat(Files.readString(out.resolve("reports/CURRENT"))).isEqualTo(before);
  }

  @Test
  void oneCoreAndOnePartitionGiveTheSameBytes() {
    assertSameBytes("local[1]", 1, Path.of("sample-data"));
  }

  @Test
  void filesInAnotherOrderAndManyPartitionsGiveTheSameBytesButForTheNamesOfFiles()
      throws IOException {
    Path renamed = folder.resolve("renamed/sample-data");
    Reversed.copy(Path.of("sample-data"), renamed);
    Path other = folder.resolve("renamed-out");
    Job.Result ran = submit("local[2]", 17, renamed, other);
    assertThat(ran.exitCode()).as(ran.err()).isZero();

    try (Publication moved = Publication.current(other)) {
      assertThat(moved.folder().getFileName()).isEqualTo(publication.folder().getFileName());
      moved
          .csvTexts()
          .forEach(
              (name, text) ->
                  assertThat(withoutNames(text))
                      .as(name)
                      .isEqualTo(withoutNames(publication.csvTexts().get(name))));
    }
  }

  private static void assertSameBytes(String master, int partitions, Path corpus) {
    Path other = folder.resolve("other-" + partitions);
    Job.Result ran = submit(master, partitions, corpus, other);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    try (Publication same = Publication.current(other)) {
      assertThat(same.csvTexts()).isEqualTo(publication.csvTexts());
    }
  }

  /** Names of files, which the renamed corpus cannot share, in the columns that tell them. */
  private static List<String> withoutNames(String csv) {
    return Arrays.stream(csv.split("\n"))
        .map(line -> line.replaceAll("\"sample-data/[^\"]*\"", "\"\""))
        .sorted()
        .toList();
  }

  private static Job.Result submit(String master, int partitions, Path corpus, Path out) {
    return Job.submit(
        "--master",
        master,
        "--conf",
        "spark.sql.shuffle.partitions=" + partitions,
        "--conf",
        "spark.sql.adaptive.coalescePartitions.enabled=" + (partitions < 8),
        "run",
        "--corpus",
        corpus.toString(),
        "--out",
        out.toString(),
        "--config",
        "jobs/pipeline.yaml",
        "--csv-all");
  }
}
