package org.summitthemes.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.cli.PipelineOptions.Model;
import org.summitthemes.job.CorpusFiles;
import org.summitthemes.store.LedgerEntry;
import org.summitthemes.store.Run;
import org.summitthemes.store.RunFacts;
import org.summitthemes.store.Warehouse;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.Records;

/**
 * Runs stages in order. A stage whose fingerprint, a hash of its settings and of all that went
 * before it, is in the ledger is skipped; if all are, nothing is published.
 */
final class Pipeline {
  private static final int HIGHLIGHTS = 3;

  private final SparkSession spark;
  private final PipelineOptions options;
  private final Progress progress;
  private final Clock clock;

  Pipeline(SparkSession spark, PipelineOptions options, Progress progress) {
    this(spark, options, progress, Clock.systemUTC());
  }

  /**
   * @param clock tells when a run began and ended; nothing depends on it
   */
  Pipeline(SparkSession spark, PipelineOptions options, Progress progress, Clock clock) {
    this.spark = spark;
    this.options = options;
    this.progress = progress;
    this.clock = clock;
  }

  /** Runs those of the stages that have something to do and says what came of it. */
  String run(List<Stage> stages) {
    Instant startedAt = clock.instant();
    Configured configured =
        Configured.read(
            options.config, options.overrides, spark.sparkContext().hadoopConfiguration());
    CorpusFiles corpus =
        stages.contains(Stage.INGEST)
            ? CorpusFiles.list(spark, options.corpus)
            : CorpusFiles.none();
    Warehouse warehouse = Warehouse.at(spark, options.out);
    LedgerEntry before = warehouse.ledger().newest();
    Fingerprints prints =
        new Fingerprints(
            configured,
            corpus.isEmpty() ? null : corpus.sha256WithNames(),
            before.stages().getOrDefault(Stage.INGEST.word(), ""));
    List<Stage> todo = todo(stages, prints, before);
    if (todo.isEmpty()) {
      if (!options.dryRun) {
        warehouse.finishSwitch();
      }

      return "Nothing changed since run " + before.runId() + "; nothing was published.";
    }

    if (options.dryRun) {
      return "Would run: " + words(todo);
    }

    return execute(todo, configured, prints, corpus, warehouse, before, startedAt);
  }

  private String execute(
      List<Stage> todo,
      Configured configured,
      Fingerprints prints,
      CorpusFiles corpus,
      Warehouse warehouse,
      LedgerEntry before,
      Instant startedAt) {
    RunFacts facts = facts(configured, corpus, before);
    String inputHash =
        Hashes.sha256(facts.codeVersion(), facts.configSha256(), facts.corpusSha256());
    try (Run run = warehouse.open(inputHash, facts, startedAt)) {
      Stages stages = new Stages(run, configured, options, corpus, prints);
      int number = 0;
      for (Stage stage : todo) {
        number++;
        execute(stage, stages, number, todo.size());
        run.completeStage(
            stage.word(), prints.of(stage, run.modelId(), run.rules(TopicModels.SETTINGS)));
      }
      run.commit(clock.instant());
      return summary(run, todo);
    }
  }

  private void execute(Stage stage, Stages stages, int number, int total) {
    Instant start = clock.instant();
    progress.begin(stage.word(), number, total);
    spark.sparkContext().setJobGroup(stage.word(), stage.word(), false);
    progress.end(stages.run(stage));
    stages.took(stage, Duration.between(start, clock.instant()));
  }

  private List<Stage> todo(List<Stage> stages, Fingerprints prints, LedgerEntry before) {
    String fittedWith = before.rules().getOrDefault(TopicModels.SETTINGS, "");
    boolean keep = options.model == Model.frozen && before.modelId() != null;
    String settings = keep ? fittedWith : prints.modelSettings();
    return stages.stream()
        .filter(
            stage ->
                afterRefit(stage)
                    || !prints
                        .of(stage, before.modelId(), settings)
                        .equals(before.stages().get(stage.word())))
        .toList();
  }

  private boolean afterRefit(Stage stage) {
    return options.model == Model.refit && stage.compareTo(Stage.FIT) >= 0;
  }

  private RunFacts facts(Configured configured, CorpusFiles corpus, LedgerEntry before) {
    return new RunFacts(
        Commands.version(),
        spark.version(),
        spark.sparkContext().master(),
        Hashes.sha256(configured.tree().toString()),
        corpus.isEmpty() ? before.facts().corpusSha256() : corpus.sha256(),
        "kept");
  }

  private String summary(Run run, List<Stage> todo) {
    if (!todo.contains(Stage.PUBLISH)) {
      return "Run %s: %s".formatted(run.runId(), words(todo));
    }

    List<String> lines = new ArrayList<>();
    lines.addAll(
        Highlights.of(
            Records.list(
                run.read(FactOrganizationContrast.class, "compare"),
                FactOrganizationContrast.class),
            Records.list(
                run.read(FactOrganizationTheme.class, "compare"), FactOrganizationTheme.class),
            HIGHLIGHTS));
    lines.add(
        "Run %s: %d inputs = %d speeches (%d copies) + %d rejected + %d skipped by rule"
            .formatted(
                run.runId(),
                run.counts().get("inputs"),
                run.counts().get("speeches"),
                run.counts().get("duplicates"),
                run.counts().get("rejected"),
                run.counts().get("skipped")));
    lines.add("Report: " + run.warehouse().publication(run.runId()) + "/report.html");
    return String.join("\n", lines);
  }

  private static String words(List<Stage> stages) {
    return String.join(", ", stages.stream().map(Stage::word).toList());
  }
}
