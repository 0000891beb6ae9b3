package org.summitthemes.cli;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.job.CorpusFiles;
import org.summitthemes.job.Dimensions;
import org.summitthemes.job.Organizations;
import org.summitthemes.job.PublishJob;
import org.summitthemes.report.Provenance;
import org.summitthemes.store.Run;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimDate;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.DimRun;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTopicLineage;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.table.FactTypicalSentence;
import org.summitthemes.table.Records;

/** Publishes the tables in force. */
final class PublishStage {
  private final Run run;
  private final SparkSession spark;
  private final Configured configured;
  private final PipelineOptions options;
  private final CorpusFiles corpus;
  private final SpeechesInForce inForce;

  PublishStage(Run run, Configured configured, PipelineOptions options, CorpusFiles corpus) {
    this.run = run;
    this.spark = run.warehouse().spark();
    this.configured = configured;
    this.options = options;
    this.corpus = corpus;
    this.inForce = new SpeechesInForce(run);
  }

  /**
   * Publishes the tables in force.
   *
   * @param seconds how long each stage of this run took
   * @param warnings what the person running the job should know
   */
  String run(Map<String, Double> seconds, List<String> warnings) {
    Map<Class<? extends Record>, Dataset<Row>> tables = new LinkedHashMap<>();
    Dataset<Row> speeches = inForce.dimension().persist(StorageLevel.MEMORY_AND_DISK());
    tables.put(
        DimOrganization.class,
        Records.dataset(
            spark,
            DimOrganization.class,
            Organizations.dimension(configured.organizations(), groups())));
    tables.put(BridgeMembership.class, memberships());
    tables.put(
        DimTheme.class,
        Records.dataset(spark, DimTheme.class, Dimensions.themes(configured.themes())));
    tables.put(DimSpeech.class, speeches);
    tables.put(DimDate.class, Dimensions.dates(speeches));
    tables.put(DimRun.class, Records.dataset(spark, DimRun.class, RunRows.of(run)));
    tables.put(
        FactTopicTerm.class,
        run.read(FactTopicTerm.class, Stages.FIT)
            .where(col("rank").leq(configured.pipeline().publish().topTerms())));
    for (Class<? extends Record> type :
        List.of(
            DimTopic.class,
            FactSpeechTopic.class,
            FactModelDiagnostic.class,
            FactTopicLineage.class)) {
      tables.put(type, run.read(type, Stages.FIT));
    }
    for (Class<? extends Record> type :
        List.of(
            FactSpeechTheme.class,
            FactOrganizationTheme.class,
            FactOrganizationContrast.class,
            FactSpeakerContrast.class,
            FactThemeShift.class,
            FactThemeChangePoint.class,
            FactTypicalSentence.class,
            FactDistinctiveTerm.class)) {
      tables.put(type, run.read(type, Stages.COMPARE));
    }
    for (Class<? extends Record> type : List.of(FactSentenceTheme.class, FactProposal.class)) {
      tables.put(type, run.read(type, Stages.LABEL));
    }
    tables.put(FactMention.class, run.read(FactMention.class, Stages.INGEST));
    tables.put(FactRejectedInput.class, run.read(FactRejectedInput.class, Stages.INGEST));

    PublishJob.run(
        spark,
        tables,
        stored(),
        provenance(seconds, warnings),
        configured.pipeline().publish(),
        new PublishJob.Options(options.csvAll, options.csvBom),
        run.warehouse().publication(run.runId()));
    speeches.unpersist();
    run.published();
    return tables.size() + " tables and the page";
  }

  /** The tables whose rows depend on one speech and the model: most of them were there before. */
  private PublishJob.Stored stored() {
    String former = run.base().publication();
    return new PublishJob.Stored(
        Map.of(
            FactSentenceTheme.class, run.stored(FactSentenceTheme.class, Stages.LABEL),
            FactSpeechTopic.class, run.stored(FactSpeechTopic.class, Stages.FIT)),
        former == null ? null : run.warehouse().publication(former).toString());
  }

  /** The groups that are compared beside organizations. */
  private List<String> groups() {
    return run
        .read(FactOrganizationTheme.class, Stages.COMPARE)
        .where(col("basis").isin("venue", "members").equalTo(false))
        .select("organization_id")
        .distinct()
        .sort("organization_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Provenance provenance(Map<String, Double> seconds, List<String> warnings) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("summit-themes", run.facts().codeVersion());
    versions.put("spark", run.facts().sparkVersion());
    versions.put("java", Runtime.version().toString());
    return new Provenance(
        run.runId(),
        run.startedAt(),
        configured.tree(),
        new TreeMap<>(run.counts()),
        corpus.files().stream()
            .map(file -> new Provenance.Input(file.uri(), file.bytes(), file.sha256()))
            .toList(),
        seconds,
        new TreeMap<>(versions),
        warnings);
  }

  private Dataset<Row> memberships() {
    return Records.dataset(
        spark, BridgeMembership.class, Organizations.memberships(configured.organizations()));
  }
}
