package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.Job;

/** What a scheduler sees of a run that cannot go on. */
class ExitCodesIT {
  @TempDir Path folder;

  @Test
  void anOutputFolderThatAnotherRunHoldsIsExitCodeFour() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("warehouse"));
    try (FileChannel channel =
            FileChannel.open(
                out.resolve("warehouse/lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();

      Job.Result result = run("--corpus", "sample-data/ots", "--out", out.toString());

      assertThat(result.exitCode()).isEqualTo(4);
      assertThat(result.err())
          .contains("summit-themes: Another run holds the output folder")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aCorpusThatIsNotThereIsExitCodeThree() {
    Job.Result result = run("--corpus", folder + "/none", "--out", folder + "/out");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("none: no such file or folder").doesNotContain("\tat ");
  }

  private static Job.Result run(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "--master";
    arguments[1] = "local[1]";
    arguments[2] = "run";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Job.submit(arguments);
  }
}
