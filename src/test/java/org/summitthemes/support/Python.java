package org.summitthemes.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python that has some modules: the one of {@code SUMMIT_PYTHON}, that of the notebooks ({@code
 * target/notebooks/bin/python}, made by {@code jobs/notebooks.sh}), or {@code python3}.
 */
public final class Python {
  private final String program;

  private Python(String program) {
    this.program = program;
  }

  /** One with the modules; without one the test is skipped, and says so. */
  public static Python with(String... modules) {
    String imports = "import " + String.join(", ", modules);
    Optional<String> program =
        Stream.of(
                System.getenv().getOrDefault("SUMMIT_PYTHON", ""),
                Path.of("target/notebooks/bin/python").toAbsolutePath().toString(),
                "python3")
            .filter(candidate -> !candidate.isEmpty() && works(candidate, imports))
            .findFirst();
    assumeTrue(
        program.isPresent(),
        "SKIPPED: no python3 that can "
            + imports
            + "; set SUMMIT_PYTHON or run jobs/notebooks.sh, which makes one");
    return new Python(program.orElseThrow());
  }

  /** What the script prints; its failure is the test's. */
  public String run(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "-X", "utf8", "-c", script));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitOf(process) != 0) {
      throw new IllegalStateException(printed);
    }

    return printed;
  }

  private static boolean works(String program, String script) {
    try {
      return exitOf(
              new ProcessBuilder(program, "-c", script)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start())
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
