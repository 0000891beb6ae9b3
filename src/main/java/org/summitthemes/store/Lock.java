package org.summitthemes.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lets one run at a time write to an output folder. On a local disk the operating system holds the
 * lock and frees it when the process ends, however it ends. Readers are never locked out.
 */
final class Lock implements AutoCloseable {
  private final @Nullable FileChannel channel;

  private Lock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of the output folder.
   *
   * @throws HeldException if another run holds it
   */
  static Lock take(Files files, Path file) throws IOException {
    files.makeFolder(file.getParent());
    Optional<java.nio.file.Path> local = files.local(file);
    return local.isPresent() ? local(local.get()) : new Lock(null);
  }

  private static Lock local(java.nio.file.Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Lock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another run in this very process: the same as one in another process.
    }
    channel.close();
    throw new HeldException(file.getParent().getParent().toString());
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
