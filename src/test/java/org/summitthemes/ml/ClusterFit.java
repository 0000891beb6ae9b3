package org.summitthemes.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.support.GeneratedCorpus;

/**
 * Fits one generated corpus on each of the masters named on the command line, in turn, and prints a
 * line for each: the master, how many executors were lost, and what the fit gave. A master named
 * {@code kill:...} has an executor killed in mid-fit.
 */
final class ClusterFit {
  private static final String KILL = "kill:";
  private static final int BLOCKS = 7;
  private static final int SWEEPS = 30;
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.IntegerType));

  private ClusterFit() {}

  public static void main(String[] masters) {
    for (String master : masters) {
      boolean kills = master.startsWith(KILL);
      SparkSession spark = session(kills ? master.substring(KILL.length()) : master);
      var losses = new Losses(JavaSparkContext.fromSparkContext(spark.sparkContext()), kills);
      spark.sparkContext().addSparkListener(losses);
      String found = fit(spark, Arrays.asList(masters).indexOf(master));
      System.out.println("RESULT " + master + " lost=" + losses.lost.get() + " " + found);
      spark.stop();
    }
  }

  private static SparkSession session(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("cluster fit")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.scheduler.minRegisteredResourcesRatio", 1.0)
        .config("spark.sql.shuffle.partitions", 3)
        .getOrCreate();
  }

  /** Everything a fit gives, as numbers that differ if a bit does. */
  private static String fit(SparkSession spark, int shuffle) {
    List<Row> rows = new ArrayList<>();
    GeneratedCorpus.of(300, GeneratedCorpus.symmetric(5, 0.3), 600, 60, 5)
        .documents()
        .forEach(d -> rows.add(RowFactory.create(d.id(), d.tokens())));
    Collections.shuffle(rows, new Random(shuffle));
    SeededLdaModel model =
        new SeededLda()
            .setDiscoveredTopics(5)
            .setVocabularySize(300)
            .setSweeps(SWEEPS)
            .setSamples(5)
            .setBlocks(BLOCKS)
            .setCheckpointInterval(8)
            .fit(spark.createDataFrame(rows, SCHEMA));
    return "counts=%d weights=%d trace=%d shares=%d"
        .formatted(
            model.topicModel().fingerprint(),
            Arrays.deepHashCode(model.topicModel().weights()),
            model.summary().trace().hashCode(),
            model
                .summary()
                .documentTopics()
                .sort("id", "topic")
                .toJSON()
                .collectAsList()
                .hashCode());
  }

  /** Counts the executors that are lost, and kills one if asked to. */
  private static final class Losses extends SparkListener {
    private static final int KILLS_AT = SWEEPS / 2;

    private final Set<Long> executors = new TreeSet<>();
    private final AtomicInteger sweeps = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    Losses(JavaSparkContext spark, boolean kills) {
      if (kills) {
        executors.addAll(
            spark
                .parallelize(Collections.nCopies(16, 0), 16)
                .map(any -> ProcessHandle.current().pid())
                .collect());
      }
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      String description = job.properties().getProperty("spark.job.description", "");
      if (description.contains("sweep") && sweeps.incrementAndGet() == KILLS_AT) {
        executors.stream()
            .limit(1)
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .forEach(ProcessHandle::destroyForcibly);
      }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      lost.incrementAndGet();
    }
  }
}
