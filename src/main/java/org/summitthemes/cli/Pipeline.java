package org.summitthemes.cli;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Runs stages in order. */
final class Pipeline {
  private final SparkSession spark;
  private final PipelineOptions options;
  private final Progress progress;

  Pipeline(SparkSession spark, PipelineOptions options, Progress progress) {
    this.spark = spark;
    this.options = options;
    this.progress = progress;
  }

  String run(List<Stage> stages) {
    progress.begin(stages.toString(), 0, options.corpus.size());
    return spark.version();
  }
}
