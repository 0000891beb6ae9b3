package org.summitthemes.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.GeneratedCorpus;
import org.summitthemes.support.SparkExtension;

/** What an executor that dies takes with it, thrown away in mid-fit: every cached block. */
@ExtendWith(SparkExtension.class)
class LostBlocksTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.IntegerType));

  private static SparkSession spark;
  private static Dataset<Row> documents;

  @BeforeAll
  static void generate(SparkSession session) {
    spark = session;
    List<Row> rows =
        GeneratedCorpus.of(50, GeneratedCorpus.symmetric(3, 0.3), 60, 20, 5).documents().stream()
            .map(d -> RowFactory.create(d.id(), d.tokens()))
            .toList();
    documents = spark.createDataFrame(rows, SCHEMA);
  }

  @AfterEach
  void withoutCheckpointDirectory() {
    spark.sparkContext().checkpointDir_$eq(scala.Option.empty());
  }

  @Test
  void lostBlocksComeBackToTheSameState(@TempDir Path checkpoints) {
    SeededLdaModel undisturbed = fit();
    List<Row> topics = topics(undisturbed);
    undisturbed.summary().unpersist();
    spark.sparkContext().setCheckpointDir(checkpoints.toString());

    var thief = new Thief();
    spark.sparkContext().addSparkListener(thief);
    SeededLdaModel disturbed;
    try {
      disturbed = fit();
    } finally {
      spark.sparkContext().removeSparkListener(thief);
    }

    assertThat(thief.stolen.get()).isGreaterThan(10);
    assertThat(disturbed.topicModel().fingerprint())
        .isEqualTo(undisturbed.topicModel().fingerprint());
    assertThat(topics(disturbed)).isEqualTo(topics);
  }

  @Test
  void checkpointsAreRemovedWhenNoLongerNeeded(@TempDir Path checkpoints) throws Exception {
    spark.sparkContext().setCheckpointDir(checkpoints.toString());

    SeededLdaModel model = fit();

    assertThat(checkpointed(checkpoints)).isEqualTo(1);
    model.summary().unpersist();
    assertThat(checkpointed(checkpoints)).isZero();
  }

  private static SeededLdaModel fit() {
    return new SeededLda()
        .setDiscoveredTopics(3)
        .setSweeps(24)
        .setSamples(4)
        .setBlocks(3)
        .setCheckpointInterval(5)
        .fit(documents);
  }

  private static List<Row> topics(SeededLdaModel model) {
    return model.summary().documentTopics().sort("id", "topic").collectAsList();
  }

  private static long checkpointed(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("rdd-")).count();
    }
  }

  /** Removes all cached blocks whenever a job starts. */
  private static final class Thief extends SparkListener {
    private final JavaSparkContext context =
        JavaSparkContext.fromSparkContext(spark.sparkContext());
    private final AtomicInteger stolen = new AtomicInteger();

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      var master = SparkEnv.get().blockManager().master();
      for (int rdd : context.getPersistentRDDs().keySet()) {
        master.removeRdd(rdd, true);
        stolen.incrementAndGet();
      }
    }
  }
}
