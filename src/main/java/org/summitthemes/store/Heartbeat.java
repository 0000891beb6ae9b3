package org.summitthemes.store;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;

/**
 * A lock on file systems that hold none: a file that its owner rewrites at every beat. Whoever
 * finds it watches it for {@value #PATIENCE} beats; if it does not change, its owner is dead and
 * the lock is taken over. No clocks are compared, only whether the file changes.
 */
final class Heartbeat implements Lock {
  static final int PATIENCE = 6;

  private final Files files;
  private final Path file;
  private final String owner = UUID.randomUUID().toString();
  private final ScheduledExecutorService beating =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lock of the output folder");
            thread.setDaemon(true);
            return thread;
          });
  private long beats;
  private boolean over;

  private Heartbeat(Files files, Path file) {
    this.files = files;
    this.file = file;
  }

  static Heartbeat take(Files files, Path file, Duration beat) throws IOException {
    if (files.exists(file)) {
      String seen = files.text(file);
      pause(beat.multipliedBy(PATIENCE));
      if (files.exists(file) && !files.text(file).equals(seen)) {
        throw new HeldException(file.getParent().getParent().toString());
      }
      files.delete(file);
    }

    var lock = new Heartbeat(files, file);
    try {
      files.create(file, lock.text());
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
      throw new HeldException(file.getParent().getParent().toString());
    }
    lock.start(beat);
    return lock;
  }

  private void start(Duration beat) {
    var unused =
        beating.scheduleAtFixedRate(
            this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void require() throws IOException {
    if (!isMine()) {
      throw new HeldException(file.getParent().getParent().toString());
    }
  }

  /** A beat under way ends first, and none comes after. */
  @Override
  public synchronized void close() throws IOException {
    beating.shutdown();
    over = true;
    if (isMine()) {
      files.delete(file);
    }
  }

  /** Stops beating without freeing the lock, as a process that dies does. */
  synchronized void die() {
    beating.shutdown();
    over = true;
  }

  private synchronized void beat() {
    try {
      if (!over && isMine()) {
        beats++;
        files.replace(file, text());
      }
    } catch (IOException e) {
      // A missed beat: the next one may succeed; the commit asks whether the lock is still held.
    }
  }

  private boolean isMine() throws IOException {
    return files.exists(file) && files.text(file).startsWith(owner);
  }

  private String text() {
    return owner + " " + beats + "\n";
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the lock", e);
    }
  }
}
