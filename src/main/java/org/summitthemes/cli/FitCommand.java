package org.summitthemes.cli;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.UserException;
import org.summitthemes.job.FitJob;
import org.summitthemes.store.Warehouse;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.Speech;
import org.summitthemes.topic.TopicNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code fit}: the stage alone, or, with {@code --topics}, a comparison of models of several
 * numbers of topics, which is printed and changes nothing.
 */
@Command(name = "fit", mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {
  @Mixin private PipelineOptions options = new PipelineOptions();

  @Option(
      names = "--topics",
      split = ",",
      paramLabel = "K",
      description =
          "Fit models of so many topics (the themes' among them), such as 10,20,40,80, compare them and recommend one;"
              + " nothing is stored.")
  private List<Integer> topics = new ArrayList<>();

  @Override
  public Integer call() {
    Progress progress = new Progress(System.err, Progress.onTerminal());
    SparkSession spark = Sessions.start(Stage.FIT.word());
    try {
      spark.sparkContext().addSparkListener(progress);
      System.out.println(
          topics.isEmpty()
              ? new Pipeline(spark, options, progress).run(List.of(Stage.FIT))
              : String.join("\n", compare(spark)));
      return 0;
    } finally {
      spark.stop();
    }
  }

  private List<String> compare(SparkSession spark) {
    Configured configured =
        Configured.read(
            options.config, options.overrides, spark.sparkContext().hadoopConfiguration());
    int themes = configured.themes().themes().size();
    for (int number : topics) {
      if (number <= themes) {
        throw new UserException(
            "--topics must be above the number of themes (%d): %d", themes, number);
      }
    }

    Dataset<Row> sentences =
        sentences(Warehouse.at(spark, options.out)).persist(StorageLevel.MEMORY_AND_DISK());
    List<TopicNumber.Candidate> candidates =
        FitJob.candidates(sentences, configured.themes(), configured.pipeline().fit(), topics);
    if (candidates.isEmpty()) {
      throw new UserException("The corpus has too few words for a topic model");
    }

    List<String> report = new ArrayList<>(new TopicNumber(candidates).report());
    report.add(
        "To use it: fit.discovered-topics: "
            + (new TopicNumber(candidates).recommended().topics() - themes));
    return report;
  }

  /** The sentences that count: those of speeches that are no copies of others. */
  private static Dataset<Row> sentences(Warehouse warehouse) {
    Dataset<Row> copies =
        warehouse
            .inForce(Speech.class, Stage.INGEST.word())
            .where(col("duplicate_of").isNotNull())
            .select("speech_id");
    return warehouse
        .inForce(Sentence.class, Stage.PREPARE.word())
        .join(broadcast(copies), new String[] {"speech_id"}, "left_anti");
  }
}
