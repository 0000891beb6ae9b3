package org.summitthemes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.UserException;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.DimDate;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.Records;
import org.summitthemes.table.StageInput;

@ExtendWith(SparkExtension.class)
class WarehouseTest {
  private static final RunFacts FACTS = new RunFacts("1", "4", "local", "c", "d", "");
  private static final DimDate MAY = new DimDate(LocalDate.of(2025, 5, 21), 2025, 2, 5, 21);
  private static final DimDate JUNE = new DimDate(LocalDate.of(2025, 6, 1), 2025, 2, 6, 1);

  @TempDir Path out;

  @Test
  void rowsAreInForceOnceTheirRunIsCommitted(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    try (Run run = open(warehouse)) {
      run.write(DimDate.class, dates(spark, MAY));
      assertThat(warehouse.ledger().entries()).isEmpty();
      run.commit(Instant.EPOCH);
    }

    try (Run run = open(warehouse)) {
      assertThat(run.runId()).isEqualTo("000002-abcdef");
      assertThat(Records.list(run.read(DimDate.class, "publish"), DimDate.class))
          .containsExactly(MAY);
    }
  }

  @Test
  void batchesOfARunThatDiedAreSweptByTheNext(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    try (Run dead = open(warehouse)) {
      dead.write(DimDate.class, dates(spark, MAY));
    }

    try (Run run = open(warehouse)) {
      assertThat(out.resolve("warehouse/dim_date")).isEmptyDirectory();
      run.write(DimDate.class, dates(spark, JUNE));
      run.commit(Instant.EPOCH);
      assertThat(Records.list(run.read(DimDate.class, ""), DimDate.class)).containsExactly(JUNE);
    }
  }

  @Test
  void aTableThatWasNeverWrittenNamesTheStageToRun(SparkSession spark) {
    try (Run run = open(Warehouse.at(spark, out.toString()))) {
      assertThatThrownBy(() -> run.read(DimTheme.class, "fit"))
          .isInstanceOf(UserException.class)
          .hasMessage("Table dim_theme not found in the warehouse; run: fit");
    }
  }

  @Test
  void aSecondRunIsHeldOffWhileTheFirstGoesOn(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    try (Run first = open(warehouse)) {
      assertThat(first.runId()).isNotEmpty();
      assertThatThrownBy(() -> open(warehouse))
          .isInstanceOf(HeldException.class)
          .hasMessageContaining("Another run holds the output folder " + out);
    }
    open(warehouse).close();
  }

  @Test
  void theCurrentPublicationIsSwitchedAtTheCommit(SparkSession spark) throws IOException {
    publish(spark, "first");
    assertThat(out.resolve("reports/current/page")).hasContent("first");

    publish(spark, "second");
    assertThat(out.resolve("reports/current/page")).hasContent("second");
    assertThat(out.resolve("reports/CURRENT")).hasContent("000002-abcdef");
  }

  @Test
  void aSwitchThatWasCutShortIsFinishedByTheNextRun(SparkSession spark) throws IOException {
    publish(spark, "first");
    publish(spark, "second");
    Files.writeString(out.resolve("reports/CURRENT"), "000001-abcdef\n");

    open(Warehouse.at(spark, out.toString())).close();

    assertThat(out.resolve("reports/CURRENT")).hasContent("000002-abcdef");
  }

  @Test
  void aLinkThatWasNotYetSwitchedIsSwitchedByTheNextRun(SparkSession spark) throws IOException {
    publish(spark, "first");
    publish(spark, "second");
    Files.delete(out.resolve("reports/current"));
    Files.createSymbolicLink(out.resolve("reports/current"), Path.of("000001-abcdef"));

    open(Warehouse.at(spark, out.toString())).close();

    assertThat(out.resolve("reports/current/page")).hasContent("second");
  }

  @Test
  void aSwitchThatWasCutShortIsFinishedThoughNothingElseIsToBeDone(SparkSession spark)
      throws IOException {
    publish(spark, "first");
    publish(spark, "second");
    Files.writeString(out.resolve("reports/CURRENT"), "000001-abcdef\n");
    Files.delete(out.resolve("reports/current"));
    Files.createSymbolicLink(out.resolve("reports/current"), Path.of("000001-abcdef"));
    Warehouse warehouse = Warehouse.at(spark, out.toString());

    warehouse.finishSwitch();

    assertThat(out.resolve("reports/CURRENT")).hasContent("000002-abcdef");
    assertThat(out.resolve("reports/current/page")).hasContent("second");
  }

