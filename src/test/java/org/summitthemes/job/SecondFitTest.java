package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.ml.SeededLda;
import org.summitthemes.support.GeneratedCorpus;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.topic.TopicDiagnostic;
import org.summitthemes.topic.TopicModel;

@ExtendWith(SparkExtension.class)
class SecondFitTest {
  private static final int TERMS = 200;
  private static final int TOPICS = 4;
  private static final StructType SCHEMA =
      new StructType()
          .add("passage_id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.IntegerType));

  @Test
  void topicsThatAreThereAreFoundAgainAndPredictPassages(SparkSession spark) {
    Dataset<Row> passages = passages(spark, 400);

    List<TopicDiagnostic> diagnostics = diagnostics(passages);

    assertThat(diagnostics)
        .filteredOn(d -> d.measure().equals("seed_agreement"))
        .hasSize(TOPICS + 1)
        .allMatch(d -> d.value() > 0.85 && d.value() <= 1);
    assertThat(diagnostics)
        .filteredOn(d -> d.measure().equals("held_out_perplexity"))
        .singleElement()
        .matches(d -> d.topic() == TopicDiagnostic.ALL && d.value() < TERMS / 2.0);
    assertThat(diagnostics(passages.repartition(5))).isEqualTo(diagnostics);
  }

  @Test
  void tooFewPassagesSayNothing(SparkSession spark) {
    assertThat(diagnostics(passages(spark, 49))).isEmpty();
  }

  private static List<TopicDiagnostic> diagnostics(Dataset<Row> passages) {
    SeededLda estimator =
        new SeededLda()
            .setDocumentCol("passage_id")
            .setDiscoveredTopics(TOPICS)
            .setVocabularySize(TERMS)
            .setSweeps(60)
            .setDocumentSamples(false);
    TopicModel model = estimator.fit(passages).topicModel();
    return SecondFit.diagnostics(estimator, passages, model);
  }

  private static Dataset<Row> passages(SparkSession spark, int count) {
    return spark.createDataFrame(
        GeneratedCorpus.of(TERMS, GeneratedCorpus.symmetric(TOPICS, 0.2), count, 50, 11)
            .documents()
            .stream()
            .map(d -> RowFactory.create(d.id(), d.tokens()))
            .toList(),
        SCHEMA);
  }
}
