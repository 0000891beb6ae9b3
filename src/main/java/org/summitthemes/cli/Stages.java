package org.summitthemes.cli;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.check.Excerpts;
import org.summitthemes.job.CompareJob;
import org.summitthemes.job.CorpusFiles;
import org.summitthemes.job.Dimensions;
import org.summitthemes.job.FittedModel;
import org.summitthemes.job.IngestJob;
import org.summitthemes.job.IngestedItem;
import org.summitthemes.job.LabelJob;
import org.summitthemes.job.Organizations;
import org.summitthemes.job.PrepareJob;
import org.summitthemes.job.ProposalJob;
import org.summitthemes.job.PublishJob;
import org.summitthemes.job.SentenceTerms;
import org.summitthemes.job.SentenceThemes;
import org.summitthemes.report.Provenance;
import org.summitthemes.store.Increment;
import org.summitthemes.store.Run;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.CopyPair;
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
import org.summitthemes.table.Passage;
import org.summitthemes.table.PassageTopic;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceAct;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;

/** What each stage reads, which job it calls and what it writes. */
final class Stages {
  private static final String FILES = "files";
  private static final String INGEST = "ingest";
  private static final String PREPARE = "prepare";
  private static final String FIT = "fit";
  private static final String LABEL = "label";
  private static final String COMPARE = "compare";

  private final Run run;
  private final SparkSession spark;
  private final Configured configured;
  private final PipelineOptions options;
  private final CorpusFiles corpus;
  private final Fingerprints prints;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  Stages(
      Run run,
      Configured configured,
      PipelineOptions options,
      CorpusFiles corpus,
      Fingerprints prints) {
    this.run = run;
    this.spark = run.warehouse().spark();
    this.configured = configured;
    this.options = options;
    this.corpus = corpus;
    this.prints = prints;
  }

  /** Runs the stage and says in a few words what came of it. */
  String run(Stage stage) {
    return switch (stage) {
      case INGEST -> ingest();
      case PREPARE -> prepare();
      case FIT -> fit();
      case LABEL -> label();
      case COMPARE -> compare();
      case PUBLISH -> publish();
    };
  }

  void took(Stage stage, Duration duration) {
    seconds.put(stage.word(), duration.toMillis() / 1000.0);
  }