  @Test
  void onlyASwitchThatIsToBeDoneNeedsTheFolder(SparkSession spark) throws IOException {
    publish(spark, "first");
    publish(spark, "second");
    Warehouse warehouse = Warehouse.at(spark, out.toString());
    Run other = open(warehouse);
    warehouse.finishSwitch();

    Files.writeString(out.resolve("reports/CURRENT"), "000001-abcdef\n");
    assertThatThrownBy(warehouse::finishSwitch).isInstanceOf(HeldException.class);
    other.close();
  }

  @Test
  void aLedgerOfAnotherFormatIsRefused(SparkSession spark) throws IOException {
    publish(spark, "first");
    Path entry = out.resolve("warehouse/ledger/000001.json");
    Files.writeString(entry, Files.readString(entry).replace("\"format\" : 2", "\"format\" : 99"));

    assertThatThrownBy(() -> Warehouse.at(spark, out.toString()).ledger().newest())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("was written in format 99; this version reads format 2");
  }

  @Test
  void aDamagedLedgerIsNamed(SparkSession spark) throws IOException {
    publish(spark, "first");
    Files.writeString(out.resolve("warehouse/ledger/000001.json"), "{\"format\"");

    assertThatThrownBy(() -> Warehouse.at(spark, out.toString()).ledger().newest())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The run ledger is damaged");
  }

  @Test
  void anIncrementAddsWhatIsNewAndLeavesOutWhatIsGone(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    work(warehouse, spark, "a 1", "b 1", "c 1", "d 1", "e 1", "f 1", "g 1");

    assertThat(work(warehouse, spark, "a 1", "c 2", "d 1", "e 1", "f 1", "g 1")).isEqualTo(1);
    assertThat(inForce(warehouse)).containsExactly("a 1", "c 2", "d 1", "e 1", "f 1", "g 1");
    assertThat(work(warehouse, spark, "a 1", "c 2", "d 1", "e 1", "f 1", "g 1")).isZero();
    assertThat(warehouse.ledger().newest().batches().get("stage_inputs"))
        .containsExactly("000001-abcdef", "000002-abcdef");
  }

  @Test
  void aFileThatHoldsRowsOfWhatIsGoneIsNotTakenWhole(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    work(warehouse, spark, "a 1", "b 1", "c 1");
    work(warehouse, spark, "a 1", "b 1", "c 1", "d 1");
    assertThat(stored(warehouse).files()).hasSameSizeAs(files());
    assertThat(stored(warehouse).others()).isNull();

    work(warehouse, spark, "a 1", "c 2", "d 1");

    StoredRows stored = stored(warehouse);
    assertThat(stored.files())
        .doesNotHaveDuplicates()
        .noneMatch(file -> keys(spark, file).contains("b"))
        .anyMatch(file -> keys(spark, file).contains("c"))
        .anyMatch(file -> keys(spark, file).contains("d"));
    List<String> rows = new ArrayList<>(texts(Objects.requireNonNull(stored.others())));
    stored.files().forEach(file -> rows.addAll(texts(spark.read().parquet(file))));
    assertThat(rows).containsExactlyInAnyOrder("a 1", "c 2", "d 1");
  }

  @Test
  void versionsAreFoundOutForWhatWasWrittenSinceTheStageLastRan(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    work(warehouse, spark, "a 1", "b 1", "c 1");
    try (Run run = open(warehouse)) {
      Increment second = run.begin("next", "rules", run.inputs("work"));
      run.complete(second);
      run.commit(Instant.EPOCH);
    }
    work(warehouse, spark, "a 1", "c 2", "d 1");

    try (Run run = open(warehouse)) {
      List<String> asked = new ArrayList<>();
      Dataset<Row> versions =
          run.versions(
              "next",
              StageInput.class,
              "work",
              rows -> {
                asked.addAll(texts(rows));
                return rows;
              });
      assertThat(texts(versions)).containsExactlyInAnyOrder("a 1", "c 2", "d 1");
      assertThat(asked).containsExactlyInAnyOrder("c 2", "d 1");
    }
  }

