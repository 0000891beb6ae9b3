package org.summitthemes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final Clock clock = Clock.systemUTC();

  Pipeline(SparkSession spark, PipelineOptions options, Progress progress) {
    this.spark = spark;
    this.options = options;
    this.progress = progress;
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
    Map<Stage, String> todo = todo(stages, fingerprints(configured, corpus, before), before);
    if (todo.isEmpty()) {
      return "Nothing changed since run " + before.runId() + "; nothing was published.";
    }

    if (options.dryRun) {
      return "Would run: " + String.join(", ", todo.keySet().stream().map(Stage::word).toList());
    }

    return execute(todo, configured, corpus, warehouse, before, startedAt);
  }

  private String execute(
      Map<Stage, String> todo,
      Configured configured,
      CorpusFiles corpus,
      Warehouse warehouse,
      LedgerEntry before,
      Instant startedAt) {
    RunFacts facts = facts(configured, corpus, before);
    String inputHash =
        Hashes.sha256(facts.codeVersion(), facts.configSha256(), facts.corpusSha256());
    try (Run run = warehouse.open(inputHash, facts, startedAt)) {
      Stages stages = new Stages(run, configured, options, corpus);
      int number = 0;
      for (Map.Entry<Stage, String> stage : todo.entrySet()) {
        number++;
        execute(stage.getKey(), stages, number, todo.size());
        run.completeStage(stage.getKey().word(), stage.getValue());
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

  /** The fingerprint that each stage has if all of them are up to date. */
  private Map<Stage, String> fingerprints(
      Configured configured, CorpusFiles corpus, LedgerEntry before) {
    JsonNode pipeline = configured.tree().get("pipeline");
    String themes = configured.tree().get("themes").toString();
    String lessons = themes + configured.tree().path("background");
    String organizations = configured.tree().get("organizations").toString();
    Map<Stage, String> prints = new EnumMap<>(Stage.class);
    String last = Commands.version();
    last =
        corpus.isEmpty()
            ? before.stages().getOrDefault(Stage.INGEST.word(), "")
            : Hashes.sha256(
                last, corpus.sha256WithNames(), pipeline.get("corpus").toString(), organizations);
    prints.put(Stage.INGEST, last);
    last = Hashes.sha256(last, pipeline.get("prepare").toString());
    prints.put(Stage.PREPARE, last);
    last = Hashes.sha256(last, fitSettings(pipeline, lessons, before));
    prints.put(Stage.FIT, last);
    last = Hashes.sha256(last, pipeline.get("label").toString(), themes);
    prints.put(Stage.LABEL, last);
    last = Hashes.sha256(last, pipeline.get("compare").toString(), organizations);
    prints.put(Stage.COMPARE, last);
    last = Hashes.sha256(last, pipeline.get("publish").toString());
    prints.put(Stage.PUBLISH, last);
    return prints;
  }

  /**
   * A frozen model's fingerprint depends on the model, not on the settings with which another would
   * be fitted.
   */
  private String fitSettings(JsonNode pipeline, String themes, LedgerEntry before) {
    return options.model == Model.frozen && before.modelId() != null
        ? "frozen " + before.modelId()
        : pipeline.get("fit") + themes;
  }

  private Map<Stage, String> todo(
      List<Stage> stages, Map<Stage, String> fingerprints, LedgerEntry before) {
    Map<Stage, String> todo = new EnumMap<>(Stage.class);
    for (Stage stage : stages) {
      boolean changed = !fingerprints.get(stage).equals(before.stages().get(stage.word()));
      boolean afterRefit = options.model == Model.refit && stage.compareTo(Stage.FIT) >= 0;
      if (changed || afterRefit) {
        todo.put(stage, fingerprints.get(stage));
      }
    }
    return todo;
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

  private String summary(Run run, Map<Stage, String> todo) {
    if (!todo.containsKey(Stage.PUBLISH)) {
      return "Run %s: %s"
          .formatted(
              run.runId(), String.join(", ", todo.keySet().stream().map(Stage::word).toList()));
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
}
