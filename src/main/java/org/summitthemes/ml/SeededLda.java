package org.summitthemes.ml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.LdaSettings;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.WarmStart;
import scala.Tuple2;

/**
 * Fits a topic model some of whose topics are seeded with terms; the rest are discovered.
 *
 * <p>Topics are numbered from 0: first the seeded ones in the order of their seeds, then the
 * discovered ones. A seed gives its topic additional prior mass for the term, never an exclusive
 * claim. The same documents, params and seed give the same model and the same shares to the bit,
 * whatever the order of the rows, the partitions, the cores or the cluster.
 *
 * <p>Input: a column of unique document ids and a column of tokens, as term ids or as words. Words
 * make the vocabulary, in the order of their code points. Example:
 *
 * <pre>{@code
 * SeededLdaModel model =
 *     new SeededLda()
 *         .setSeeds(List.of(Map.of("border", 1.0, "terrorism", 2.0), Map.of("tariff", 1.0)))
 *         .setDiscoveredTopics(10)
 *         .fit(passages);
 * model.summary().documentTopics().show();
 * }</pre>
 *
 * <p>References: Lu, Ott, Cardie, Tsou, "Multi-aspect sentiment analysis with topic models", 2011
 * (seeds as prior mass); Newman, Asuncion, Smyth, Welling, "Distributed algorithms for topic
 * models", JMLR 2009 (synchronized sweeps).
 */
