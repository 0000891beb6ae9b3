package org.summitthemes.store;

/**
 * With what a run was made.
 *
 * @param codeVersion version of summit-themes
 * @param sparkVersion version of Spark
 * @param master Spark master
 * @param configSha256 hash of the effective configuration with catalog and gazetteer
 * @param corpusSha256 hash over the sorted content hashes of the inputs
 * @param modelAction {@code fitted} or {@code kept}
 */
public record RunFacts(
    String codeVersion,
    String sparkVersion,
    String master,
    String configSha256,
    String corpusSha256,
    String modelAction) {
  RunFacts withModelAction(String action) {
    return new RunFacts(codeVersion, sparkVersion, master, configSha256, corpusSha256, action);
  }

  static final RunFacts NONE = new RunFacts("", "", "", "", "", "");
}
