package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.job.PublishJob;
import org.summitthemes.support.DuckDb;
import org.summitthemes.support.PlausibleTables;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

/** The views of {@code jobs/bi/views.sql} over a publication. */
@ExtendWith(SparkExtension.class)
public class BiViewsTest {
  @TempDir static Path root;

  private static DuckDb duck;

  @BeforeAll
  static void publish() throws IOException, SQLException {
    Path folder = root.resolve("published");
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
        PublishJob.Options.withDefaults(),
        new org.apache.hadoop.fs.Path(folder.toUri()));
    duck = new DuckDb();
    duck.run(
        Files.readString(Path.of("jobs/bi/views.sql")).replace("PUBLICATION", folder.toString()));
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  @Test
  void everyTableHasItsView() throws SQLException {
    for (Class<? extends Record> type : Tables.PUBLISHED) {
      String name = Records.tableName(type);
      assertThat(duck.query("DESCRIBE " + name))
          .as(name)
          .extracting(column -> column.get(0))
          .isEqualTo(Records.columnNames(type));
    }
  }

  /** A join that loses or multiplies rows would change every sum. */
  @ParameterizedTest
  @CsvSource({
    "speeches, dim_speech, duplicate_of IS NULL",
    "sentences, fact_sentence_theme, TRUE",
    "organization_themes, fact_organization_theme, period = 'all'",
    "organization_themes_by_year, fact_organization_theme, period <> 'all'",
    "organization_differences, fact_organization_contrast, measure = 'share_difference'",
    "theme_shifts, fact_theme_shift, TRUE",
    "theme_change_points, fact_theme_change_point, TRUE",
    "topic_terms, fact_topic_term, TRUE",
    "distinctive_terms, fact_distinctive_term, TRUE",
    "proposals, fact_proposal, TRUE"
  })
  void joinsNeitherLoseNorMultiplyRows(String view, String table, String rows) throws SQLException {
    long expected = duck.number("SELECT count(*) FROM %s WHERE %s".formatted(table, rows));

    assertThat(expected).isPositive();
    assertThat(duck.number("SELECT count(*) FROM " + view)).isEqualTo(expected);
  }

  @Test
  void distancesStandInBothOrders() throws SQLException {
    assertThat(
            duck.number(
                "SELECT count(*) FROM organization_distances a JOIN organization_distances b ON a.basis = b.basis AND a.organization_id = b.other_organization_id AND a.other_organization_id = b.organization_id AND a.divergence = b.divergence"))
        .isEqualTo(duck.number("SELECT count(*) FROM organization_distances"))
        .isEqualTo(5 * 4);
  }

  @Test
  void namesAreJoinedIn() throws SQLException {
    assertThat(
            duck.query(
                "SELECT DISTINCT organization_name, theme FROM organization_themes WHERE organization_id = 'SCO' AND theme_id = 'trade'"))
        .containsExactly(List.of("Shanghai Cooperation Organisation", "Trade"));
  }
}
