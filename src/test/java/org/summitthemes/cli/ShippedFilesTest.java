package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.config.PipelineConfig;

class ShippedFilesTest {
  @Test
  void theCommentedConfigurationShowsTheDefaults() {
    assertThat(read("jobs/pipeline.yaml").pipeline()).isEqualTo(PipelineConfig.defaults());
  }

  @Test
  void aRunWithoutAFileUsesTheSame() {
    assertThat(Configured.read(null, Map.of(), new Configuration()))
        .isEqualTo(read("jobs/pipeline.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ungdc", "whitehouse-markdown", "kremlin-html"})
  void presetsFindTheCatalogAndTheGazetteer(String preset) {
    Configured configured = read("jobs/presets/" + preset + ".yaml");

    assertThat(configured.themes()).isEqualTo(read("jobs/pipeline.yaml").themes());
    assertThat(configured.organizations().organizations()).hasSizeGreaterThan(60);
    assertThat(configured.background()).isNotNull();
  }

  private static Configured read(String file) {
    return Configured.read(file, Map.of(), new Configuration());
  }
}
