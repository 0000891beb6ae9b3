package org.summitthemes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of file systems without locks, tried on the local one. */
class HeartbeatTest {
  private static final Duration BEAT = Duration.ofMillis(50);

  @TempDir Path folder;

  private Files files;
  private org.apache.hadoop.fs.Path lock;

  @BeforeEach
  void open() throws IOException {
    lock = new org.apache.hadoop.fs.Path(folder.toUri().toString() + "/warehouse/lock");
    files = new Files(lock, new Configuration());
  }

  @Test
  void aLivingOwnerKeepsTheSecondOut() throws IOException {
    try (Heartbeat first = Heartbeat.take(files, lock, BEAT)) {
      assertThatThrownBy(() -> Heartbeat.take(files, lock, BEAT)).isInstanceOf(HeldException.class);
      first.require();
    }
    Heartbeat.take(files, lock, BEAT).close();
    assertThat(files.exists(lock)).isFalse();
  }

  @Test
  void aDeadOwnersLockIsTakenOverAndItLearnsSo() throws IOException {
    Heartbeat dead = Heartbeat.take(files, lock, BEAT);
    dead.die();

    try (Heartbeat second = Heartbeat.take(files, lock, BEAT)) {
      second.require();
      assertThatThrownBy(dead::require).isInstanceOf(HeldException.class);
    }
  }
}
