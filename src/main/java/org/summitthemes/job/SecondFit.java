package org.summitthemes.job;

import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.ml.SeededLda;
import org.summitthemes.ml.SeededLdaModel;
import org.summitthemes.topic.TopicAlignment;
import org.summitthemes.topic.TopicDiagnostic;
import org.summitthemes.topic.TopicModel;

/**
 * Fits the model once more, with the next seed and without a tenth of the passages, to learn what
 * one fit cannot tell. Of more than {@value #MOST_PASSAGES} passages it takes about so many, so
 * that it costs a large corpus no second fit of full length, and its measures stay comparable as
 * the corpus grows.
 *
 * <ul>
 *   <li>{@code seed_agreement} of a topic: 1 less the Jensen-Shannon divergence, in bits, between
 *       it and its match in the second model ({@link TopicAlignment}); in [0, 1], 1 for equal
 *       topics. It is what survives another seed and a tenth of the passages fewer.
 *   <li>{@code held_out_perplexity}: of the second model for the passages it has not seen ({@link
 *       org.summitthemes.topic.DocumentCompletion}).
 * </ul>
 *
 * <p>The passages and the tenth are chosen by a hash of the passages' ids. With fewer than {@value
 * LEAST_PASSAGES} passages nothing is measured: a tenth of them would say nothing.
 */
final class SecondFit {
  private static final int LEAST_PASSAGES = 50;
  private static final int MOST_PASSAGES = 100_000;

  private SecondFit() {}

  /** The two measures. */
  static List<TopicDiagnostic> diagnostics(
      SeededLda estimator, Dataset<Row> passages, TopicModel first) {
    long count = passages.count();
    if (count < LEAST_PASSAGES) {
      return List.of();
    }

    Dataset<Row> some = passages.where(FitJob.share((double) MOST_PASSAGES / count));

    SeededLda other = estimator.copy(org.apache.spark.ml.param.ParamMap.empty());
    SeededLdaModel second =
        other
            .setSeed((long) estimator.getOrDefault(estimator.seed()) + 1)
            .fit(some.where(not(FitJob.tenth())));
    second.summary().unpersist();
    List<TopicDiagnostic> list = new ArrayList<>(agreement(first, second.topicModel()));
    double perplexity = second.perplexity(some.where(FitJob.tenth()));
    if (Double.isFinite(perplexity)) {
      list.add(new TopicDiagnostic(TopicDiagnostic.ALL, "held_out_perplexity", perplexity));
    }

    return list;
  }

  private static List<TopicDiagnostic> agreement(TopicModel first, TopicModel second) {
    TopicAlignment alignment = new TopicAlignment(first.weights(), second.weights());
    List<TopicDiagnostic> list = new ArrayList<>();
    for (int topic = 0; topic < first.topics(); topic++) {
      list.add(new TopicDiagnostic(topic, "seed_agreement", 1 - alignment.divergence(topic)));
    }
    list.add(
        new TopicDiagnostic(TopicDiagnostic.ALL, "seed_agreement", 1 - alignment.meanDivergence()));
    return list;
  }
}
