package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
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

/**
 * Learns phrases and vocabulary and fits the seeded topic model: a topic for each theme of the
 * catalog, and discovered ones.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}, the catalog. Output: a {@link FittedModel},
 * {@link DimTopic}, {@link FactTopicTerm}, {@link FactModelDiagnostic}. Example: {@code
 * jobs/submit.sh fit --out out --config jobs/pipeline.yaml}
 */
public final class FitJob {
  private static final String DOCUMENT = "passage_id";
  private static final int DIAGNOSED_TERMS = 10;

  /** With fewer terms there is nothing to tell topics apart by. */
  private static final int LEAST_TERMS = 10;

  private FitJob() {}

  /**
   * Fits the model.
   *
   * @param sentences rows of {@code Sentence} of the speeches that count; read several times
   * @param modelId id of the model to be
   * @param runId run in which its topics are born
   */
  public static Outputs fit(
      Dataset<Row> sentences, ThemesConfig themes, FitConfig config, String modelId, String runId) {
    Phrases phrases = VocabularyJob.phrases(sentences, config);
    Vocabulary vocabulary = VocabularyJob.vocabulary(sentences, phrases, config);
    if (vocabulary.size() < LEAST_TERMS) {
      return Outputs.none(phrases, vocabulary);
    }

    SeedTerms seeds = SeedTerms.resolve(themes, vocabulary);
    Dataset<Row> passages =
        VocabularyJob.encode(sentences, phrases, vocabulary)
            .persist(StorageLevel.MEMORY_AND_DISK());
    SeededLdaModel model = estimator(seeds, vocabulary, config).fit(documents(passages));
    TopicNames names =
        new TopicNames(
            model.topicModel(), vocabulary, themes.themes().stream().map(Theme::id).toList());
    Outputs outputs =
        new Outputs(
            new FittedModel(phrases, vocabulary, model, names.topicIds()),
            names.topics(runId),
            names.terms(),
            diagnostics(model, modelId, names.topicIds()),
            seeds.absent(),
            seeds.unseeded(themes));
    model.summary().unpersist();
    passages.unpersist();
    return outputs;
  }

  /** Passages as the model wants them: an id and the terms. */
  static Dataset<Row> documents(Dataset<Row> passageTerms) {
    return passageTerms.withColumn(DOCUMENT, concat(col("speech_id"), lit("#"), col("passage_no")));
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
        .setCheckpointInterval(config.checkpointEvery());
  }

  private static List<FactModelDiagnostic> diagnostics(
      SeededLdaModel model, String modelId, List<String> topicIds) {
    List<FactModelDiagnostic> rows = new ArrayList<>();
    for (TopicDiagnostic diagnostic : model.summary().diagnostics(DIAGNOSED_TERMS)) {
      String topic =
          diagnostic.topic() == TopicDiagnostic.ALL ? "all" : topicIds.get(diagnostic.topic());
      rows.add(new FactModelDiagnostic(modelId, topic, diagnostic.measure(), diagnostic.value()));
    }
    TopicMap map = TopicMap.of(model.topicModel());
    for (int topic = 0; topic < topicIds.size(); topic++) {
      rows.add(new FactModelDiagnostic(modelId, topicIds.get(topic), "map_x", map.x(topic)));
      rows.add(new FactModelDiagnostic(modelId, topicIds.get(topic), "map_y", map.y(topic)));
    }
    return rows;
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
