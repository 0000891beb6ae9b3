package org.summitthemes.cli;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.store.LedgerEntry;
import org.summitthemes.store.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runs}: lists the runs of an output folder, or shows one. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists the runs of an output folder, or shows one.")
final class RunsCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
  private String out = "";

  @Option(
      names = "--show",
      paramLabel = "RUN",
      description = "Show everything the ledger says of a run.")
  private @Nullable String show;

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start("runs");
    try {
      var entries = Warehouse.at(spark, out).ledger().entries();
      if (show == null) {
        entries.forEach(entry -> System.out.println(line(entry)));
      } else {
        System.out.println(
            entries.stream()
                .filter(entry -> entry.runId().equals(show))
                .findFirst()
                .map(RunsCommand::details)
                .orElseThrow(
                    () ->
                        new UserException(
                            "No run %s in %s; list them with: runs --out %s", show, out, out)));
      }
      return 0;
    } finally {
      spark.stop();
    }
  }

  private static String line(LedgerEntry entry) {
    String published = entry.runId().equals(entry.publication()) ? "published" : "not published";
    return "%s  %s  %6d speeches  model %s (%s)  %s"
        .formatted(
            entry.runId(),
            entry.finishedAt(),
            entry.counts().getOrDefault("speeches", 0L),
            entry.modelId() == null ? "none" : entry.modelId(),
            entry.facts().modelAction(),
            published);
  }

  private static String details(LedgerEntry entry) {
    StringBuilder text = new StringBuilder(line(entry)).append('\n');
    text.append("started  ").append(entry.startedAt()).append('\n');
    text.append("version  ")
        .append(entry.facts().codeVersion())
        .append(", Spark ")
        .append(entry.facts().sparkVersion());
    text.append(", ").append(entry.facts().master()).append('\n');
    text.append("config   ").append(entry.facts().configSha256()).append('\n');
    text.append("corpus   ").append(entry.facts().corpusSha256()).append('\n');
    entry
        .counts()
        .forEach(
            (name, count) ->
                text.append("count    ").append(name).append(' ').append(count).append('\n'));
    entry
        .batches()
        .forEach(
            (table, runs) ->
                text.append("batches  ")
                    .append(table)
                    .append(' ')
                    .append(String.join(" ", runs))
                    .append('\n'));
    return text.toString().stripTrailing();
  }
}