  private String ingest() {
    Increment files = run.begin(FILES, prints.ingestRules(), corpus.versions(spark));
    Dataset<Row> known =
        run.has(Speech.class) ? run.read(Speech.class, INGEST) : none(Speech.class);
    IngestJob.Former former =
        files.isWhole()
            ? IngestJob.Former.none(spark)
            : new IngestJob.Former(
                run.read(IngestedItem.class, FILES), known, run.read(CopyPair.class, INGEST));
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
      Increment speeches = run.begin(INGEST, prints.ingestRules(), read.versions());
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
    Dataset<Row> speeches = run.read(Speech.class, INGEST);
    run.count("duplicates", speeches.where(col("duplicate_of").isNotNull()).count());
    return said(
            "%d speeches of %d inputs, %d rejected, %d skipped by rule",
            "speeches", "inputs", "rejected", "skipped")
        + of(files, "files");
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

  private String prepare() {
    Dataset<Row> speeches = run.read(Speech.class, INGEST);
    Increment increment = run.begin(PREPARE, prints.prepareRules(), PrepareJob.versions(speeches));
    if (!increment.isEmpty()) {
      Dataset<Row> changed = increment.of(speeches, "speech_id");
      Dataset<Row> sentences =
          run.add(
              increment,
              Sentence.class,
              PrepareJob.sentences(changed, configured.pipeline().prepare()));
      run.add(increment, Passage.class, PrepareJob.passages(sentences));
      run.add(increment, SpeechLanguage.class, PrepareJob.languages(changed, sentences));
    }
    run.complete(increment);
    Row sums =
        run.read(SpeechLanguage.class, PREPARE).agg(sum("n_sentences"), sum("n_words")).head();
    run.count("sentences", sums.isNullAt(0) ? 0 : sums.getLong(0));
    run.count("words", sums.isNullAt(1) ? 0 : sums.getLong(1));
    return said("%d sentences, %d words", "sentences", "words") + of(increment, "speeches");
  }

  private String fit() {
    TopicModels models = new TopicModels(run, configured, options, prints, warnings);
    FittedModel model = models.choose(counting(), unscored());
    Increment increment = score(model);
    run.count("topics", model.topicIds().size());
    run.count("terms", model.vocabulary().size());
    return said("%d topics over %d terms", "topics", "terms")
        + ", "
        + models.said()
        + of(increment, "speeches");
  }

  /** The sentences of the speeches that the model in force has not scored. */
  private Dataset<Row> unscored() {
    Dataset<Row> speeches =
        countingInputs()
            .join(run.inputs(FIT), new String[] {"key", "version"}, "left_anti")
            .select(col("key").as("speech_id"));
    return counting().join(speeches, new String[] {"speech_id"}, "left_semi");
  }

  /** Topic shares of the speeches that the model has not yet scored. */
  private Increment score(FittedModel model) {
    Increment increment = run.begin(FIT, prints.fitRules(run.modelId()), countingInputs());
    if (increment.isEmpty() || model.topics() == null) {
      run.add(increment, PassageTopic.class, none(PassageTopic.class));
      run.add(increment, FactSpeechTopic.class, none(FactSpeechTopic.class));
    } else {
      Dataset<Row> shares =
          model
              .passageShares(increment.of(counting(), "speech_id"))
              .persist(StorageLevel.MEMORY_AND_DISK());
      run.add(increment, PassageTopic.class, model.passageTopics(shares));
      run.add(increment, FactSpeechTopic.class, model.speechTopics(shares));
      shares.unpersist();
    }
    run.complete(increment);
    return increment;
  }

  private String label() {
    Increment increment = run.begin(LABEL, prints.labelRules(run.modelId()), countingInputs());
    if (!increment.isEmpty()) {
      Dataset<Row> sentences = increment.of(counting(), "speech_id");
      Labeller labeller =
          Labellers.of(configured, spark, run.warehouse().model(String.valueOf(run.modelId())));
      Dataset<Row> labels =
          run.add(increment, SentenceLabel.class, LabelJob.transform(sentences, labeller));
      Dataset<Row> acts =
          run.add(
              increment,
              SentenceAct.class,
              ProposalJob.acts(sentences, configured.proposals(), configured.organizations()));
      Dataset<Row> themes =
          run.add(
              increment,
              FactSentenceTheme.class,
              SentenceThemes.transform(sentences, labels, run.read(PassageTopic.class, FIT), acts));
      requireExcerpts(
          themes.select("speech_id", "start_offset", "end_offset", "text"),
          acts.where(col("act").isNotNull())
              .select(
                  col("speech_id"),
                  col("start_offset"),
                  col("end_offset"),
                  col("title").as("text")));
    }
    run.complete(increment);
    Dataset<Row> labels = run.read(SentenceLabel.class, LABEL);
    run.count("labelled", labels.where(col("theme_id").notEqual(Catalog.OTHER)).count());
    Dataset<Row> proposals =
        ProposalJob.proposals(
            run.read(SentenceAct.class, LABEL),
            labels,
            run.read(Speech.class, INGEST),
            Labellers.ofTerms(configured));
    run.count("initiatives", run.write(FactProposal.class, proposals).count());
    return said("%d sentences with a theme, %d initiatives", "labelled", "initiatives")
        + of(increment, "speeches");
  }

  /** What is published as evidence must stand in the speeches where it says. */
  private void requireExcerpts(Dataset<Row> sentences, Dataset<Row> initiatives) {
    Dataset<Row> speeches = run.read(Speech.class, INGEST);
    Excerpts.require("fact_sentence_theme", sentences, speeches);
    Excerpts.require("fact_proposal", initiatives, speeches);
  }

  private String compare() {
    Dataset<Row> speeches = dimSpeech();
    FittedModel model = new TopicModels(run, configured, options, prints, warnings).inForce();
    SentenceTerms terms = new SentenceTerms(model.phrases(), model.vocabulary());
    CompareJob.Inputs inputs =
        new CompareJob.Inputs(
            speeches,
            run.read(FactSentenceTheme.class, LABEL),
            terms.of(counting()),
            terms.surfaces(spark),
            terms.ownNames(spark, configured.organizations(), speeches),
            memberships(),
            Dimensions.themes(configured.themes()).stream().map(DimTheme::themeId).toList());
    try (CompareJob.Outputs compared =
        CompareJob.transform(inputs, configured.pipeline().compare())) {
      run.write(FactSpeechTheme.class, compared.speechThemes());
      run.write(FactOrganizationTheme.class, compared.organizationThemes());
      run.write(FactOrganizationContrast.class, compared.organizationContrasts());
      run.write(FactSpeakerContrast.class, compared.speakerContrasts());
      run.write(FactThemeShift.class, compared.themeShifts());
      run.write(FactThemeChangePoint.class, compared.themeChangePoints());
      run.write(FactDistinctiveTerm.class, compared.distinctiveTerms());
      run.write(FactTypicalSentence.class, compared.typicalSentences());
    }
    return "done";
  }

  private String publish() {
    Map<Class<? extends Record>, Dataset<Row>> tables = new LinkedHashMap<>();
    Dataset<Row> speeches = dimSpeech().persist(StorageLevel.MEMORY_AND_DISK());
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
        run.read(FactTopicTerm.class, FIT)
            .where(col("rank").leq(configured.pipeline().publish().topTerms())));
    for (Class<? extends Record> type :
        List.of(
            DimTopic.class,
            FactSpeechTopic.class,
            FactModelDiagnostic.class,
            FactTopicLineage.class)) {
      tables.put(type, run.read(type, FIT));
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
      tables.put(type, run.read(type, COMPARE));
    }
    for (Class<? extends Record> type : List.of(FactSentenceTheme.class, FactProposal.class)) {
      tables.put(type, run.read(type, LABEL));
    }
    tables.put(FactMention.class, run.read(FactMention.class, INGEST));
    tables.put(FactRejectedInput.class, run.read(FactRejectedInput.class, INGEST));

    PublishJob.run(
        spark,
        tables,
        provenance(),
        configured.pipeline().publish(),
        new PublishJob.Options(options.csvAll, options.csvBom),
        run.warehouse().publication(run.runId()));
    speeches.unpersist();
    run.published();
    return tables.size() + " tables and the page";
  }