  private static StoredRows stored(Warehouse warehouse) {
    try (Run run = open(warehouse)) {
      return run.stored(StageInput.class, "work");
    }
  }

  private static List<String> keys(SparkSession spark, String file) {
    return texts(spark.read().parquet(file)).stream().map(text -> text.split(" ")[0]).toList();
  }

  private List<Path> files() {
    try (var files = Files.newDirectoryStream(out.resolve("warehouse/stage_inputs"))) {
      List<Path> found = new ArrayList<>();
      for (Path batch : files) {
        try (var parts = Files.newDirectoryStream(batch, "*.parquet")) {
          parts.forEach(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void manyBatchesBecomeOne(SparkSession spark) {
    var warehouse = Warehouse.at(spark, out.toString());
    String[] inputs = IntStream.range(0, 100).mapToObj(i -> i + " 1").toArray(String[]::new);
    for (int run = 0; run <= Run.MOST_BATCHES; run++) {
      inputs[run] = run + " 2";
      work(warehouse, spark, inputs);
    }

    assertThat(warehouse.ledger().newest().batches().get("stage_inputs")).hasSize(1);
    assertThat(inForce(warehouse)).containsExactlyInAnyOrder(inputs);
  }

  @Test
  void aRollBackIsAFurtherEntryThatPointsAtTheOldState(SparkSession spark) throws IOException {
    publish(spark, "first");
    publish(spark, "second");

    LedgerEntry entry =
        Warehouse.at(spark, out.toString()).rollBack("000001-abcdef", Instant.EPOCH);

    assertThat(entry.runId()).isEqualTo("000003-abcdef");
    assertThat(out.resolve("reports/current/page")).hasContent("first");
    publish(spark, "fourth");
    assertThat(out.resolve("reports/current/page")).hasContent("fourth");
  }

  @Test
  void pruningDeletesWhatNoKeptRunNeedsAndNoMore(SparkSession spark) throws IOException {
    publish(spark, "first");
    publish(spark, "second");
    publish(spark, "third");
    var warehouse = Warehouse.at(spark, out.toString());

    warehouse.prune(2);

    assertThat(out.resolve("reports/000001-abcdef")).doesNotExist();
    assertThat(out.resolve("reports/000002-abcdef/page")).hasContent("second");
    assertThat(out.resolve("reports/current/page")).hasContent("third");
    assertThat(warehouse.ledger().entries()).hasSize(3);
    assertThatThrownBy(() -> warehouse.rollBack("000001-abcdef", Instant.EPOCH))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Run 000001-abcdef was pruned: its data are gone. Runs that are left begin at number 2");
  }

  /** Works on inputs "key version"; the table holds what was worked on. */
  private static long work(Warehouse warehouse, SparkSession spark, String... inputs) {
    try (Run run = open(warehouse)) {
      var wanted =
          Records.dataset(
              spark,
              StageInput.class,
              Arrays.stream(inputs)
                  .map(input -> input.split(" "))
                  .map(parts -> new StageInput(parts[0], parts[1]))
                  .toList());
      Increment increment = run.begin("work", "rules", wanted);
      run.add(increment, StageInput.class, increment.of(wanted, "key"));
      run.complete(increment);
      run.commit(Instant.EPOCH);
      return increment.size();
    }
  }

  private static List<String> inForce(Warehouse warehouse) {
    return texts(warehouse.inForce(StageInput.class, "work").orderBy("key"));
  }

  private static List<String> texts(Dataset<Row> inputs) {
    return Records.list(inputs, StageInput.class).stream()
        .map(input -> input.key() + " " + input.version())
        .toList();
  }

  private void publish(SparkSession spark, String content) throws IOException {
    try (Run run = open(Warehouse.at(spark, out.toString()))) {
      Path folder = Files.createDirectories(out.resolve("reports").resolve(run.runId()));
      Files.writeString(folder.resolve("page"), content);
      run.published();
      run.commit(Instant.EPOCH);
    }
  }

  private static Run open(Warehouse warehouse) {
    return warehouse.open("abcdef123", FACTS, Instant.EPOCH);
  }

  private static Dataset<Row> dates(SparkSession spark, DimDate date) {
    return Records.dataset(spark, DimDate.class, List.of(date));
  }
}
