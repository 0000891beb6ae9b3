package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.Kills;

/** Runs that are killed, and the next one after them. {@link Kills} is also a program for more. */
class KillIT {
  @TempDir Path folder;

  @Test
  void killedRunsLeaveTheLastPublicationAndTheNextRunEndsAsIfNothingHadHappened()
      throws IOException {
    Kills kills = new Kills(folder);
    Path out = kills.prepare("killed");
    for (int i = 0; i < 4; i++) {
      kills.kill(out);
      assertThat(kills.wrongWithCurrent(out)).isEmpty();
    }
    kills.killInTheSwitch(out);
    assertThat(kills.wrongWithCurrent(out)).isEmpty();

    kills.finish(out);

    assertThat(kills.wrongAtTheEnd(out)).isEmpty();
  }
}
