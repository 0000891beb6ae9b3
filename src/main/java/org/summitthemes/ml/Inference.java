package org.summitthemes.ml;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.summitthemes.topic.DocumentCompletion;
import org.summitthemes.topic.ShareInference;
import org.summitthemes.topic.TopicInference;
import org.summitthemes.topic.TopicModel;
import org.summitthemes.topic.TopicTokens;
import scala.Tuple2;

/** Applies a model to documents in the executors, which share one copy of it each. */
final class Inference implements Serializable {
  /** Log probabilities are added up in units of 2^-20, so that their order doesn't matter. */
  private static final double UNIT = 0x1p-20;

  private final Broadcast<TopicModel> model;
  private final long seed;
  private final int burnIn;
  private final int samples;

  Inference(Broadcast<TopicModel> model, long seed, int burnIn, int samples) {
    this.model = model;
    this.seed = seed;
    this.burnIn = burnIn;
    this.samples = samples;
  }

  /** The document's topic shares. */
  Vector shares(String id, int[] tokens) {
    var whole = TokenColumns.requireWhole(new Tuple2<>(id, tokens));
    return Vectors.dense(new ShareInference(model.value()).shares(whole._1(), whole._2()));
  }

  /** The rows of the documents, see {@link TopicRows}. */
  Iterator<Row> rows(Iterator<Tuple2<String, int[]>> documents) {
    TopicInference sampler = sampler();
    return new FlatIterator<>(
        documents,
        document ->
            topics(sampler, document).stream()
                .map(topic -> TopicRows.row(document._1(), topic))
                .iterator());
  }

  /** The log probability of the tokens that are scored, in fixed point, and their number. */
  Iterator<Tuple2<Long, Long>> scores(Iterator<Tuple2<String, int[]>> documents) {
    var completion = new DocumentCompletion(model.value());
    long sum = 0;
    long scored = 0;
    while (documents.hasNext()) {
      var document = TokenColumns.requireWhole(documents.next());
      sum += Math.round(completion.logProbability(document._1(), document._2()) / UNIT);
      scored += DocumentCompletion.scoredTokens(document._2().length);
    }
    return List.of(new Tuple2<>(sum, scored)).iterator();
  }

  static double perplexity(Tuple2<Long, Long> score) {
    return DocumentCompletion.perplexity(score._1() * UNIT, score._2());
  }

  private static List<TopicTokens> topics(TopicInference sampler, Tuple2<String, int[]> document) {
    var whole = TokenColumns.requireWhole(document);
    return sampler.infer(whole._1(), whole._2());
  }

  private TopicInference sampler() {
    return new TopicInference(model.value(), seed, burnIn, samples);
  }
}
