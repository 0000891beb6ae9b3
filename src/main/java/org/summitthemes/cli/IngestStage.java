package org.summitthemes.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.job.CorpusFiles;
import org.summitthemes.job.IngestJob;
import org.summitthemes.job.IngestedItem;
import org.summitthemes.store.Increment;
import org.summitthemes.store.Run;
import org.summitthemes.table.CopyPair;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

/** Reads new and changed files into speeches and finds out which speeches are copies of others. */
final class IngestStage {
  private static final String FILES = "files";

  private final Run run;
  private final SparkSession spark;
  private final Configured configured;
  private final CorpusFiles corpus;
  private final Fingerprints prints;

  IngestStage(Run run, Configured configured, CorpusFiles corpus, Fingerprints prints) {
    this.run = run;
    this.spark = run.warehouse().spark();
    this.configured = configured;
    this.corpus = corpus;
    this.prints = prints;
  }

  /** Reads what is new and says what came of it. */
  String run() {
    Increment files = run.begin(FILES, prints.ingestRules(), corpus.versions(spark));
    Dataset<Row> known =
        run.has(Speech.class)
            ? run.read(Speech.class, Stages.INGEST)
            : Records.dataset(spark, Speech.class, List.of());
    IngestJob.Former former =
        files.isWhole()
            ? IngestJob.Former.none(spark)
            : new IngestJob.Former(
                run.read(IngestedItem.class, FILES),
                known,
                run.read(CopyPair.class, Stages.INGEST),
                files.gone() == 0);
    try (IngestJob.Outputs read =
        IngestJob.read(
            spark,
            corpus,
            files.keys(),
            former,
            configured.pipeline().corpus(),
            configured.organizations(),
            run.runId())) {
      run.add(files, IngestedItem.class, read.items());
      run.complete(files);
      run.write(CopyPair.class, read.pairs());
      run.write(FactRejectedInput.class, read.rejected());
      Increment speeches = run.begin(Stages.INGEST, prints.ingestRules(), read.versions());
      run.add(
          speeches,
          Speech.class,
          speeches.of(read.speeches(), "speech_id").transform(rows -> withFirstRuns(rows, known)));
      run.add(speeches, FactMention.class, speeches.of(read.mentions(), "speech_id"));
      run.complete(speeches);
      run.count("inputs", read.counts().inputs());
      run.count("speeches", read.counts().speeches());
      run.count("rejected", read.counts().rejected());
      run.count("skipped", read.counts().skipped());
      read.skipped().forEach((rule, n) -> run.count("skipped." + rule, n));
    }
    Dataset<Row> speeches = run.read(Speech.class, Stages.INGEST);
    run.count("duplicates", speeches.where(col("duplicate_of").isNotNull()).count());
    return StageLine.counts(
            run,
            "%d speeches of %d inputs, %d rejected, %d skipped by rule",
            "speeches",
            "inputs",
            "rejected",
            "skipped")
        + StageLine.of(files, "files");
  }

  /** A speech that an earlier run read keeps the run that read it first. */
  private static Dataset<Row> withFirstRuns(Dataset<Row> speeches, Dataset<Row> known) {
    Dataset<Row> first =
        known.select(
            col("speech_id").as("known_id"),
            col("content_sha256").as("known_sha256"),
            col("first_run_id").as("known_run_id"));
    return speeches
        .join(
            first,
            col("speech_id")
                .equalTo(col("known_id"))
                .and(col("content_sha256").equalTo(col("known_sha256"))),
            "left")
        .withColumn("first_run_id", coalesce(col("known_run_id"), col("first_run_id")));
  }
}
