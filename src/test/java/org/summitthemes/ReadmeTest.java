package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : List.of(README, Path.of("jobs/README.md"), Path.of("sample-data/README.md"))) {
      Path folder = page.toAbsolutePath().getParent();
      assertThat(found(page, "\\]\\(([^)#:]+)\\)"))
          .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }
  }

  @Test
  void itsTwoCommandsAreWhatContinuousIntegrationRuns() throws IOException {
    String block = Files.readString(README).split("```")[1];

    assertThat(block).contains("jobs/sample.sh").contains("./mvnw verify");
    assertThat(Files.readString(Path.of(".ci/run")))
        .contains("jobs/sample.sh")
        .contains("./mvnw -B -ntp verify");
    assertThat(Path.of("jobs/sample.sh")).isExecutable();
    assertThat(Path.of("mvnw")).isExecutable();
  }

  @Test
  void theTablesItNamesArePublished() throws IOException {
    List<String> published = Tables.PUBLISHED.stream().map(Records::tableName).toList();

    assertThat(found(README, "`((?:dim|fact|bridge)_[a-z_]+)`")).isNotEmpty().isSubsetOf(published);
  }

  private static List<String> found(Path page, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
