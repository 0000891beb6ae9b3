package org.summitthemes.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}, or one stage of it. */
@Command(mixinStandardHelpOptions = true)
final class PipelineCommand implements Callable<Integer> {
  private final String name;
  private final List<Stage> stages;

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  PipelineCommand(String name, List<Stage> stages) {
    this.name = name;
    this.stages = stages;
  }

  @Override
  public Integer call() {
    if (stages.contains(Stage.INGEST) && options.corpus.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--corpus=PATH'");
    }

    Progress progress = new Progress(System.err, Progress.onTerminal());
    SparkSession spark = Sessions.start(name);
    try {
      spark.sparkContext().addSparkListener(progress);
      System.out.println(new Pipeline(spark, options, progress).run(stages));
      return 0;
    } finally {
      spark.stop();
    }
  }
}
