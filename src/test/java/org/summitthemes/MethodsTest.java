package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

class MethodsTest {
  private static final Path METHODS = Path.of("src/docs/methods.md");

  @Test
  void everyPublishedNumberIsDefined() throws IOException {
    String methods = Files.readString(METHODS);

    assertThat(
            Tables.PUBLISHED.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(MethodsTest::isNumber)
                .map(Records::columnName)
                .distinct())
        .allSatisfy(column -> assertThat(methods).contains("`" + column + "`"));
  }

  @Test
  void everyClassThatIsNamedExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      classes =
          sources
              .map(source -> source.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }

    assertThat(
            Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`")
                .matcher(Files.readString(METHODS))
                .results()
                .map(match -> match.group(1))
                .distinct())
        .isNotEmpty()
        .isSubsetOf(classes);
  }

  private static boolean isNumber(RecordComponent component) {
    Class<?> type = component.getType();
    return type == double.class
        || type == Double.class
        || type == int.class
        || type == Integer.class
        || type == long.class;
  }
}
