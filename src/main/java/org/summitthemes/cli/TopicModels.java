package org.summitthemes.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.config.DriftConfig;
import org.summitthemes.config.FitConfig;
import org.summitthemes.job.FitJob;
import org.summitthemes.job.FittedModel;
import org.summitthemes.job.TeachJob;
import org.summitthemes.job.TopicHistory;
import org.summitthemes.job.VocabularyJob;
import org.summitthemes.store.Run;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactTopicLineage;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.table.PassageTopic;
import org.summitthemes.table.Records;
import org.summitthemes.theme.EncodedWords;
import org.summitthemes.theme.Encoder;
import org.summitthemes.theme.MiniLm;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Teacher;

/** Keeps the topic model in force, fits the first one, or refits it and follows its topics. */
final class TopicModels {
  /** Name of the settings by which the model in force was made. */
  static final String SETTINGS = "model";

  /** Name of the hash of all that the model in force was made of. */
  private static final String INPUT = "model-input";

  private static final String FIT = "fit";
  private static final String FIT_WORDS = "fit.words";
  private static final String FIT_PERPLEXITY = "fit.perplexity";
  private static final String FIT_KNOWN = "fit.known-terms";
  private static final String FIT_TERMS = "fit.terms";

  /** With fewer terms a speech or two decide how many are new. */
  private static final long LEAST_TERMS = 5_000;

  private final Run run;
  private final SparkSession spark;
  private final Configured configured;
  private final PipelineOptions options;
  private final Fingerprints prints;
  private final List<String> warnings;
  private String said = "model kept";

  TopicModels(
      Run run,
      Configured configured,
      PipelineOptions options,
      Fingerprints prints,
      List<String> warnings) {
    this.run = run;
    this.spark = run.warehouse().spark();
    this.configured = configured;
    this.options = options;
    this.prints = prints;
    this.warnings = warnings;
  }

  /**
   * The model that is in force from now on.
   *
   * @param sentences rows of {@code Sentence} of all speeches that count
   * @param fresh those of speeches that the model in force has not scored
   */
  FittedModel choose(Dataset<Row> sentences, Dataset<Row> fresh) {
    if (run.modelId() == null) {
      said = "fitted";
      return fit(sentences, null);
    }

    FittedModel former = inForce();
    Optional<String> reason = reason(former, fresh);
    if (reason.isEmpty()) {
      run.useModel(String.valueOf(run.modelId()), false);
      return former;
    }

    said = "refitted: " + reason.get();
    return fit(sentences, former);
  }

  /** What was done, and why. */
  String said() {
    return said;
  }

  /** Loads the model in force. */
  FittedModel inForce() {
    String modelId = run.modelId();
    if (modelId == null) {
      throw new UserException("No topic model in the warehouse; run: fit");
    }

    if (!run.warehouse().hasModel(modelId)) {
      throw new UserException(
          "Model %s is not in %s: restore the folder from a backup, or use another --out",
          modelId, run.warehouse().model(modelId));
    }

    return FittedModel.load(spark, run.warehouse().model(modelId).toString());
  }

  private Optional<String> reason(FittedModel former, Dataset<Row> fresh) {
    return switch (options.model) {
      case frozen -> Optional.empty();
      case refit ->
          run.rules(INPUT).equals(inputHash()) ? Optional.empty() : Optional.of("as asked");
      case auto ->
          hasSameSettings() ? drift(former, fresh) : Optional.of("its settings have changed");
    };
  }

  /** Whether the model in force was made with the settings of now. */
  private boolean hasSameSettings() {
    return run.rules(SETTINGS).equals(prints.modelSettings());
  }

  private Optional<String> drift(FittedModel former, Dataset<Row> fresh) {
    DriftConfig limits = configured.pipeline().drift();
    double words = count("words");
    double added = words == 0 ? 0 : Math.max(0, words - count(FIT_WORDS)) / words;
    if (added > limits.maxAdded()) {
      return Optional.of(percent(added) + " of the words came since the fit");
    }

    long terms = terms(fresh);
    double more =
        newTerms(known(former, fresh), terms) - newTerms(count(FIT_KNOWN), count(FIT_TERMS));
    if (terms < LEAST_TERMS) {
      return Optional.empty();
    }

    if (more > limits.maxNewTerms()) {
      return Optional.of(
          percent(more) + " more of the words in new speeches are unknown to the model");
    }

    double worse =
        count(FIT_PERPLEXITY) == 0 ? 0 : former.perplexity(fresh) / count(FIT_PERPLEXITY) - 1;
    return worse > limits.maxPerplexity()
        ? Optional.of("the perplexity of new passages is " + percent(worse) + " higher")
        : Optional.empty();
  }

  private FittedModel fit(Dataset<Row> sentences, @Nullable FittedModel former) {
    String input = inputHash();
    String modelId =
        "model-"
            + (former == null ? input : Hashes.sha256(input, String.valueOf(run.modelId())))
                .substring(0, 12);
    FitJob.Outputs fitted =
        FitJob.fit(sentences, configured.themes(), settings(), modelId, run.runId(), former);
    warn(fitted);
    TopicHistory.Refit named = named(fitted, former, sentences);
    save(named.model(), sentences, modelId);
    long known =
        IntStream.range(0, named.model().vocabulary().size())
            .mapToLong(term -> named.model().vocabulary().term(term).count())
            .sum();
    run.count(FIT_KNOWN, known);
    run.count(FIT_TERMS, terms(sentences));
    run.count(FIT_WORDS, count("words"));
    run.count(FIT_PERPLEXITY, Math.round(named.model().perplexity(sentences)));
    run.useModel(modelId, true);
    run.useRules(SETTINGS, prints.modelSettings());
    run.useRules(INPUT, input);
    write(named);
    return named.model();
  }

