package org.summitthemes.config;

/**
 * The whole configuration of a run: one YAML file, read top to bottom.
 *
 * @param themes file of the theme catalog, relative to the configuration file
 * @param organizations file of the gazetteer, relative to the configuration file
 */
public record PipelineConfig(
    String themes,
    String organizations,
    CorpusConfig corpus,
    PrepareConfig prepare,
    FitConfig fit,
    DriftConfig drift,
    LabelConfig label,
    CompareConfig compare,
    PublishConfig publish) {

  public static PipelineConfig defaults() {
    return new PipelineConfig(
        "themes.yaml",
        "organizations.yaml",
        CorpusConfig.defaults(),
        PrepareConfig.defaults(),
        FitConfig.defaults(),
        DriftConfig.defaults(),
        LabelConfig.defaults(),
        CompareConfig.defaults(),
        PublishConfig.defaults());
  }
}
