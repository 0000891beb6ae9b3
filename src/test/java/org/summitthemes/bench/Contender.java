package org.summitthemes.bench;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.bench.BenchCorpus.Document;
import org.summitthemes.ml.SeededLda;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.TopicModel;

/**
 * Programs that fit topic models, all with the same priors: documents 5 / K at the start and then
 * fitted (but by EM, which cannot), terms 0.01. The clock starts when the tokens are in the form
 * that the program wants; ours reads them from Parquet within its time.
 */
enum Contender {
  /** {@link SeededLda} in local Spark, without seeds. */
  OURS {
    @Override
    Fitted fit(Task task) throws IOException {
      try (SparkSession spark = session(task.threads())) {
        var corpus = new BenchCorpus(task.corpus());
        var watch = new Stopwatch();
        TopicModel model =
            new SeededLda()
                .setDiscoveredTopics(task.topics())
                .setVocabularySize(corpus.terms())
                .setSweeps(task.sweeps())
                .setSamples(SAMPLES)
                .setSeed(task.seed())
                .setTopicPrior(TOPIC_PRIOR)
                .setTermPrior(TERM_PRIOR)
                .fit(corpus.rows(spark, BenchCorpus.TRAIN))
                .topicModel();
        return new Fitted(model, watch.seconds(), watch.cpuSeconds());
      }
    }
  },

  /** MALLET's ParallelTopicModel; it fits the document prior in the same sweeps as ours. */
  MALLET {
    @Override
    Fitted fit(Task task) throws IOException {
      ParallelTopicModel.logger.setLevel(Level.OFF);
      var corpus = new BenchCorpus(task.corpus());
      InstanceList instances = instances(corpus.documents(BenchCorpus.TRAIN), corpus.terms());
      var watch = new Stopwatch();
      var lda = new ParallelTopicModel(task.topics(), TOPIC_PRIOR, TERM_PRIOR);
      lda.setRandomSeed((int) task.seed());
      lda.setNumThreads(task.threads());
      lda.setNumIterations(task.sweeps());
      lda.setBurninPeriod(20);
      lda.setOptimizeInterval(10);
      lda.setTopicDisplay(0, 0);
      lda.addInstances(instances);
      lda.estimate();
      double seconds = watch.seconds();
      double cpuSeconds = watch.cpuSeconds();
      long[] sums = new long[task.topics() * corpus.terms()];
      for (int v = 0; v < lda.numTypes; v++) {
        for (int cell : lda.typeTopicCounts[v]) {
          sums[v * task.topics() + (cell & lda.topicMask)] += cell >> lda.topicBits;
        }
      }
      return new Fitted(model(sums, lda.alpha, lda.beta), seconds, cpuSeconds);
    }
  },

  /** MLlib's online variational LDA; a sweep is a pass, 20 mini-batches of a twentieth. */
  MLLIB_ONLINE {
    @Override
    Fitted fit(Task task) throws IOException {
      LDA lda =
          new LDA()
              .setOptimizer("online")
              .setMaxIter(20 * task.sweeps())
              .setSubsamplingRate(0.05)
              .setLearningOffset(10)
              .setOptimizeDocConcentration(true)
              .setDocConcentration(TOPIC_PRIOR / task.topics())
              .setTopicConcentration(TERM_PRIOR);
      return fitMllib(task, lda, 0);
    }
  },

  /** MLlib's EM; its priors are exponents, hence the 1 that is added and taken off again. */
  MLLIB_EM {
    @Override
    Fitted fit(Task task) throws IOException {
      LDA lda =
          new LDA()
              .setOptimizer("em")
              .setMaxIter(task.sweeps())
              .setDocConcentration(1 + TOPIC_PRIOR / task.topics())
              .setTopicConcentration(1 + TERM_PRIOR);
      return fitMllib(task, lda, 1);
    }
  };

  private static final double TOPIC_PRIOR = 5;
  private static final double TERM_PRIOR = 0.01;

  /** One sample, the last sweep's, as the others have it. */
  private static final int SAMPLES = Integer.getInteger("bench.samples", 1);

  private static final double SCALE = 1e12;

  abstract Fitted fit(Task task) throws IOException;

  static Fitted fitMllib(Task task, LDA lda, double alphaOffset) throws IOException {
    try (SparkSession spark = session(task.threads())) {
      var corpus = new BenchCorpus(task.corpus());
      Dataset<Row> vectors =
          vectors(corpus.rows(spark, BenchCorpus.TRAIN), corpus.terms())
              .persist(StorageLevel.MEMORY_AND_DISK());
      vectors.count();
      var watch = new Stopwatch();
      LDAModel fitted = lda.setK(task.topics()).setSeed(task.seed()).fit(vectors);
      double seconds = watch.seconds();
      double cpuSeconds = watch.cpuSeconds();
      double[] alpha =
          Arrays.stream(fitted.estimatedDocConcentration().toArray())
              .map(a -> a - alphaOffset)
              .toArray();
      return new Fitted(model(counts(fitted.topicsMatrix()), alpha, 1e-6), seconds, cpuSeconds);
    }
  }

  private static SparkSession session(int threads) {
    return SparkSession.builder()
        .master("local[" + threads + "]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 4)
        .getOrCreate();
  }

  private static TopicModel model(long[] sums, double[] alpha, double beta) {
    return new TopicModel(
        sums, 1, alpha, TermPrior.of(alpha.length, sums.length / alpha.length, beta, List.of()));
  }

  /** Probabilities as large counts, by term, then topic. */
  private static long[] counts(Matrix topics) {
    double[] totals = new double[topics.numCols()];
    topics.foreachActive(
        (term, topic, value) -> {
          totals[(Integer) topic] += (Double) value;
          return null;
        });
    long[] sums = new long[topics.numRows() * topics.numCols()];
    topics.foreachActive(
        (term, topic, value) -> {
          sums[(Integer) term * totals.length + (Integer) topic] =
              Math.round(SCALE * (Double) value / totals[(Integer) topic]);
          return null;
        });
    return sums;
  }

  private static Dataset<Row> vectors(Dataset<Row> rows, int terms) {
    MapFunction<Row, Row> toVector =
        row -> {
          Map<Integer, Double> counts = new TreeMap<>();
          row.<Integer>getList(1).forEach(term -> counts.merge(term, 1.0, Double::sum));
          return RowFactory.create(
              Vectors.sparse(
                  terms,
                  counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                  counts.values().stream().mapToDouble(Double::doubleValue).toArray()));
        };
    return rows.map(
        toVector, Encoders.row(new StructType().add("features", SQLDataTypes.VectorType())));
  }

  private static InstanceList instances(List<Document> documents, int terms) {
    var alphabet = new Alphabet(terms);
    for (int v = 0; v < terms; v++) {
      alphabet.lookupIndex("t" + v);
    }
    var instances = new InstanceList(alphabet, null);
    for (Document document : documents) {
      instances.add(
          new Instance(
              new FeatureSequence(alphabet, document.tokens()), null, document.id(), null));
    }
    return instances;
  }
}
