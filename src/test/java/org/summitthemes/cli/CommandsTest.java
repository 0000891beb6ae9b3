package org.summitthemes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir Path folder;

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertThat(run("run", "--out", "x"))
        .isEqualTo(new Ended(2, "", "Missing required option: '--corpus=PATH'"));
    assertThat(run("run", "--corpus", "x").exitCode()).isEqualTo(2);
    assertThat(run("fly").exitCode()).isEqualTo(2);
    assertThat(run().exitCode()).isEqualTo(2);
    assertThat(run("run", "--corpus", "x", "--out", "y", "--model", "melted").exitCode())
        .isEqualTo(2);
  }

  @Test
  void helpNamesEveryCommandAndExitCode() {
    Ended help = run("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "run",
            "ingest",
            "prepare",
            "fit",
            "label",
            "compare",
            "publish",
            "evaluate",
            "explain",
            "runs")
        .contains("another run holds the output folder");
  }

  @Test
  void whatTheUserCanMendIsOneMessageAndExitCodeThree() throws IOException {
    Path config = folder.resolve("p.yaml");
    Files.writeString(config, "fit: {sweeps: many}");

    assertThat(run("evaluate", "--gold", "g", "--report", "r", "--config", config.toString()))
        .isEqualTo(
            new Ended(
                3,
                "",
                "summit-themes: "
                    + config
                    + ": fit.sweeps: found \"many\"; expected a whole number"));
    assertThat(run("evaluate", "--gold", folder + "/none.jsonl", "--report", "r"))
        .isEqualTo(new Ended(3, "", "summit-themes: File not found: " + folder + "/none.jsonl"));
    assertThat(
            run("evaluate", "--gold", "g", "--report", "r", "--config", folder + "/none.yaml")
                .firstLine())
        .isEqualTo("summit-themes: File not found: " + folder + "/none.yaml");
  }

  @Test
  void codedTextsAreScored() throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    Files.writeString(
        gold,
        "{\"id\": 1, \"theme\": \"energy\", \"text\": \"We build a gas pipeline and a refinery.\"}\n");
    Path report = folder.resolve("report.json");

    Ended ended = run("evaluate", "--gold", gold.toString(), "--report", report.toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("1 texts: accuracy 1.000");
    assertThat(report).content().contains("\"macro_f1\"").contains("\"confusion\"");
  }

  private record Ended(int exitCode, String out, String firstLine) {}

  private static Ended run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var caughtOut = new ByteArrayOutputStream();
    var caughtErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
      int exitCode = Commands.execute(arguments);
      return new Ended(
          exitCode,
          caughtOut.toString(StandardCharsets.UTF_8),
          caughtErr.toString(StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
