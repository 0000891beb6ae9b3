package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The executed notebooks are those of {@code jobs/notebooks}, ran without an error, and are small.
 */
class NotebooksTest {
  private static final Path SOURCES = Path.of("jobs/notebooks");
  private static final Path EXPORT = Path.of("notebooks-export");

  @ParameterizedTest
  @ValueSource(strings = {"first-look", "comparing-organizations", "topics", "chart-for-a-paper"})
  void exportedNotebookIsThatOfItsSource(String name) throws IOException {
    JsonNode notebook = new ObjectMapper().readTree(EXPORT.resolve(name + ".ipynb").toFile());
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : notebook.get("cells")) {
      cells.add(cell.get("cell_type").asText() + "\n" + text(cell.get("source")));
      for (JsonNode output : cell.path("outputs")) {
        assertThat(output.get("output_type").asText()).isNotEqualTo("error");
      }
    }

    assertThat(cells).isEqualTo(cells(SOURCES.resolve(name + ".py")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"first-look", "comparing-organizations", "topics", "chart-for-a-paper"})
  void exportedPageIsSmallAndAsksForNothing(String name) throws IOException {
    String page = Files.readString(EXPORT.resolve(name + ".html"));

    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(page)
        .doesNotContainPattern("<(script|img|iframe)[^>]+src=\"https?:")
        .doesNotContainPattern("<link[^>]+href=\"https?:");
  }

  private static String text(JsonNode lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  /** The cells of a script whose parts begin with {@code # %%}. */
  private static List<String> cells(Path script) throws IOException {
    List<String> cells = new ArrayList<>();
    for (String part : Files.readString(script).split("(?m)^# %%")) {
      if (part.startsWith(" [markdown]")) {
        String body = part.substring(" [markdown]\n".length()).strip();
        cells.add("markdown\n" + body.replaceAll("(?m)^# ?", ""));
      } else if (!part.isBlank()) {
        cells.add("code\n" + part.strip());
      }
    }
    return cells;
  }
}
