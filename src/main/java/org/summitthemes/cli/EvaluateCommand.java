package org.summitthemes.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.job.EvaluateActs;
import org.summitthemes.job.EvaluateJob;
import org.summitthemes.job.IngestJob;
import org.summitthemes.job.PrepareJob;
import org.summitthemes.job.TeachJob;
import org.summitthemes.proposal.ActEvaluation;
import org.summitthemes.proposal.ProposalFinder;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Encoder;
import org.summitthemes.theme.Evaluation;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.MiniLm;
import org.summitthemes.theme.Teacher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code evaluate}: labels coded texts as it would a corpus, without their codes, then scores the
 * labels.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Labels coded texts as it would a corpus, without their codes, then scores the labels.")
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines, plain or gzip: id, text, theme; optional doc and seq.")
  private String gold = "";

  @Option(
      names = "--report",
      required = true,
      paramLabel = "FILE",
      description = "Receives the scores as JSON.")
  private String report = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in YAML; without it, the shipped one.")
  private @Nullable String config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the configuration; may be repeated.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      description = "Texts without codes to learn from, besides the coded ones; may be repeated.")
  private List<String> corpus = new ArrayList<>();

  @Option(
      names = "--ablate",
      description = "Also scores the labels without each part of the labeller in turn.")
  private boolean ablate;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = new Configuration();
    Configured configured = Configured.read(config, overrides, hadoop);
    Map<String, Evaluation> scores = new LinkedHashMap<>(scores(configured, hadoop));
    scores.forEach(EvaluateCommand::say);
    Evaluation evaluation = Objects.requireNonNull(scores.remove(EvaluateJob.NOTHING));
    Optional<ActEvaluation> acts = acts(configured, hadoop);
    write(evaluation, scores, acts, hadoop);
    acts.ifPresent(EvaluateCommand::print);
    return 0;
  }

  private static void say(String without, Evaluation scores) {
    System.out.printf(
        Locale.ROOT,
        "%d texts%s: accuracy %.3f, macro-F1 %.3f, calibration error %.3f%n",
        scores.n(),
        without.equals(EvaluateJob.NOTHING) ? "" : " without " + without,
        scores.accuracy(),
        scores.macroF1(),
        scores.calibration().expectedCalibrationError());
  }

  private Map<String, Evaluation> scores(Configured configured, Configuration hadoop)
      throws IOException {
    Path path = new Path(gold);
    try (InputStream in = path.getFileSystem(hadoop).open(path);
        Encoder encoder =
            configured.pipeline().label().hasEncoder() ? MiniLm.load().orElse(null) : null) {
      EvaluateJob.Means means =
          new EvaluateJob.Means(
              Catalog.of(configured.themes()),
              configured.teacher().orElse(null),
              lessons(configured),
              encoder,
              configured.pipeline().label());
      return ablate
          ? EvaluateJob.ablation(in, gold, means)
          : Map.of(EvaluateJob.NOTHING, EvaluateJob.evaluate(in, gold, means));
    } catch (FileNotFoundException e) {
      throw new UserException(e, "File not found: %s", gold);
    }
  }

  private List<Lesson> lessons(Configured configured) {
    Optional<Teacher> teacher = configured.teacher();
    if (corpus.isEmpty() || teacher.isEmpty()) {
      return List.of();
    }

    SparkSession spark = Sessions.start("evaluate");
    try (IngestJob.Outputs read =
        IngestJob.read(
            spark,
            corpus,
            configured.pipeline().corpus(),
            configured.organizations(),
            "evaluate")) {
      return TeachJob.lessons(
          PrepareJob.sentences(read.speeches(), configured.pipeline().prepare()), teacher.get());
    } finally {
      spark.stop();
    }
  }

  private static void print(ActEvaluation acts) {
    System.out.printf(
        Locale.ROOT,
        "proposals and calls: precision %.3f, recall %.3f, act %.3f, span %.3f%n",
        acts.proposals().precision(),
        acts.proposals().recall(),
        acts.proposals().actAccuracy(),
        acts.proposals().spanOverlap());
  }

  private Optional<ActEvaluation> acts(Configured configured, Configuration hadoop)
      throws IOException {
    Path path = new Path(gold);
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      return EvaluateActs.evaluate(in, new ProposalFinder(configured.proposals()));
    }
  }

  private void write(
      Evaluation evaluation,
      Map<String, Evaluation> without,
      Optional<ActEvaluation> acts,
      Configuration hadoop)
      throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    EvaluateJob.write(evaluation, without, acts, json);
    Path path = new Path(report);
    try (OutputStream out = path.getFileSystem(hadoop).create(path, true)) {
      out.write(json.toByteArray());
    } catch (IOException e) {
      throw new UserException(e, "Cannot write %s: %s", report, e.getMessage());
    }
  }
}
