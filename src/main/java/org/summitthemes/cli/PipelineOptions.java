package org.summitthemes.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that {@code run} and its single stages share. */
final class PipelineOptions {
  /** What to do about the topic model. */
  enum Model {
    /** Fit when something it depends on has changed. */
    auto,
    /** Keep the stored model and score with it. */
    frozen,
    /** Fit anew. */
    refit
  }

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      description = "Folder, file or glob of speeches on any Hadoop file system; may be repeated.")
  List<String> corpus = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
  String out = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in YAML; without it, the shipped one.")
  @Nullable String config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the configuration, such as fit.sweeps=50; may be repeated.")
  Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--model",
      paramLabel = "POLICY",
      description =
          "auto: fit when something it depends on has changed; frozen: keep the stored model; refit: fit anew.")
  Model model = Model.auto;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  boolean dryRun;

  @Option(
      names = "--strict",
      description = "A theme none of whose terms occur is an error, not a warning.")
  boolean strict;

  @Option(names = "--csv-all", description = "Write fact_sentence_theme as CSV too.")
  boolean csvAll;

  @Option(names = "--csv-bom", description = "Begin each CSV with a byte-order mark, for Excel.")
  boolean csvBom;
}
