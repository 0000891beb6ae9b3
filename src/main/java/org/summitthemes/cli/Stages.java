package org.summitthemes.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.check.Excerpts;
import org.summitthemes.job.CompareJob;
import org.summitthemes.job.CorpusFiles;
import org.summitthemes.job.Dimensions;
import org.summitthemes.job.FittedModel;
import org.summitthemes.job.LabelJob;
import org.summitthemes.job.Organizations;
import org.summitthemes.job.OwnNames;
import org.summitthemes.job.PrepareJob;
import org.summitthemes.job.ProposalJob;
import org.summitthemes.job.SentenceThemes;
import org.summitthemes.job.SpeechTallies;
import org.summitthemes.job.SurestSentences;
import org.summitthemes.store.Increment;
import org.summitthemes.store.Run;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTypicalSentence;
import org.summitthemes.table.Passage;
import org.summitthemes.table.PassageTopic;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceAct;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;
import org.summitthemes.table.SpeechTally;
import org.summitthemes.table.SurestSentence;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;

/** What each stage reads, which job it calls and what it writes. */
final class Stages {
  static final String INGEST = "ingest";
  static final String PREPARE = "prepare";
  static final String FIT = "fit";
  static final String LABEL = "label";
  static final String COMPARE = "compare";

  private final Run run;
  private final SparkSession spark;
  private final Configured configured;
  private final PipelineOptions options;
  private final CorpusFiles corpus;
  private final Fingerprints prints;
  private final SpeechesInForce inForce;
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
    this.inForce = new SpeechesInForce(run);
  }

  /** Runs the stage and says in a few words what came of it. */
  String run(Stage stage) {
    return switch (stage) {
      case INGEST -> new IngestStage(run, configured, corpus, prints).run();
      case PREPARE -> prepare();
      case FIT -> fit();
      case LABEL -> label();
      case COMPARE -> compare();
      case PUBLISH -> new PublishStage(run, configured, options, corpus).run(seconds, warnings);
    };
  }

  void took(Stage stage, Duration duration) {
    seconds.put(stage.word(), duration.toMillis() / 1000.0);
  }

  private String prepare() {
    Dataset<Row> speeches = run.read(Speech.class, INGEST);
    Increment increment =
        run.begin(
            PREPARE,
            prints.prepareRules(),
            run.versions(PREPARE, Speech.class, INGEST, PrepareJob::versions));
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
    return StageLine.counts(run, "%d sentences, %d words", "sentences", "words")
        + StageLine.of(increment, "speeches");
  }

  private String fit() {
    TopicModels models = models();
    FittedModel model = models.choose(inForce.sentences(), unscored());
    Increment increment = score(model);
    run.count("topics", model.topicIds().size());
    run.count("terms", model.vocabulary().size());
    return StageLine.counts(run, "%d topics over %d terms", "topics", "terms")
        + ", "
        + models.said()
        + StageLine.of(increment, "speeches");
  }

  /** The sentences of the speeches that the model in force has not scored. */
  private Dataset<Row> unscored() {
    Dataset<Row> unscored =
        inForce
            .inputs()
            .join(run.inputs(FIT), new String[] {"key", "version"}, "left_anti")
            .select(col("key").as("speech_id"));
    return inForce.sentences().join(unscored, new String[] {"speech_id"}, "left_semi");
  }

  /** Topic shares of the speeches that the model has not yet scored. */
  private Increment score(FittedModel model) {
    Increment increment = run.begin(FIT, prints.fitRules(run.modelId()), inForce.inputs());
    if (increment.isEmpty() || model.topics() == null) {
      run.add(increment, PassageTopic.class, Records.dataset(spark, PassageTopic.class, List.of()));
      run.add(
          increment,
          FactSpeechTopic.class,
          Records.dataset(spark, FactSpeechTopic.class, List.of()));
    } else {
      Dataset<Row> shares =
          model
              .passageShares(increment.of(inForce.sentences(), "speech_id"))
              .persist(StorageLevel.MEMORY_AND_DISK());
      run.add(increment, PassageTopic.class, model.passageTopics(shares));
      run.add(increment, FactSpeechTopic.class, model.speechTopics(shares));
      shares.unpersist();
    }
    run.complete(increment);
    return increment;
  }

  private String label() {
    Increment increment = run.begin(LABEL, prints.labelRules(run.modelId()), inForce.inputs());
    if (!increment.isEmpty()) {
      Dataset<Row> sentences = increment.of(inForce.sentences(), "speech_id");
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
              SentenceThemes.transform(
                      sentences,
                      labels,
                      increment.of(run.read(PassageTopic.class, FIT), "speech_id"),
                      acts)
                  .sortWithinPartitions("speech_id", "sentence_no"));
      FittedModel model = models().inForce();
      run.add(
          increment,
          SpeechTally.class,
          new SpeechTallies(themeIds(), model.phrases(), model.vocabulary()).of(sentences, themes));
      run.add(increment, SurestSentence.class, SurestSentences.of(themes));
      Excerpts.require(
          excerpts(FactSentenceTheme.class, themes, "text")
              .union(excerpts(FactProposal.class, acts.where(col("act").isNotNull()), "title")),
          increment.of(run.read(Speech.class, INGEST), "speech_id"));
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
    return StageLine.counts(
            run, "%d sentences with a theme, %d initiatives", "labelled", "initiatives")
        + StageLine.of(increment, "speeches");
  }

  /** What is published as evidence must stand in the speeches where it says. */
  private static Dataset<Row> excerpts(
      Class<? extends Record> type, Dataset<Row> rows, String text) {
    return rows.select(
        lit(Records.tableName(type)).as("table"),
        col("speech_id"),
        col("start_offset"),
        col("end_offset"),
        col(text).as("text"));
  }

  private String compare() {
    Dataset<Row> dimension = inForce.dimension();
    FittedModel model = models().inForce();
    CompareJob.Inputs inputs =
        new CompareJob.Inputs(
            dimension,
            run.read(SpeechTally.class, LABEL),
            run.read(SurestSentence.class, LABEL),
            model.vocabulary(),
            new OwnNames(model.phrases()).of(spark, configured.organizations(), dimension),
            memberships(),
            themeIds());
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

  private TopicModels models() {
    return new TopicModels(run, configured, options, prints, warnings);
  }

  private List<String> themeIds() {
    return Dimensions.themes(configured.themes()).stream().map(DimTheme::themeId).toList();
  }

  private Dataset<Row> memberships() {
    return Records.dataset(
        spark, BridgeMembership.class, Organizations.memberships(configured.organizations()));
  }
}
