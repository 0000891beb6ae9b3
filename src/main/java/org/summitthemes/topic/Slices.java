package org.summitthemes.topic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Work in numbered slices that threads of a process do together: whoever has time takes the next
 * slice. What a slice does must not depend on who does it, or when.
 */
final class Slices {
  private final int count;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch left;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Slices(int count) {
    this.count = count;
    this.left = new CountDownLatch(count);
  }

  /** Does slices as long as there are any that nobody has taken. */
  void help(IntConsumer work) {
    if (left.getCount() == 0) {
      return;
    }

    for (int slice = next.getAndIncrement(); slice < count; slice = next.getAndIncrement()) {
      try {
        work.accept(slice);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        throw e;
      } finally {
        left.countDown();
      }
    }
  }

  /** Waits until all slices are done, the others' too; their results are then seen here. */
  void await() {
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while other threads did their part", e);
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("A thread failed at its part of the work", cause);
    }
  }
}
