package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.FitConfig;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Theme;
import org.summitthemes.ml.SeededLda;
import org.summitthemes.ml.SeededLdaModel;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.topic.TopicDiagnostic;
import org.summitthemes.topic.TopicModel;
import org.summitthemes.topic.TopicNumber;

/**
 * Learns phrases and vocabulary and fits the seeded topic model: a topic for each theme of the
 * catalog, and discovered ones.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}, the catalog. Output: a {@link FittedModel},
 * {@link DimTopic}, {@link FactTopicTerm}, {@link FactModelDiagnostic}. Example: {@code
 * jobs/submit.sh fit --out out --config jobs/pipeline.yaml}
 */
public final class FitJob {
  static final String DOCUMENT = "passage_id";
  private static final int DIAGNOSED_TERMS = 10;

  /** With fewer terms there is nothing to tell topics apart by. */
  private static final int LEAST_TERMS = 10;

  private FitJob() {}

  /**
   * Fits the model.
   *
   * @param sentences rows of {@code Sentence} of the speeches that count; read once
   * @param modelId id of the model to be
   * @param runId run in which its topics are born
   * @param former model to go on from, with a quarter of the sweeps; null to start from the seeds
   */
  public static Outputs fit(
      Dataset<Row> sentences,
      ThemesConfig themes,
      FitConfig config,
      String modelId,
      String runId,
      @Nullable FittedModel former) {
    VocabularyJob.Learned learned = VocabularyJob.learn(sentences, config);
    Vocabulary vocabulary = learned.vocabulary();
    if (vocabulary.size() < LEAST_TERMS) {
      learned.passages().unpersist();
      return Outputs.none(learned.phrases(), vocabulary);
    }

    SeedTerms seeds = SeedTerms.resolve(themes, vocabulary);
    Dataset<Row> passages = documents(learned.passages());
    List<String> themeIds = themes.themes().stream().map(Theme::id).toList();
    SeededLda estimator = estimator(seeds, vocabulary, config);
    if (former != null && former.topics() != null) {
      int topics = themeIds.size() + config.discoveredTopics();
      estimator
          .startingFrom(
              TopicHistory.start(former, themeIds, topics, vocabulary, config.formerWeight()))
          .setSweeps(Math.max(config.samples(), config.sweeps() / 4));
    }

    SeededLdaModel model = estimator.fit(passages);
    TopicNames names = new TopicNames(model.topicModel(), vocabulary, themeIds);
    List<TopicDiagnostic> diagnostics =
        new ArrayList<>(model.summary().diagnostics(DIAGNOSED_TERMS));
    model.summary().unpersist();
    diagnostics.addAll(positions(model.topicModel()));
    if (config.secondFit()) {
      diagnostics.addAll(
          SecondFit.diagnostics(
              estimator(seeds, vocabulary, config), passages, model.topicModel()));
    }
    Outputs outputs =
        new Outputs(
            new FittedModel(learned.phrases(), vocabulary, model, names.topicIds()),
            names.topics(runId),
            names.terms(),
            rows(diagnostics, modelId, names.topicIds()),
            seeds.absent(),
            seeds.unseeded(themes));
    learned.passages().unpersist();
    return outputs;
  }

  /**
   * Fits models of several numbers of topics to the same passages and measures them.
   *
   * @param topics numbers of topics, the themes' among them, each above the number of themes
   */
  public static List<TopicNumber.Candidate> candidates(
      Dataset<Row> sentences, ThemesConfig themes, FitConfig config, List<Integer> topics) {
    VocabularyJob.Learned learned = VocabularyJob.learn(sentences, config);
    Vocabulary vocabulary = learned.vocabulary();
    if (vocabulary.size() < LEAST_TERMS) {
      learned.passages().unpersist();
      return List.of();
    }

    SeedTerms seeds = SeedTerms.resolve(themes, vocabulary);
    Dataset<Row> passages = documents(learned.passages());
    List<TopicNumber.Candidate> candidates = new ArrayList<>();
    for (int number : topics) {
      SeededLda estimator =
          estimator(
              seeds, vocabulary, config.withDiscoveredTopics(number - themes.themes().size()));
      SeededLdaModel model = estimator.fit(passages);
      List<TopicDiagnostic> diagnostics =
          new ArrayList<>(model.summary().diagnostics(DIAGNOSED_TERMS));
      model.summary().unpersist();
      diagnostics.addAll(SecondFit.diagnostics(estimator, passages, model.topicModel()));
      candidates.add(TopicNumber.Candidate.of(number, diagnostics));
    }
    learned.passages().unpersist();
    return candidates;
  }

  /** Passages as the model wants them: an id and the terms. */
  static Dataset<Row> documents(Dataset<Row> passageTerms) {
    return passageTerms.withColumn(DOCUMENT, concat(col("speech_id"), lit("#"), col("passage_no")));
  }

  /** Whether a passage is of the tenth that perplexity is measured on. */
  static Column tenth() {
    return pmod(xxhash64(col(DOCUMENT)), lit(10)).equalTo(0);
  }

  /** Whether a passage is of a share of all, independent of {@link #tenth}. */
  static Column share(double share) {
    long parts = 1_000_000;
    return pmod(xxhash64(lit("share"), col(DOCUMENT)), lit(parts))
        .lt((long) Math.ceil(share * parts));
  }

  private static SeededLda estimator(SeedTerms seeds, Vocabulary vocabulary, FitConfig config) {
    return new SeededLda("seededLda")
        .setDocumentCol(DOCUMENT)
        .setTokensCol("term_ids")
        .setSeedIds(seeds.byTheme())
        .setVocabularySize(vocabulary.size())
        .setDiscoveredTopics(config.discoveredTopics())
        .setSweeps(config.sweeps())
        .setSamples(config.samples())
        .setSeed(config.seed())
        .setTopicPrior(config.topicPrior())
        .setTermPrior(config.termPrior())
        .setSeedWeight(config.seedWeight())
        .setOptimizePrior(config.optimizePrior())
        .setDocumentSamples(false)
        .setCheckpointInterval(config.checkpointEvery());
  }

  /** Where the topics lie on a map. */
  private static List<TopicDiagnostic> positions(TopicModel model) {
    TopicMap map = TopicMap.of(model);
    List<TopicDiagnostic> positions = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      positions.add(new TopicDiagnostic(topic, "map_x", map.x(topic)));
      positions.add(new TopicDiagnostic(topic, "map_y", map.y(topic)));
    }
    return positions;
  }

  private static List<FactModelDiagnostic> rows(
      List<TopicDiagnostic> diagnostics, String modelId, List<String> topicIds) {
    return diagnostics.stream()
        .map(
            diagnostic ->
                new FactModelDiagnostic(
                    modelId,
                    diagnostic.topic() == TopicDiagnostic.ALL
                        ? "all"
                        : topicIds.get(diagnostic.topic()),
                    diagnostic.measure(),
                    diagnostic.value()))
        .toList();
  }

  /**
   * What the fit made.
   *
   * @param absent catalog terms that stand for nothing in the vocabulary, by theme
   * @param unseeded themes none of whose terms occur
   */
  public record Outputs(
      FittedModel model,
      List<DimTopic> topics,
      List<FactTopicTerm> terms,
      List<FactModelDiagnostic> diagnostics,
      Map<String, List<String>> absent,
      List<String> unseeded) {
    static Outputs none(Phrases phrases, Vocabulary vocabulary) {
      return new Outputs(
          new FittedModel(phrases, vocabulary, null, List.of()),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());
    }
  }
}
