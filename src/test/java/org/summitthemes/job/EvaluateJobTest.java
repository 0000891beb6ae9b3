package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.summitthemes.support.Catalogs.theme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.summitthemes.UserException;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Evaluation;

class EvaluateJobTest {
  private static final Catalog CATALOG =
      Catalog.of(new ThemesConfig(List.of(theme("security", "army: 2", "peace: 0.5"))));

  @Test
  void sentencesOfOneDocumentAreNeighboursInTheOrderOfTheirNumbers() throws IOException {
    var evaluation =
        evaluate(
            """
            {"id": "3", "doc": "d", "seq": 10, "theme": "security", "text": "We want peace."}
            {"id": "2", "doc": "d", "seq": 9, "theme": "security", "text": "The army left."}
            {"id": "1", "doc": "d", "seq": 8, "theme": "other", "text": "And thanks."}
            """);

    assertThat(evaluation.accuracy()).isEqualTo(1);
  }

  @Test
  void aTextWithoutADocumentStandsAlone() throws IOException {
    var evaluation =
        evaluate(
            """
            {"id": "1", "theme": "security", "text": "The army left."}
            {"id": "2", "theme": "other", "text": "We want peace."}
            """);

    assertThat(evaluation.accuracy()).isEqualTo(1);
  }

  @Test
  void compressedFilesAreReadToo() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"id\":1,\"theme\":\"other\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(evaluate(new ByteArrayInputStream(bytes.toByteArray())).n()).isEqualTo(1);
  }

  @Test
  void theReportHasTheNamesOfTheContract() throws IOException {
    var report = new ByteArrayOutputStream();

    EvaluateJob.write(
        evaluate("{\"id\": 1, \"theme\": \"other\", \"text\": \"The army left.\"}"),
        Map.of("terms", evaluate("{\"id\": 1, \"theme\": \"other\", \"text\": \"So be it.\"}")),
        Optional.empty(),
        report);

    assertThat(
            report
                .toString(StandardCharsets.UTF_8)
                .replaceAll("\\s", "")
                .replaceAll("(calibration_error\":)0\\.[5-9]\\d*", "$1CONFIDENCE"))
        .isEqualTo(
            """
            {"n":1,"accuracy":0.0,"macro_f1":0.0,"themes":{\
            "other":{"precision":0.0,"recall":0.0,"f1":0.0,"support":1},\
            "security":{"precision":0.0,"recall":0.0,"f1":0.0,"support":0}},\
            "confusion":{"other":{"security":1}},\
            "calibration":{"expected_calibration_error":CONFIDENCE,"gate":0.5,"withheld":0.0,\
            "accuracy_above_gate":0.0},\
            "without":{"terms":{"accuracy":1.0,"macro_f1":1.0}}}""");
  }

  @Test
  void whatCannotBeReadIsNamedWithItsLine() {
    assertThatThrownBy(() -> evaluate("{\"id\": 1, \"theme\": \"other\", \"text\": \"x\"}\n{"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("gold.jsonl line 2 is not JSON: ");
    assertThatThrownBy(() -> evaluate("{\"id\": 1, \"text\": \"x\"}"))
        .isInstanceOf(UserException.class)
        .hasMessage("gold.jsonl line 1: no field 'theme'; needed are id, text, theme");
    assertThatThrownBy(() -> evaluate("\n"))
        .isInstanceOf(UserException.class)
        .hasMessage("gold.jsonl holds no coded text");
  }

  private static Evaluation evaluate(String lines) throws IOException {
    return evaluate(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static Evaluation evaluate(InputStream gold) throws IOException {
    return EvaluateJob.evaluate(
        gold,
        "gold.jsonl",
        new EvaluateJob.Means(CATALOG, null, List.of(), null, LabelConfig.defaults()));
  }
}
