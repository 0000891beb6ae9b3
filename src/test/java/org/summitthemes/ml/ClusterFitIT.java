package org.summitthemes.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.Cluster;

/** One corpus, shuffled anew for each master, fitted here and there. */
class ClusterFitIT {
  @Test
  void fitIsTheSameOnOneCoreTwoCoresAClusterAndAClusterThatLosesAnExecutor(@TempDir Path folder)
      throws Exception {
    List<String> results;
    try (Cluster cluster = Cluster.start(2, 1)) {
      results = fit(folder, "local[1]", "local[2]", cluster.master(), "kill:" + cluster.master());
    }

    assertThat(results).hasSize(4);
    assertThat(results.stream().map(line -> line.substring(line.indexOf("counts="))).distinct())
        .hasSize(1);
    assertThat(results.subList(0, 3)).allMatch(line -> line.contains(" lost=0 "));
    assertThat(results.get(3)).doesNotContain(" lost=0 ");
  }

  private static List<String> fit(Path folder, String... masters)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>(List.of(Cluster.java()));
    command.addAll(Cluster.opens());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-Xmx1g"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ClusterFit.class.getName());
    command.addAll(List.of(masters));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();

    assertThat(ended && process.exitValue() == 0).as(Files.readString(err)).isTrue();
    return Files.readAllLines(out).stream().filter(line -> line.startsWith("RESULT ")).toList();
  }
}
