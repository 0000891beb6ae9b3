package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.summitthemes.support.SparkExtension;

/** Runs over a corpus that grows, shrinks and changes, against one over all of it. */
@ExtendWith(SparkExtension.class)
class IncrementalRunsTest {
  private static final List<Path> FILES =
      Stream.of("g20", "sco", "un")
          .flatMap(name -> files(Path.of("sample-data", name)).stream())
          .toList();

  @TempDir Path folder;

  /** Compiling queries takes longer than running them on so few rows. */
  @BeforeAll
  static void interpret(SparkSession spark) {
    spark.conf().set("spark.sql.codegen.wholeStage", false);
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
  }

  @AfterAll
  static void compile(SparkSession spark) {
    spark.conf().unset("spark.sql.codegen.wholeStage");
    spark.conf().unset("spark.sql.codegen.factoryMode");
  }

  @Test
  void addingSpeechesEndsInTheBytesOfOneRunOverEverything(SparkSession spark) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("sample-data"));
    Path parts = folder.resolve("parts");
    copy(0, corpus);
    copy(1, corpus);
    run(spark, corpus, parts, Model.auto);
    Path once = folder.resolve("once");
    copyTree(parts, once);

    copy(2, corpus);
    assertThat(run(spark, corpus, parts, Model.frozen)).contains("Run 000002-");
    copy(3, corpus);
    Path un = corpus.resolve("un");
    Path changed = files(un).get(0);
    Files.writeString(changed, Files.readString(changed) + "\nWe will also cut tariffs on trade.");
    Files.move(files(un).get(1), corpus.resolve("moved.txt"));
    Files.delete(files(corpus.resolve("g20")).get(0));
    Path copied = files(corpus.resolve("sco")).get(0);
    Files.writeString(
        corpus.resolve("longer.txt"), Files.readString(copied) + "\n\nThere was one more thing.");
    run(spark, corpus, parts, Model.frozen);

    forgetRules(once);
    run(spark, corpus, once, Model.frozen);
    assertThat(csvs(parts)).containsExactlyEntriesOf(csvs(once));
    assertThat(run(spark, corpus, parts, Model.frozen))
        .startsWith("Nothing changed since run 000003");

    run(spark, corpus, parts, Model.refit);
    assertThat(seededTopics(csvs(parts).get("fact_topic_lineage.csv")))
        .contains("security continued security", "trade continued trade");
    assertThat(csvs(parts).get("dim_topic.csv").lines().filter(line -> line.contains("active")))
        .hasSize(8);
    assertThat(run(spark, corpus, parts, Model.auto))
        .startsWith("Nothing changed since run 000004");

    Path current = parts.resolve("reports/CURRENT");
    String newest = Files.readString(current);
    Files.writeString(current, "000003-as-if-the-last-switch-were-cut-short\n");
    run(spark, corpus, parts, Model.auto);
    assertThat(current).hasContent(newest);
  }

  static String run(SparkSession spark, Path corpus, Path out, Model model) {
    PipelineOptions options = new PipelineOptions();
    options.corpus = List.of(corpus.toString());
    options.out = out.toString();
    options.config = "src/test/resources/small/pipeline.yaml";
    options.model = model;
    options.csvAll = true;
    return new Pipeline(
            spark, options, new Progress(new PrintStream(PrintStream.nullOutputStream()), false))
        .run(Stage.all());
  }

  /** Topic, event and former topic of each row. */
  private static List<String> seededTopics(String csv) {
    return csv.lines()
        .map(line -> line.replace("\"", "").split(","))
        .map(cells -> String.join(" ", cells[1], cells[2], cells[3]))
        .toList();
  }

  /** Every fourth file of the sample, from the given one on. */
  private static void copy(int part, Path corpus) throws IOException {
    for (int i = part; i < FILES.size(); i += 4) {
      Path target = corpus.resolve(Path.of("sample-data").relativize(FILES.get(i)));
      Files.createDirectories(target.getParent());
      Files.copy(FILES.get(i), target);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  /** Makes every stage work on everything. */
  private static void forgetRules(Path out) throws IOException {
    Path entry = out.resolve("warehouse/ledger/000001.json");
    String text = Files.readString(entry);
    Files.writeString(
        entry,
        text.replaceAll(
            "\"(files|ingest|prepare|fit|label)\" : \"[0-9a-f]{64}\"", "\"$1\" : \"\""));
  }

  private static Map<String, String> csvs(Path out) throws IOException {
    String current = Files.readString(out.resolve("reports/CURRENT")).strip();
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(out.resolve("reports").resolve(current).resolve("csv"))) {
      String name = file.getFileName().toString();
      if (!name.equals("dim_run.csv")) {
        texts.put(name, withoutRuns(Files.readString(file)));
      }
    }
    return texts;
  }

  /** Ids of runs differ with the number of runs. */
  private static String withoutRuns(String csv) {
    return csv.replaceAll("\"\\d{6}-[0-9a-f]{6}\"", "\"\"");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
