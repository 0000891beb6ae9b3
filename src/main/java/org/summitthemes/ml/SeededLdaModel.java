package org.summitthemes.ml;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.summitthemes.topic.ShareInference;
import org.summitthemes.topic.TopicModel;
import scala.Tuple2;
import scala.collection.Seq;

/**
 * A fitted topic model. {@link #transform} adds the topic shares of documents, which may be new;
 * {@link #summary} knows the documents of the fit.
 */
public final class SeededLdaModel extends Model<SeededLdaModel>
    implements SeededLdaParams, MLWritable {
  private final String uid;
  private final TopicModel topicModel;
  private final String[] vocabulary;
  private final Param<String> documentCol;
  private final Param<String> tokensCol;
  private final Param<String> outputCol;
  private final LongParam seed;
  private final IntParam samples;
  private final IntParam burnIn;
  private @Nullable SeededLdaSummary summary;

  SeededLdaModel(String uid, TopicModel topicModel, String[] vocabulary) {
    this.uid = uid;
    this.topicModel = topicModel;
    this.vocabulary = vocabulary.clone();
    documentCol = SeededLdaParams.documentCol(this);
    tokensCol = SeededLdaParams.tokensCol(this);
    outputCol = SeededLdaParams.outputCol(this);
    seed = SeededLdaParams.seed(this);
    samples = SeededLdaParams.samples(this);
    burnIn = SeededLdaParams.burnIn(this);
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

  public SeededLdaModel setDocumentCol(String value) {
    return with(documentCol, value);
  }

  public SeededLdaModel setTokensCol(String value) {
    return with(tokensCol, value);
  }

  public SeededLdaModel setOutputCol(String value) {
    return with(outputCol, value);
  }

  public SeededLdaModel setSamples(int value) {
    return with(samples, value);
  }

  public SeededLdaModel setBurnIn(int value) {
    return with(burnIn, value);
  }

  private <T> SeededLdaModel with(Param<T> param, T value) {
    set(param, value);
    return this;
  }

  /** Counts, weights and priors. */
  public TopicModel topicModel() {
    return topicModel;
  }

  /** The words in the order of their term ids; empty if the model was fitted on term ids. */
  public String[] vocabulary() {
    return vocabulary.clone();
  }

  public boolean hasSummary() {
    return summary != null;
  }

  /** What the fit knows of its documents. A model that was read has none. */
  public SeededLdaSummary summary() {
    if (summary == null) {
      throw new IllegalStateException(
          "The model " + uid + " has no summary: it wasn't fitted here");
    }

    return summary;
  }

  SeededLdaModel withSummary(SeededLdaSummary summary) {
    this.summary = summary;
    return this;
  }

  /** Adds the topic shares; without random numbers, see {@link ShareInference}. */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    Inference inference = inference(dataset);
    var words = new TokenColumns.Words(vocabulary);
    UDF2<String, Seq<?>, Vector> shares =
        (id, tokens) ->
            inference.shares(id, tokens == null ? null : TokenColumns.ids(tokens, words));
    return dataset.withColumn(
        getOrDefault(outputCol),
        functions
            .udf(shares, SQLDataTypes.VectorType())
            .asNonNullable()
            .apply(
                functions.col(getOrDefault(documentCol)), functions.col(getOrDefault(tokensCol))));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    columns().require(schema);
    return schema.add(getOrDefault(outputCol), SQLDataTypes.VectorType(), false);
  }

  /**
   * The topics of documents, which may be new, in the columns of {@link
   * SeededLdaSummary#documentTopics}: from samples, with intervals, so that the shares differ from
   * those of {@link #transform} by the noise of the samples.
   */
  public Dataset<Row> documentTopics(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    Inference inference = inference(dataset);
    MapPartitionsFunction<Tuple2<String, int[]>, Row> rows = inference::rows;
    return columns()
        .documents(dataset, vocabulary)
        .mapPartitions(rows, Encoders.row(TopicRows.schema(getOrDefault(documentCol))));
  }

  /** The held-out perplexity of documents that the model wasn't fitted on; NaN without tokens. */
  public double perplexity(Dataset<?> heldOut) {
    Inference inference = inference(heldOut);
    return Inference.perplexity(
        columns()
            .documents(heldOut, vocabulary)
            .toJavaRDD()
            .mapPartitions(inference::scores)
            .fold(
                new Tuple2<>(0L, 0L),
                (left, right) -> new Tuple2<>(left._1() + right._1(), left._2() + right._2())));
  }

  /**
   * The n terms of largest weight of each topic: topic, rank from 1, term id, word (null if the
   * model was fitted on term ids), weight, frex and is_seed.
   */
  public Dataset<Row> topicTerms(SparkSession spark, int n) {
    return spark.createDataFrame(TopicTermRows.of(topicModel, vocabulary, n), TopicTermRows.SCHEMA);
  }

  @Override
  public SeededLdaModel copy(ParamMap extra) {
    var copied = new SeededLdaModel(uid, topicModel, vocabulary);
    copied.summary = summary;
    return copyValues(copied, extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new SeededLdaModelWriter(this);
  }

  /** Reads a model that was saved. */
  public static MLReader<SeededLdaModel> read() {
    return new SeededLdaModelReader();
  }

  public static SeededLdaModel load(String path) {
    return read().load(path);
  }

  private Inference inference(Dataset<?> dataset) {
    var spark = JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    return new Inference(
        spark.broadcast(topicModel),
        (long) getOrDefault(seed),
        (int) getOrDefault(burnIn),
        (int) getOrDefault(samples));
  }
}
