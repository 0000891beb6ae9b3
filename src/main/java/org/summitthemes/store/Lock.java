package org.summitthemes.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * Lets one run at a time write to an output folder. On a local disk the operating system holds the
 * lock and frees it when the process ends, however it ends; elsewhere a {@link Heartbeat} does.
 * Readers are never locked out.
 */
interface Lock extends AutoCloseable {
  /** How often a heartbeat is written where the operating system holds no lock. */
  Duration BEAT = Duration.ofSeconds(5);

  /**
   * Takes the lock of the output folder.
   *
   * @throws HeldException if another run holds it
   */
  static Lock take(Files files, Path file) throws IOException {
    files.makeFolder(file.getParent());
    Optional<java.nio.file.Path> local = files.local(file);
    return local.isPresent() ? local(local.get()) : Heartbeat.take(files, file, BEAT);
  }

  private static Lock local(java.nio.file.Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new OfProcess(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another run in this very process: the same as one in another process.
    }
    channel.close();
    throw new HeldException(file.getParent().getParent().toString());
  }

  /**
   * Makes sure that the lock is still held, before something is made known.
   *
   * @throws HeldException if another run has taken it over
   */
  void require() throws IOException;

  @Override
  void close() throws IOException;

  /** A lock that the operating system holds. */
  record OfProcess(FileChannel channel) implements Lock {
    @Override
    public void require() {}

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