  /** The groups that are compared beside organizations. */
  private List<String> groups() {
    return run
        .read(FactOrganizationTheme.class, COMPARE)
        .where(col("basis").isin("venue", "members").equalTo(false))
        .select("organization_id")
        .distinct()
        .sort("organization_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Provenance provenance() {
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

  private Dataset<Row> dimSpeech() {
    return Dimensions.speeches(
        run.read(Speech.class, INGEST), run.read(SpeechLanguage.class, PREPARE));
  }

  private Dataset<Row> memberships() {
    return Records.dataset(
        spark, BridgeMembership.class, Organizations.memberships(configured.organizations()));
  }

  /** The sentences that count: those of speeches that are no copies of others. */
  private Dataset<Row> counting() {
    Dataset<Row> copies =
        run.read(Speech.class, INGEST).where(col("duplicate_of").isNotNull()).select("speech_id");
    return run.read(Sentence.class, PREPARE)
        .join(broadcast(copies), new String[] {"speech_id"}, "left_anti");
  }

  /** The speeches that count, in the version that was prepared. */
  private Dataset<Row> countingInputs() {
    Dataset<Row> copies =
        run.read(Speech.class, INGEST)
            .where(col("duplicate_of").isNotNull())
            .select(col("speech_id").as("key"));
    return run.inputs(PREPARE).join(copies, new String[] {"key"}, "left_anti");
  }

  /** How much of it was new. */
  private static String of(Increment increment, String inputs) {
    return increment.isWhole()
        ? ""
        : "; %d %s new or changed, %d gone or changed"
            .formatted(increment.size(), inputs, increment.gone());
  }

  private Dataset<Row> none(Class<? extends Record> type) {
    return spark.createDataset(List.of(), Records.encoder(type));
  }

  private String said(String format, String... counts) {
    Object[] values = new Object[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = run.counts().getOrDefault(counts[i], 0L);
    }
    return String.format(Locale.ROOT, format, values);
  }
}
