package org.summitthemes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Hashes that tell what has to be done again. The <em>fingerprint</em> of a stage covers its
 * settings and all that went before it, the corpus included: while it stays, the stage is skipped.
 * The <em>rules</em> of a stage cover only what its output for one speech depends on beside the
 * speech: while they stay, the stage works on new and changed speeches alone.
 */
final class Fingerprints {
  /** Names what labelling writes: a folder that lacks some of it is labelled anew. */
  private static final String LABEL_TABLES = "labels, acts, themes, tallies, surest";

  /** Names how passages are scored: a folder where it was done otherwise is scored anew. */
  private static final String SCORING = "variational";

  private final String ingest;
  private final JsonNode pipeline;
  private final String themes;
  private final String background;
  private final String organizations;
  private final String proposals;

  /**
   * @param corpusSha256 hash of the corpus, or null to go on with the ingested one
   * @param ingested fingerprint of the last ingest
   */
  Fingerprints(Configured configured, @Nullable String corpusSha256, String ingested) {
    JsonNode tree = configured.tree();
    this.pipeline = tree.get("pipeline");
    this.themes = tree.get("themes").toString();
    this.background = tree.path("background").toString();
    this.organizations = tree.get("organizations").toString();
    this.proposals = tree.get("proposals").toString();
    this.ingest =
        corpusSha256 == null
            ? ingested
            : Hashes.sha256(Commands.version(), corpusSha256, settings("corpus"), organizations);
  }

  /**
   * The fingerprint that the stage has if it is up to date.
   *
   * @param model the topic model in force
   * @param modelSettings hash of the settings that model was made with
   */
  String of(Stage stage, @Nullable String model, String modelSettings) {
    return switch (stage) {
      case INGEST -> ingest;
      case PREPARE -> Hashes.sha256(ingest, settings("prepare"));
      case FIT ->
          Hashes.sha256(
              SCORING,
              of(Stage.PREPARE, model, modelSettings),
              String.valueOf(model),
              modelSettings);
      case LABEL ->
          Hashes.sha256(
              LABEL_TABLES,
              of(Stage.FIT, model, modelSettings),
              settings("label"),
              themes,
              proposals,
              organizations);
      case COMPARE ->
          Hashes.sha256(of(Stage.LABEL, model, modelSettings), settings("compare"), organizations);
      case PUBLISH -> Hashes.sha256(of(Stage.COMPARE, model, modelSettings), settings("publish"));
    };
  }

  /** The rules of reading. */
  String ingestRules() {
    return Hashes.sha256(Commands.version(), settings("corpus"), organizations);
  }

  /** The rules of preparing. */
  String prepareRules() {
    return Hashes.sha256(Commands.version(), settings("prepare"));
  }

  /** The settings that a topic model and its student are made with; how a refit goes is none. */
  String modelSettings() {
    ObjectNode fit = pipeline.get("fit").deepCopy();
    fit.remove("former-weight");
    return Hashes.sha256(
        Commands.version(), settings("prepare"), fit.toString(), themes, background);
  }

  /** The rules of scoring with a model. */
  String fitRules(@Nullable String model) {
    return Hashes.sha256(SCORING, prepareRules(), String.valueOf(model));
  }

  /** The rules of labelling with a model's student. */
  String labelRules(@Nullable String model) {
    return Hashes.sha256(
        LABEL_TABLES, fitRules(model), settings("label"), themes, proposals, organizations);
  }

  private String settings(String section) {
    return pipeline.get(section).toString();
  }
}
