package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.ml.SeededLdaModel;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.ModelPhrase;
import org.summitthemes.table.ModelTerm;
import org.summitthemes.table.ModelTopic;
import org.summitthemes.table.PassageTopic;
import org.summitthemes.table.Records;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;

/**
 * All that is needed to treat new speeches as the fitted ones: phrases, vocabulary and topics.
 * Topic shares are always inferred with the fitted model as it stands, for the speeches it was
 * fitted on too, so that a speech's numbers depend on the speech and the model alone.
 *
 * @param topics null if the corpus had too few words for topics
 * @param topicIds ids by index in the model
 */
public record FittedModel(
    Phrases phrases,
    Vocabulary vocabulary,
    @Nullable SeededLdaModel topics,
    List<String> topicIds) {

  /** Writes the model into a folder that must not exist. */
  public void save(SparkSession spark, String folder) throws java.io.IOException {
    write(spark, ModelPhrase.class, phrases.list().stream().map(ModelPhrase::new).toList(), folder);
    write(spark, ModelTerm.class, terms(), folder);
    write(
        spark,
        ModelTopic.class,
        IntStream.range(0, topicIds.size())
            .mapToObj(i -> new ModelTopic(i, topicIds.get(i)))
            .toList(),
        folder);
    if (topics != null) {
      topics.write().save(folder + "/lda");
    }
  }

  /** Reads a model that was saved. */
  public static FittedModel load(SparkSession spark, String folder) {
    List<String> phrases =
        read(spark, ModelPhrase.class, "phrase", folder).stream().map(ModelPhrase::phrase).toList();
    List<Vocabulary.Term> terms =
        read(spark, ModelTerm.class, "term_id", folder).stream()
            .map(
                term ->
                    new Vocabulary.Term(
                        term.name(), term.surface(), term.nTokens(), term.nPassages()))
            .toList();
    List<String> topicIds =
        read(spark, ModelTopic.class, "topic", folder).stream().map(ModelTopic::topicId).toList();
    SeededLdaModel topics = topicIds.isEmpty() ? null : SeededLdaModel.load(folder + "/lda");
    return new FittedModel(Phrases.of(phrases), Vocabulary.of(terms), topics, topicIds);
  }

  /**
   * {@code speech_id, passage_no, n_tokens, shares} of the passages that hold a term of the
   * vocabulary.
   */
  public Dataset<Row> passageShares(Dataset<Row> sentences) {
    Dataset<Row> passages =
        VocabularyJob.encode(sentences, phrases, vocabulary).where(size(col("term_ids")).gt(0));
    return java.util.Objects.requireNonNull(topics, "the model has no topics")
        .transform(FitJob.documents(passages))
        .select(
            col("speech_id"),
            col("passage_no"),
            size(col("term_ids")).as("n_tokens"),
            col(topics.getOrDefault(topics.outputCol())).as("shares"));
  }

  /**
   * The perplexity of a tenth of the sentences' passages by document completion ({@link
   * org.summitthemes.topic.DocumentCompletion}); the tenth is chosen by a hash of the passages'
   * ids.
   *
   * @return NaN without topics or without terms of the vocabulary
   */
  public double perplexity(Dataset<Row> sentences) {
    return topics == null
        ? Double.NaN
        : topics.perplexity(
            FitJob.documents(VocabularyJob.encode(sentences, phrases, vocabulary))
                .where(FitJob.tenth()));
  }

  /** The main topic of each passage. */
  public Dataset<Row> passageTopics(Dataset<Row> passageShares) {
    List<String> ids = topicIds;
    MapFunction<Row, Row> main =
        row -> {
          Vector shares = row.getAs("shares");
          int topic = shares.argmax();
          return Records.row(
              new PassageTopic(
                  row.getString(0), row.getInt(1), ids.get(topic), shares.apply(topic)));
        };
    return passageShares.map(main, Records.encoder(PassageTopic.class));
  }

  /** The share of each topic in each speech: that of its passages, weighted by their tokens. */
  public Dataset<Row> speechTopics(Dataset<Row> passageShares) {
    List<String> ids = topicIds;
    MapPartitionsFunction<Row, Row> mean = rows -> new SpeechTopics(rows, ids);
    return passageShares
        .repartition(col("speech_id"))
        .sortWithinPartitions("speech_id", "passage_no")
        .mapPartitions(mean, Records.encoder(FactSpeechTopic.class));
  }

  private List<ModelTerm> terms() {
    List<ModelTerm> terms = new ArrayList<>();
    for (int i = 0; i < vocabulary.size(); i++) {
      Vocabulary.Term term = vocabulary.term(i);
      terms.add(new ModelTerm(i, term.name(), term.surface(), term.count(), term.passages()));
    }
    return terms;
  }

  private static <R extends Record> void write(
      SparkSession spark, Class<R> type, List<R> rows, String folder) {
    Records.dataset(spark, type, rows)
        .coalesce(1)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(folder + "/" + Records.tableName(type));
  }

  private static <R extends Record> List<R> read(
      SparkSession spark, Class<R> type, String order, String folder) {
    Dataset<Row> rows =
        spark.read().schema(Records.schema(type)).parquet(folder + "/" + Records.tableName(type));
    return Records.list(rows.sort(order), type);
  }

  /**
   * The token-weighted mean shares of one speech after another, of passages sorted by speech and
   * number.
   */
  private static final class SpeechTopics implements Iterator<Row> {
    private final Iterator<Row> passages;
    private final List<String> topicIds;
    private Iterator<Row> ready = List.<Row>of().iterator();
    private @Nullable Row ahead;

    SpeechTopics(Iterator<Row> passages, List<String> topicIds) {
      this.passages = passages;
      this.topicIds = topicIds;
      this.ahead = passages.hasNext() ? passages.next() : null;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && ahead != null) {
        ready = speech(ahead.getString(0)).iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }

      return ready.next();
    }

    private List<Row> speech(String speechId) {
      double[] sums = new double[topicIds.size()];
      long tokens = 0;
      while (ahead != null && ahead.getString(0).equals(speechId)) {
        int n = ahead.getInt(2);
        Vector shares = ahead.getAs(3);
        for (int topic = 0; topic < sums.length; topic++) {
          sums[topic] += n * shares.apply(topic);
        }
        tokens += n;
        ahead = passages.hasNext() ? passages.next() : null;
      }

      List<Row> rows = new ArrayList<>(sums.length);
      for (int topic = 0; topic < sums.length; topic++) {
        rows.add(
            Records.row(
                new FactSpeechTopic(
                    speechId, topicIds.get(topic), Math.min(1, sums[topic] / tokens))));
      }
      return rows;
    }
  }
}
