package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped schedules: syntax by the tools that read them, where they are installed. */
class SchedulesTest {
  private static final Path SCHEDULES = Path.of("jobs/schedule").toAbsolutePath();

  @TempDir Path folder;

  /** Tries and alerts for each way a run ends. */
  @ParameterizedTest
  @CsvSource({"0, 1, ''", "1, 2, 1", "2, 1, 2", "3, 1, 3", "4, 1, ''", "137, 2, 137"})
  void theNightlyScriptRetriesABugAndAlertsButForAHeldFolder(int code, int tries, String alert)
      throws Exception {
    Path count = folder.resolve("tries");
    Path alerted = folder.resolve("alert");
    Path alerter = folder.resolve("alerter");
    Files.writeString(alerter, "#!/bin/sh\ncat > /dev/null\nprintf %s $1 > " + alerted + "\n");
    assertThat(alerter.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder(
            SCHEDULES.resolve("nightly.sh").toString(),
            "bash",
            "-c",
            "echo x >> " + count + "; exit " + code);
    builder.environment().put("SUMMIT_PAUSE", "0");
    builder.environment().put("SUMMIT_ALERT", alerter.toString());

    Process process = builder.redirectErrorStream(true).start();

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(code);
    assertThat(Files.readAllLines(count)).hasSize(tries);
    assertThat(Files.exists(alerted) ? Files.readString(alerted) : "").isEqualTo(alert);
  }

  @Test
  void systemdUnitsAreValid() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is missing");
    for (String unit :
        List.of("summit-themes.service", "summit-themes.timer", "summit-themes-alert@.service")) {
      Process verify =
          new ProcessBuilder(
                  "systemd-analyze", "verify", "--man=no", SCHEDULES.resolve(unit).toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      verify.waitFor();
      assertThat(said.lines().filter(line -> line.contains("Unknown") || line.contains("Invalid")))
          .as(said)
          .isEmpty();
    }
  }

  @Test
  void theAirflowDagCompiles() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "python3 is missing");
    Process compile =
        new ProcessBuilder(
                "python3",
                "-c",
                "import ast, sys; ast.parse(open(sys.argv[1]).read())",
                SCHEDULES.resolve("summit_themes_dag.py").toString())
            .inheritIO()
            .start();
    assertThat(compile.waitFor()).isZero();
  }

  @Test
  void kubernetesForbidsTwoRunsAtOnceAndLimitsTriesAndTime() throws IOException {
    JsonNode cron = yaml("kubernetes-cronjob.yaml");
    JsonNode job = cron.at("/spec/jobTemplate/spec");
    assertThat(cron.path("apiVersion").asText()).isEqualTo("batch/v1");
    assertThat(cron.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(job.path("activeDeadlineSeconds").asInt()).isPositive();
    assertThat(job.path("backoffLimit").asInt()).isEqualTo(1);
    assertThat(job.at("/template/spec/restartPolicy").asText()).isEqualTo("Never");

    JsonNode spark = yaml("kubernetes-sparkapplication.yaml");
    assertThat(spark.path("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(spark.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(spark.at("/spec/template/mainClass").asText()).isEqualTo(Main.class.getName());
    assertThat(spark.at("/spec/template/restartPolicy/onFailureRetries").asInt()).isEqualTo(1);
  }

  @Test
  void cronRunsEveryNight() throws IOException {
    assertThat(Files.readAllLines(SCHEDULES.resolve("summit-themes.cron")))
        .anyMatch(
            line -> line.matches("\\d+ \\d+ \\* \\* \\* themes .*jobs/schedule/nightly\\.sh .*"));
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(SCHEDULES.resolve(name)));
  }
}