public final class SeededLda extends Estimator<SeededLdaModel>
    implements SeededLdaParams, DefaultParamsWritable {
  private final String uid;
  private final Param<String> documentCol;
  private final Param<String> tokensCol;
  private final Param<String> outputCol;
  private final LongParam seed;
  private final IntParam samples;
  private final IntParam burnIn;
  private final SeedsParam seeds;
  private final IntParam discoveredTopics;
  private final IntParam vocabularySize;
  private final IntParam sweeps;
  private final DoubleParam topicPrior;
  private final DoubleParam termPrior;
  private final DoubleParam seedWeight;
  private final BooleanParam optimizePrior;
  private final BooleanParam documentSamples;
  private final IntParam checkpointInterval;
  private final IntParam blocks;
  private transient @Nullable WarmStart start;

  public SeededLda() {
    this(Identifiable$.MODULE$.randomUID("seededLda"));
  }

  /** An estimator with this uid, as Spark makes one when it reads one. */
  public SeededLda(String uid) {
    this.uid = uid;
    documentCol = SeededLdaParams.documentCol(this);
    tokensCol = SeededLdaParams.tokensCol(this);
    outputCol = SeededLdaParams.outputCol(this);
    seed = SeededLdaParams.seed(this);
    samples = SeededLdaParams.samples(this);
    burnIn = SeededLdaParams.burnIn(this);
    seeds = new SeedsParam(this, "seeds", "for each seeded topic its seed terms and their weights");
    discoveredTopics = count("discoveredTopics", "topics beside the seeded ones (>= 0)", 0);
    vocabularySize =
        count("vocabularySize", "number of terms; 0 for the largest term id + 1 (>= 0)", 0);
    sweeps = count("sweeps", "sweeps over the documents (>= 1)", 1);
    topicPrior = positive("topicPrior", "sum of the document prior at the start (> 0)");
    termPrior = positive("termPrior", "prior mass of a term in a topic (> 0)");
    seedWeight =
        new DoubleParam(
            this,
            "seedWeight",
            "prior mass of a seed of weight 1, as a multiple of its tokens in the corpus (>= 0)",
            ParamValidators.<Object>gtEq(0));
    optimizePrior = new BooleanParam(this, "optimizePrior", "whether the document prior is fitted");
    documentSamples =
        new BooleanParam(
            this, "documentSamples", "whether samples of the documents' topics are kept");
    checkpointInterval = count("checkpointInterval", "sweeps between checkpoints (>= 1)", 1);
    blocks = count("blocks", "blocks of documents; 0 for one per core (>= 0)", 0);
    setDefaults();
  }

  private void setDefaults() {
    setDefault(documentCol, "id");
    setDefault(tokensCol, "tokens");
    setDefault(outputCol, "topicShares");
    setDefault(seed, 42L);
    setDefault(samples, 20);
    setDefault(burnIn, 20);
    setDefault(seeds, List.of());
    setDefault(discoveredTopics, 16);
    setDefault(vocabularySize, 0);
    setDefault(sweeps, 200);
    setDefault(topicPrior, 5.0);
    setDefault(termPrior, 0.01);
    setDefault(seedWeight, 0.1);
    setDefault(optimizePrior, true);
    setDefault(documentSamples, true);
    setDefault(checkpointInterval, 20);
    setDefault(blocks, 0);
  }

  private IntParam count(String name, String doc, int least) {
    return new IntParam(this, name, doc, ParamValidators.<Object>gtEq(least));
  }

  private DoubleParam positive(String name, String doc) {
    return new DoubleParam(this, name, doc, ParamValidators.<Object>gt(0));
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public Param<String> documentCol() {
    return documentCol;
  }

  @Override
  public Param<String> tokensCol() {
    return tokensCol;
  }

  @Override
  public Param<String> outputCol() {
    return outputCol;
  }

  @Override
  public LongParam seed() {
    return seed;
  }

  @Override
  public IntParam samples() {
    return samples;
  }

  @Override
  public IntParam burnIn() {
    return burnIn;
  }

  /**
   * For each seeded topic its seed terms, as they occur in the tokens column, and their weights.
   */
  public SeedsParam seeds() {
    return seeds;
  }

  public IntParam discoveredTopics() {
    return discoveredTopics;
  }

  public IntParam vocabularySize() {
    return vocabularySize;
  }

  public IntParam sweeps() {
    return sweeps;
  }

  public DoubleParam topicPrior() {
    return topicPrior;
  }

  public DoubleParam termPrior() {
    return termPrior;
  }

  public DoubleParam seedWeight() {
    return seedWeight;
  }

  public BooleanParam optimizePrior() {
    return optimizePrior;
  }

  /** Whether {@link SeededLdaSummary#documentTopics} is wanted; the samples take memory. */
  public BooleanParam documentSamples() {
    return documentSamples;
  }

  public IntParam checkpointInterval() {
    return checkpointInterval;
  }

  public IntParam blocks() {
    return blocks;
  }

  public SeededLda setDocumentCol(String value) {
    return with(documentCol, value);
  }

  public SeededLda setTokensCol(String value) {
    return with(tokensCol, value);
  }

  public SeededLda setOutputCol(String value) {
    return with(outputCol, value);
  }

  public SeededLda setSeed(long value) {
    return with(seed, value);
  }

  public SeededLda setSamples(int value) {
    return with(samples, value);
  }

  public SeededLda setBurnIn(int value) {
    return with(burnIn, value);
  }

  /** Seeds by word; where the tokens column holds term ids, by term id in decimal. */
  public SeededLda setSeeds(List<? extends Map<String, Double>> value) {
    return with(seeds, List.copyOf(value));
  }

  /** Seeds by term id. */
  public SeededLda setSeedIds(List<? extends Map<Integer, Double>> value) {
    return setSeeds(value.stream().map(SeededLda::inDecimal).toList());
  }

  public SeededLda setDiscoveredTopics(int value) {
    return with(discoveredTopics, value);
  }

  public SeededLda setVocabularySize(int value) {
    return with(vocabularySize, value);
  }

  public SeededLda setSweeps(int value) {
    return with(sweeps, value);
  }

  public SeededLda setTopicPrior(double value) {
    return with(topicPrior, value);
  }

  public SeededLda setTermPrior(double value) {
    return with(termPrior, value);
  }

  public SeededLda setSeedWeight(double value) {
    return with(seedWeight, value);
  }

  public SeededLda setOptimizePrior(boolean value) {
    return with(optimizePrior, value);
  }

  public SeededLda setDocumentSamples(boolean value) {
    return with(documentSamples, value);
  }

  public SeededLda setCheckpointInterval(int value) {
    return with(checkpointInterval, value);
  }

  public SeededLda setBlocks(int value) {
    return with(blocks, value);
  }

  private <T> SeededLda with(Param<T> param, T value) {
    set(param, value);
    return this;
  }

  /** Goes on from a former model instead of starting from the seeds alone; saved nowhere. */
  public SeededLda startingFrom(WarmStart value) {
    start = value;
    return this;
  }

  @Override
  public SeededLdaModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    LdaSettings settings = settings();
    boolean isWords = columns().isWords(dataset.schema());
    String[] vocabulary = isWords ? columns().words(dataset) : new String[0];
    int terms = isWords ? vocabulary.length : terms(dataset);
    Dataset<Tuple2<String, int[]>> documents = columns().documents(dataset, vocabulary);
    JavaRDD<DocumentBlock> corpus = Blocks.of(documents, terms, intValue(blocks));
    if (Blocks.tokens(corpus) == 0) {
      throw new IllegalArgumentException("the documents have no tokens: there is nothing to fit");
    }

    TermPrior prior = prior(seedTerms(isWords, vocabulary), corpus, terms);
    var outcome = DistributedFit.run(corpus, settings, prior, start, intValue(checkpointInterval));
    var model = new SeededLdaModel(uid, outcome.result().model(), vocabulary);
    copyValues(model, extractParamMap());
    return model
        .withSummary(
            new SeededLdaSummary(
                dataset.sparkSession(),
                corpus,
                outcome,
                getOrDefault(documentCol),
                settings.documentSamples()))
        .setParent(this);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    columns().require(schema);
    return schema.add(getOrDefault(outputCol), SQLDataTypes.VectorType(), false);
  }

  @Override
  public SeededLda copy(ParamMap extra) {
    SeededLda copy = defaultCopy(extra);
    copy.start = start;
    return copy;
  }

  /** Reads an estimator that was saved. */
  public static MLReader<SeededLda> read() {
    return new DefaultParamsReader<>();
  }

  public static SeededLda load(String path) {
    return read().load(path);
  }

  private LdaSettings settings() {
    return new LdaSettings(
        getOrDefault(seeds).size() + intValue(discoveredTopics),
        intValue(sweeps),
        intValue(samples),
        (long) getOrDefault(seed),
        (double) getOrDefault(topicPrior),
        (boolean) getOrDefault(optimizePrior),
        (boolean) getOrDefault(documentSamples));
  }

  private int terms(Dataset<?> dataset) {
    int size = intValue(vocabularySize);
    return size > 0 ? size : columns().idLimit(dataset);
  }

  private List<Map<Integer, Double>> seedTerms(boolean isWords, String[] vocabulary) {
    var words = new TokenColumns.Words(vocabulary);
    return getOrDefault(seeds).stream()
        .map(topic -> byTerm(topic, isWords ? words::require : SeededLda::termId))
        .toList();
  }

  /**
   * A seed weighs in proportion to its tokens in the corpus: were all seeds equal, the rare ones
   * would crowd out the terms that the topic consists of.
   */
  private TermPrior prior(
      List<Map<Integer, Double>> seedTerms, JavaRDD<DocumentBlock> corpus, int terms) {
    double unit = (double) getOrDefault(seedWeight);
    int topics = seedTerms.size() + intValue(discoveredTopics);
    long[] tokens = seedTerms.isEmpty() ? new long[0] : Blocks.termFrequencies(corpus, terms);
    List<Map<Integer, Double>> masses =
        seedTerms.stream()
            .map(
                topic ->
                    topic.entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey,
                                e -> unit * e.getValue() * at(tokens, e.getKey()))))
            .toList();
    return TermPrior.of(topics, terms, (double) getOrDefault(termPrior), masses);
  }

  /** What lies outside of the vocabulary has no tokens; the prior says what is wrong with it. */
  private static long at(long[] tokens, int term) {
    return term >= 0 && term < tokens.length ? tokens[term] : 0;
  }

  private int intValue(IntParam param) {
    return (int) getOrDefault(param);
  }

  private static Map<Integer, Double> byTerm(
      Map<String, Double> topic, java.util.function.ToIntFunction<String> id) {
    Map<Integer, Double> byTerm = new TreeMap<>();
    topic.forEach((term, weight) -> byTerm.put(id.applyAsInt(term), weight));
    return byTerm;
  }

  private static int termId(String decimal) {
    try {
      return Integer.parseInt(decimal);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("seed must be a term id: " + decimal, e);
    }
  }

  private static Map<String, Double> inDecimal(Map<Integer, Double> topic) {
    Map<String, Double> byName = new TreeMap<>();
    topic.forEach((term, weight) -> byName.put(Integer.toString(term), weight));
    return byName;
  }
}
