package org.summitthemes.config;

/**
 * The whole configuration of a run: one YAML file, read top to bottom.
 *
 * @param themes file of the theme catalog, relative to the configuration file
 * @param organizations file of the gazetteer, relative to the configuration file
 * @param proposals file of the patterns of acts and voices, relative to the configuration file; the
 *     shipped one where there is no such file
 */
public record PipelineConfig(
    String themes,
    String organizations,
    String proposals,
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
        "proposals.yaml",
        CorpusConfig.defaults(),
        PrepareConfig.defaults(),
        FitConfig.defaults(),
        DriftConfig.defaults(),
        LabelConfig.defaults(),
        CompareConfig.defaults(),
        PublishConfig.defaults());
  }
}
