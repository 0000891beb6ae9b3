package org.summitthemes.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.GeneratedCorpus;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.LdaSettings;
import org.summitthemes.topic.LocalFit;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.TopicAlignment;
import org.summitthemes.topic.TopicDiagnostic;
import org.summitthemes.topic.TopicModel;

@ExtendWith(SparkExtension.class)
class SeededLdaTest {
  private static final int TERMS = 200;
  private static final int TOPICS = 6;
  private static final StructType IDS =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.IntegerType));
  private static final StructType WORDS =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.StringType));

  private static final GeneratedCorpus CORPUS =
      GeneratedCorpus.of(TERMS, GeneratedCorpus.symmetric(TOPICS, 0.2), 400, 50, 11);
  private static final List<Row> ROWS =
      CORPUS.documents().stream().map(d -> RowFactory.create(d.id(), d.tokens())).toList();

  private static SparkSession spark;
  private static Dataset<Row> documents;
  private static SeededLdaModel model;

  @BeforeAll
  static void fit(SparkSession session) {
    spark = session;
    documents = spark.createDataFrame(ROWS, IDS);
    model = estimator().fit(documents);
  }

  private static SeededLda estimator() {
    return new SeededLda()
        .setSeedIds(List.of(Map.of(3, 1.0, 5, 2.0)))
        .setDiscoveredTopics(TOPICS - 1)
        .setVocabularySize(TERMS)
        .setSweeps(40)
        .setSamples(10);
  }

  @Test
  void plantedTopicsAreRecovered() {
    var alignment = new TopicAlignment(CORPUS.weights(), model.topicModel().weights());

    assertThat(alignment.meanDivergence()).isLessThan(0.05);
  }

  @Test
  void fitIsTheFitWithoutSpark() {
    var block = DocumentBlock.builder(TERMS);
    CORPUS.documents().forEach(d -> block.add(d.id(), d.tokens()));
    var settings = new LdaSettings(TOPICS, 40, 10, 42, 5, true, true);
    var masses = Map.of(3, 0.1 * occurrences(3), 5, 0.1 * 2 * occurrences(5));
    var prior = TermPrior.of(TOPICS, TERMS, 0.01, List.of(masses));

    LocalFit local = LocalFit.of(block.build(), settings, prior);

    assertThat(model.topicModel().fingerprint()).isEqualTo(local.result().model().fingerprint());
    assertThat(model.summary().trace()).isEqualTo(local.result().trace());
  }

  private static double occurrences(int term) {
    return CORPUS.documents().stream()
        .flatMapToInt(d -> Arrays.stream(d.tokens()))
        .filter(token -> token == term)
        .count();
  }

  @Test
  void rareSeedsDoNotCrowdOutWhatTheTopicConsistsOf() {
    int rare = 300;
    int planted = 2;
    List<Row> rows = new ArrayList<>();
    for (int d = 0; d < CORPUS.documents().size(); d++) {
      int[] tokens = CORPUS.documents().get(d).tokens();
      if (d < rare) {
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = TERMS + d;
      }
      rows.add(RowFactory.create(CORPUS.documents().get(d).id(), tokens));
    }
    Map<Integer, Double> seeds = new HashMap<>();
    int[] typical = mostProbable(CORPUS.weights()[planted], 10);
    Arrays.stream(typical).limit(3).forEach(term -> seeds.put(term, 1.0));
    IntStream.range(TERMS, TERMS + rare).forEach(term -> seeds.put(term, 1.0));

    TopicModel seeded =
        estimator()
            .setSeedIds(List.of(seeds))
            .setVocabularySize(TERMS + rare)
            .fit(spark.createDataFrame(rows, IDS))
            .topicModel();

    int tokens = CORPUS.documents().stream().mapToInt(d -> d.tokens(planted)).sum();
    assertThat(seeded.tokens(0)).isBetween(0.8 * tokens, 1.2 * tokens);
    assertThat(typical).contains(seeded.topTerms(0, 5));
  }

  private static int[] mostProbable(double[] weights, int n) {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(term -> -weights[term]))
        .limit(n)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void partitionsAndOrderOfRowsDoNotMatter() {
    List<Row> topics = sorted(model.summary().documentTopics());
    List<Row> shuffled = new ArrayList<>(ROWS);
    Collections.shuffle(shuffled, new Random(1));

    for (int blocks : new int[] {1, 2, 7, 64}) {
      Dataset<Row> rows = spark.createDataFrame(shuffled, IDS).repartition(65 - blocks);
      SeededLdaModel other = estimator().setBlocks(blocks).setCheckpointInterval(25).fit(rows);

      assertThat(other.topicModel().fingerprint()).isEqualTo(model.topicModel().fingerprint());
      assertThat(other.topicModel().weights()).isDeepEqualTo(model.topicModel().weights());
      assertThat(other.summary().trace()).isEqualTo(model.summary().trace());
      assertThat(sorted(other.summary().documentTopics())).isEqualTo(topics);
      assertThat(other.summary().diagnostics(5)).isEqualTo(model.summary().diagnostics(5));
      other.summary().unpersist();
    }
  }

  @Test
  void summaryHoldsTheDocumentsTopics() {
    Dataset<Row> topics = model.summary().documentTopics().cache();

    assertThat(topics.columns())
        .containsExactly("id", "topic", "n_tokens", "share", "share_low", "share_high", "samples");
    assertThat(topics.filter("share < share_low or share > share_high").count()).isZero();
    assertThat(topics.filter("size(samples) <> 10 or samples[9] <> n_tokens").count()).isZero();
    Row sums =
        topics
            .groupBy("id")
            .agg(Map.of("share", "sum", "n_tokens", "sum"))
            .selectExpr(
                "count(*)",
                "max(abs(`sum(share)` - 1))",
                "min(`sum(n_tokens)`)",
                "max(`sum(n_tokens)`)")
            .first();
    assertThat(sums.getLong(0)).isEqualTo(400);
    assertThat(sums.getDouble(1)).isCloseTo(0, within(1e-9));
    assertThat(sums.getLong(2)).isEqualTo(50);
    assertThat(sums.getLong(3)).isEqualTo(50);
    topics.unpersist();
  }

  @Test
  void samplesOfTheDocumentsAreLeftOutOnRequest() {
    SeededLdaModel without = estimator().setDocumentSamples(false).fit(documents);

    assertThat(without.topicModel().fingerprint()).isEqualTo(model.topicModel().fingerprint());
    assertThatThrownBy(() -> without.summary().documentTopics())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("setDocumentSamples(true)");
    without.summary().unpersist();
  }

  @Test
  void transformAddsSharesThatSumToOne() {
    Dataset<Row> shares = model.transform(documents.limit(20));

    assertThat(shares.columns()).containsExactly("id", "tokens", "topicShares");
    assertThat(shares.schema()).isEqualTo(model.transformSchema(IDS));
    for (Row row : shares.collectAsList()) {
      double[] values = ((Vector) row.get(2)).toArray();
      assertThat(values).hasSize(TOPICS);
      assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void inferredTopicsDoNotDependOnPartitions() {
    Dataset<Row> some = documents.limit(50);

    assertThat(sorted(model.documentTopics(some.repartition(7))))
        .isEqualTo(sorted(model.documentTopics(some.coalesce(1))));
    assertThat(model.perplexity(some.repartition(7))).isEqualTo(model.perplexity(some.coalesce(1)));
    assertThat(model.perplexity(some)).isBetween(10.0, 100.0);
  }

  @Test
  void diagnosticsCoverEveryTopicAndTheModel() {
    List<TopicDiagnostic> diagnostics = model.summary().diagnostics(10);

    assertThat(diagnostics)
        .extracting(TopicDiagnostic::measure)
        .contains(
            "npmi",
            "exclusivity",
            "effective_terms",
            "document_entropy",
            "token_share",
            "document_prior",
            "log_likelihood");
    assertThat(diagnostics).filteredOn(d -> d.measure().equals("npmi")).hasSize(TOPICS + 1);
    assertThat(diagnostics).extracting(TopicDiagnostic::value).allMatch(Double::isFinite);
  }

  @Test
  void topicTermsAreRankedAndMarkSeeds() {
    List<Row> terms = model.topicTerms(spark, TERMS).collectAsList();

    assertThat(terms).hasSize(TOPICS * TERMS);
    assertThat(terms.get(0).getInt(1)).isEqualTo(1);
    assertThat(terms.get(0).getDouble(4)).isGreaterThanOrEqualTo(terms.get(1).getDouble(4));
    assertThat(terms.stream().filter(row -> row.getBoolean(6)).map(row -> row.getInt(2)))
        .containsExactlyInAnyOrder(3, 5);
  }

  @Test
  void savedModelIsTheSame(@TempDir Path folder) throws Exception {
    String path = folder.resolve("model").toString();
    model.write().overwrite().save(path);

    SeededLdaModel read = SeededLdaModel.load(path);

    assertThat(read.uid()).isEqualTo(model.uid());
    assertThat(read.topicModel().fingerprint()).isEqualTo(model.topicModel().fingerprint());
    assertThat(read.topicModel().weights()).isDeepEqualTo(model.topicModel().weights());
    assertThat(read.extractParamMap().toSeq().size())
        .isEqualTo(model.extractParamMap().toSeq().size());
    assertThat(sorted(read.documentTopics(documents.limit(5))))
        .isEqualTo(sorted(model.documentTopics(documents.limit(5))));
    assertThat(read.hasSummary()).isFalse();
    assertThatThrownBy(read::summary)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no summary");
  }

  @Test
  void savedEstimatorIsTheSame(@TempDir Path folder) throws Exception {
    String path = folder.resolve("estimator").toString();
    SeededLda estimator = estimator().setTermPrior(0.02);
    estimator.save(path);

    SeededLda read = SeededLda.load(path);

    assertThat(read.uid()).isEqualTo(estimator.uid());
    assertThat(read.getOrDefault(read.seeds()))
        .isEqualTo(estimator.getOrDefault(estimator.seeds()));
    assertThat(read.getOrDefault(read.termPrior())).isEqualTo(0.02);
    assertThat(read.getOrDefault(read.sweeps())).isEqualTo(40);
  }

  @Test
  void worksInAPipelineOnWords(@TempDir Path folder) throws Exception {
    List<Row> rows =
        CORPUS.documents().stream()
            .limit(100)
            .map(
                d ->
                    RowFactory.create(
                        d.id(),
                        Arrays.stream(d.tokens()).mapToObj(t -> "w" + t).toArray(String[]::new)))
            .toList();
    Dataset<Row> words = spark.createDataFrame(rows, WORDS);
    String seed = "w" + CORPUS.documents().get(0).tokens()[0];
    var lda =
        new SeededLda()
            .setSeeds(List.of(Map.of(seed, 1.0)))
            .setDiscoveredTopics(2)
            .setSweeps(5)
            .setSamples(2);

    PipelineModel fitted = new Pipeline().setStages(new PipelineStage[] {lda}).fit(words);
    fitted.write().overwrite().save(folder.resolve("pipeline").toString());
    PipelineModel read = PipelineModel.load(folder.resolve("pipeline").toString());

    var stage = (SeededLdaModel) read.stages()[0];
    assertThat(stage.vocabulary()).contains(seed).isSorted();
    assertThat(stage.topicTerms(spark, TERMS).filter("is_seed").first().getString(3))
        .isEqualTo(seed);
    Row unknown = RowFactory.create("new", new String[] {seed, "never seen"});
    Dataset<Row> one = spark.createDataFrame(List.of(unknown), WORDS);
    assertThat(read.transform(one).first().getAs("topicShares").toString())
        .isEqualTo(fitted.transform(one).first().getAs("topicShares").toString());
    assertThat(stage.documentTopics(one).selectExpr("sum(n_tokens)").first().getLong(0)).isOne();
  }

  @Test
  void copiesKeepTheParams() {
    SeededLda copy = estimator().copy(org.apache.spark.ml.param.ParamMap.empty());
    SeededLdaModel modelCopy = model.copy(org.apache.spark.ml.param.ParamMap.empty());

    assertThat(copy.getOrDefault(copy.sweeps())).isEqualTo(40);
    assertThat(modelCopy.summary()).isSameAs(model.summary());
    assertThat(modelCopy.getOrDefault(modelCopy.samples())).isEqualTo(10);
  }

  @Test
  void emptyDocumentsHaveNoRowsAndThePriorShares() {
    List<Row> rows = new ArrayList<>(ROWS.subList(0, 20));
    rows.add(RowFactory.create("empty", new int[0]));
    Dataset<Row> withEmpty = spark.createDataFrame(rows, IDS);

    SeededLdaModel fitted = estimator().setSweeps(10).setSamples(2).fit(withEmpty);

    assertThat(fitted.summary().documents()).isEqualTo(21);
    assertThat(fitted.summary().documentTopics().filter("id = 'empty'").count()).isZero();
    double[] alpha = fitted.topicModel().alpha();
    Vector shares = fitted.transform(withEmpty.filter("id = 'empty'")).first().getAs("topicShares");
    assertThat(shares.apply(2)).isCloseTo(alpha[2] / Arrays.stream(alpha).sum(), within(1e-12));
  }

  @Test
  void oneTermAndTwoTopicsAreEnough() {
    Dataset<Row> tiny =
        spark.createDataFrame(List.of(RowFactory.create("a", new int[] {0, 0})), IDS);

    SeededLdaModel fitted =
        new SeededLda().setDiscoveredTopics(2).setSweeps(3).setSamples(1).fit(tiny);

    assertThat(fitted.topicModel().terms()).isOne();
    assertThat(fitted.topicModel().weight(1, 0)).isCloseTo(1, within(1e-12));
  }

  @Test
  void nothingToFitIsRefused() {
    assertThatThrownBy(() -> estimator().fit(documents.limit(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the documents have no tokens: there is nothing to fit");
  }

  @Test
  void badDocumentsAreNamed() {
    assertFails(
        RowFactory.create("x", new int[] {0, TERMS}),
        "document x: term id must be in [0, 200): 200");
    assertFails(RowFactory.create(null, new int[] {0}), "a document has no id (null)");
    assertFails(RowFactory.create("x", null), "document x has no tokens (null)");
    assertFails(
        RowFactory.create("doc-00000", new int[] {0}),
        "document ids must be unique: doc-00000 occurs more than once");
  }

  @Test
  void columnsAndParamsAreChecked() {
    assertThatThrownBy(() -> estimator().setTokensCol("words").fit(documents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column words; columns are: id, tokens");
    assertThatThrownBy(() -> estimator().setTokensCol("id").fit(documents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column id must be array<int> or array<string>: string");
    assertThatThrownBy(() -> estimator().setSweeps(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sweeps given invalid value 0");
    assertThatThrownBy(() -> estimator().setSeeds(List.of(Map.of("x", 1.0))).fit(documents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seed must be a term id: x");
  }

  private static void assertFails(Row bad, String message) {
    List<Row> rows = new ArrayList<>(ROWS.subList(0, 3));
    rows.add(bad);
    Dataset<Row> dataset = spark.createDataFrame(rows, IDS);

    assertThatThrownBy(() -> estimator().fit(dataset)).hasStackTraceContaining(message);
  }

  private static List<Row> sorted(Dataset<Row> topics) {
    return topics.sort("id", "topic").collectAsList();
  }
}
