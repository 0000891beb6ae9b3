package org.summitthemes.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as a user starts it: {@code jobs/submit.sh} in a process of its own. */
public final class Job {
  private static final long MINUTES = 10;

  private Job() {}

  /** How a command ended. */
  public record Result(int exitCode, String out, String err) {}

  /** Submits a command with Spark's jars from Maven; options of spark-submit come first. */
  public static Result submit(String... arguments) {
    return submit(Map.of(), arguments);
  }

  /** Submits a command with further environment variables. */
  public static Result submit(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("jobs/submit.sh"));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("job", ".out");
      Path err = Files.createTempFile("job", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().remove("SPARK_HOME");
      builder.environment().putAll(environment);
      builder
          .environment()
          .putIfAbsent(
              "SPARK_SUBMIT_OPTS",
              "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC");
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("Still running after " + MINUTES + " minutes: " + command);
      }

      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
