package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.cli.PipelineOptions.Model;
import org.summitthemes.store.HeldException;
import org.summitthemes.support.SparkExtension;

/**
 * The second run of a folder in which something is wrong: it says what, the first publication stays
 * as it was, and once the trouble is over the next run ends like an undisturbed one.
 */
@ExtendWith(SparkExtension.class)
class TroubledFolderTest {
  @TempDir static Path folder;

  private static Path corpus;
  private static Path first;
  private static Map<String, String> undisturbed;

  /** A first publication, and the bytes of the second after a speech more. */
  @BeforeAll
  static void publish(SparkSession spark) throws IOException {
    // Compiling queries takes longer than running them on so few rows.
    spark.conf().set("spark.sql.codegen.wholeStage", false);
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    corpus = folder.resolve("corpus");
    first = folder.resolve("first");
    copy(Path.of("sample-data/sco"), corpus);
    run(spark, first);
    copy(Path.of("sample-data/un"), corpus);
    Path second = folder.resolve("second");
    copy(first, second);
    run(spark, second);
    undisturbed = csvs(second);
  }

  @AfterAll
  static void compile(SparkSession spark) {
    spark.conf().unset("spark.sql.codegen.wholeStage");
    spark.conf().unset("spark.sql.codegen.factoryMode");
  }

  @Test
  void aDamagedFileOfTheWarehouseIsNamed(SparkSession spark, @TempDir Path out) throws IOException {
    copy(first, out);
    Path part =
        files(out.resolve("warehouse/speeches"))
            .filter(file -> file.toString().endsWith(".parquet"))
            .findFirst()
            .orElseThrow();
    Files.writeString(part, "not Parquet at all");

    assertThat(trouble(spark, out))
        .startsWith("A file of the warehouse is damaged or missing:")
        .contains(part.getFileName().toString());
  }

  @Test
  void aModelThatIsNotThereIsNamed(SparkSession spark, @TempDir Path out) throws IOException {
    copy(first, out);
    Files.move(out.resolve("models"), out.resolve("aside"));

    assertThat(trouble(spark, out)).startsWith("Model model-").contains("restore the folder");
  }

  @Test
  void aDamagedEntryOfTheLedgerIsNamed(SparkSession spark, @TempDir Path out) throws IOException {
    copy(first, out);
    Path entry = out.resolve("warehouse/ledger/000001.json");
    Files.writeString(entry, Files.readString(entry).substring(0, 100));

    assertThat(trouble(spark, out))
        .startsWith("The run ledger is damaged:")
        .contains("000001.json");
  }

  @Test
  void aScheduleThatFiresDuringARunIsTurnedAway(SparkSession spark, @TempDir Path out)
      throws IOException {
    copy(first, out);
    try (FileChannel channel =
            FileChannel.open(out.resolve("warehouse/lock"), StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(catchThrowable(() -> run(spark, out))).isInstanceOf(HeldException.class);
    }
  }

  @Test
  void aClockSetBackChangesNothing(SparkSession spark, @TempDir Path out) throws IOException {
    copy(first, out);
    Clock past = Clock.fixed(Instant.parse("1999-12-31T23:59:59Z"), ZoneOffset.UTC);

    pipeline(spark, out, past).run(Stage.all());

    assertThat(csvs(out)).isEqualTo(undisturbed);
    assertThat(run(spark, out)).startsWith("Nothing changed since run 000002-");
  }

  @Test
  void aFullOrReadOnlyDiskIsToldAndLosesNothing(SparkSession spark, @TempDir Path disk)
      throws IOException {
    assumeTrue(
        shell("mount -t tmpfs -o size=64m tmpfs " + disk),
        "a small disk cannot be mounted here: needs root");
    try {
      Path out = disk.resolve("out");
      copy(first, out);
      Files.writeString(disk.resolve("aside"), "x".repeat(1 << 20));

      assertThat(shell("mount -o remount,ro " + disk)).isTrue();
      assertThat(trouble(spark, out)).containsAnyOf("Read-only file system", "not writable");

      assertThat(shell("mount -o remount,rw " + disk)).isTrue();
      shell("dd if=/dev/zero bs=64k of=" + disk.resolve("filler"));
      Files.delete(disk.resolve("aside"));
      assertThat(trouble(spark, out)).startsWith("The disk is full");

      Files.delete(disk.resolve("filler"));
      requireSecondRun(spark, out);
    } finally {
      shell("umount -l " + disk);
    }
  }

  /** What the run says of the trouble; the first publication must still be whole. */
  private static String trouble(SparkSession spark, Path out) throws IOException {
    Map<String, String> before = csvs(out);
    Throwable thrown = catchThrowable(() -> run(spark, out));

    assertThat(thrown).isNotNull();
    assertThat(csvs(out)).isEqualTo(before);
    return Failures.mendable(thrown).orElseThrow(() -> new AssertionError("a bug", thrown));
  }

  private static void requireSecondRun(SparkSession spark, Path out) throws IOException {
    run(spark, out);

    assertThat(csvs(out)).isEqualTo(undisturbed);
  }

  private static String run(SparkSession spark, Path out) {
    return pipeline(spark, out, Clock.systemUTC()).run(Stage.all());
  }

  private static Pipeline pipeline(SparkSession spark, Path out, Clock clock) {
    PipelineOptions options = new PipelineOptions();
    options.corpus = List.of(corpus.toString());
    options.out = out.toString();
    options.config = "src/test/resources/small/pipeline.yaml";
    options.model = Model.frozen;
    Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream()), false);
    return new Pipeline(spark, options, silent, clock);
  }

  /** CSV files of the current publication but for the run's times. */
  private static Map<String, String> csvs(Path out) throws IOException {
    Path csv = out.resolve("reports/current").toRealPath().resolve("csv");
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(csv).filter(path -> !path.endsWith("dim_run.csv")).toList()) {
      texts.put(csv.relativize(file).toString(), Files.readString(file));
    }
    return texts;
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(shell("cp -a " + from + "/. " + to)).isTrue();
  }

  /** Whether the command succeeded. */
  private static boolean shell(String command) {
    try {
      Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor() == 0;
      if (!done) {
        System.err.println(command + ": " + said);
      }
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
