package org.summitthemes.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.store.LedgerEntry;
import org.summitthemes.store.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code runs}: the history of an output folder. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description =
        "Lists the runs of an output folder, shows one, goes back to one, or deletes what old ones left.")
final class RunsCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
  private String out = "";

  @Option(
      names = "--show",
      paramLabel = "RUN",
      description = "Show everything the ledger says of a run.")
  private @Nullable String show;

  @Option(
      names = "--rollback",
      paramLabel = "RUN",
      description = "Make the state and the publication of an earlier run the current ones again.")
  private @Nullable String rollback;

  @Option(
      names = "--prune",
      paramLabel = "KEEP",
      description = "Delete all that only older runs than the newest KEEP need.")
  private @Nullable Integer prune;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (Stream.of(show, rollback, prune).filter(Objects::nonNull).count() > 1) {
      throw usage("--show, --rollback and --prune exclude each other");
    }

    if (prune != null && prune < 1) {
      throw usage("--prune must keep at least 1 run: " + prune);
    }

    SparkSession spark = Sessions.start("runs");
    try {
      Warehouse warehouse = Warehouse.at(spark, out);
      if (warehouse.ledger().entries().isEmpty()) {
        throw new UserException("No runs in %s", out);
      }

      if (rollback != null) {
        LedgerEntry entry = warehouse.rollBack(rollback, Clock.systemUTC().instant());
        System.out.printf(
            "Run %s: back to what was in force after run %s; current is %s%n",
            entry.runId(), rollback, entry.publication());
      } else if (prune != null) {
        warehouse.prune(prune);
        System.out.printf("Kept the data of the newest %d runs%n", prune);
      } else if (show != null) {
        System.out.println(details(warehouse.ledger().entry(show)));
      } else {
        warehouse.ledger().entries().forEach(entry -> System.out.println(line(entry)));
      }
      return 0;
    } finally {
      spark.stop();
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
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