  /** A model of other settings would hold the topics that the new ones are to change. */
  private FitConfig settings() {
    FitConfig settings = configured.pipeline().fit();
    return hasSameSettings() ? settings : settings.withoutHold();
  }

  private TopicHistory.Refit named(
      FitJob.Outputs fitted, @Nullable FittedModel former, Dataset<Row> sentences) {
    boolean follows = former != null && former.topics() != null && !fitted.topics().isEmpty();
    if (!follows) {
      return new TopicHistory.Refit(
          fitted.model(),
          fitted.topics(),
          fitted.terms(),
          fitted.diagnostics(),
          TopicHistory.births(fitted.topics(), run.runId()));
    }

    List<DimTopic> known = Records.list(run.read(DimTopic.class, FIT), DimTopic.class);
    Dataset<Row> after = fitted.model().passageTopics(fitted.model().passageShares(sentences));
    return new TopicHistory(known, run.runId())
        .follow(former, fitted, TopicHistory.passages(run.read(PassageTopic.class, FIT), after));
  }

  private void write(TopicHistory.Refit made) {
    Dataset<Row> lineage = Records.dataset(spark, FactTopicLineage.class, made.lineage());
    boolean first = !run.has(FactTopicLineage.class);
    run.write(
        FactTopicLineage.class,
        first ? lineage : run.read(FactTopicLineage.class, FIT).unionByName(lineage));
    run.write(DimTopic.class, Records.dataset(spark, DimTopic.class, made.topics()));
    run.write(FactTopicTerm.class, Records.dataset(spark, FactTopicTerm.class, made.terms()));
    run.write(
        FactModelDiagnostic.class,
        Records.dataset(spark, FactModelDiagnostic.class, made.diagnostics()));
  }

  /** What the model depends on; the names of the files are not part of it. */
  private String inputHash() {
    var settings = configured.tree();
    return Hashes.sha256(
        run.facts().codeVersion(),
        run.facts().corpusSha256(),
        settings.at("/pipeline/corpus").toString(),
        settings.at("/pipeline/prepare").toString(),
        settings.at("/pipeline/fit").toString(),
        settings.at("/pipeline/label").toString(),
        settings.get("themes").toString(),
        settings.path("background").toString(),
        settings.get("organizations").toString());
  }

  /** A model that is stored stays as it is: the same id means the same model. */
  private void save(FittedModel model, Dataset<Row> sentences, String modelId) {
    if (run.warehouse().hasModel(modelId)) {
      return;
    }

    try {
      String folder = run.warehouse().newModel(modelId).toString();
      model.save(spark, folder);
      teach(sentences, folder);
    } catch (IOException e) {
      throw new UserException(e, "Cannot write the model %s: %s", modelId, e.getMessage());
    }
    run.warehouse().completeModel(modelId);
  }

  private void teach(Dataset<Row> sentences, String folder) throws IOException {
    Optional<Teacher> teacher = configured.teacher();
    if (teacher.isEmpty() || !configured.pipeline().label().hasStudent()) {
      return;
    }

    EncodedWords words = encoded(sentences, teacher.get());
    Optional<Student> student = TeachJob.student(sentences, teacher.get(), words.vectors());
    if (student.isPresent()) {
      TeachJob.save(student.get(), spark, folder);
      TeachJob.save(words, spark, folder);
    } else {
      warnings.add("the corpus has too few clear sentences to learn from: labels come from terms");
    }
  }

  /**
   * Vectors of the corpus's words and the catalog's; a word that the model before knew keeps its
   * vector.
   */
  private EncodedWords encoded(Dataset<Row> sentences, Teacher teacher) throws IOException {
    if (!configured.pipeline().label().hasEncoder()) {
      return EncodedWords.none();
    }

    try (Encoder encoder = MiniLm.load().orElse(null)) {
      if (encoder == null) {
        warnings.add("the encoder's native library does not load here: words get no vectors");
        return EncodedWords.none();
      }

      EncodedWords before =
          run.modelId() == null
              ? EncodedWords.none()
              : TeachJob.encoded(spark, run.warehouse().model(run.modelId()).toString());
      List<String> words = new ArrayList<>(TeachJob.words(sentences));
      words.addAll(teacher.words());
      return before.of(words, encoder);
    }
  }

  private void warn(FitJob.Outputs fitted) {
    for (String theme : fitted.unseeded()) {
      String warning =
          "theme " + theme + ": none of its terms occurs in the topic model's vocabulary";
      if (options.strict) {
        throw new UserException("%s", warning);
      }

      warnings.add(warning);
    }
    fitted.absent().forEach((theme, terms) -> run.count("catalog.absent." + theme, terms.size()));
    if (fitted.topics().isEmpty()) {
      warnings.add("the corpus has too few words for a topic model; there are no topics");
    }
  }

  private long count(String name) {
    return run.counts().getOrDefault(name, 0L);
  }

  private static long terms(Dataset<Row> sentences) {
    return total(sentences.select(size(col("stems")).as("n")));
  }

  private static long known(FittedModel model, Dataset<Row> sentences) {
    return total(
        VocabularyJob.encode(sentences, model.phrases(), model.vocabulary())
            .select(size(col("term_ids")).as("n")));
  }

  private static long total(Dataset<Row> counts) {
    Row row = counts.agg(sum("n")).head();
    return row.isNullAt(0) ? 0 : row.getLong(0);
  }

  private static double newTerms(long known, long all) {
    return all == 0 ? 0 : 1 - (double) known / all;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
