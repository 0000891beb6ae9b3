package org.summitthemes.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs independent Spark actions at the same time. An action on a small table spends its time on
 * planning and scheduling, so a few of them at once finish several times sooner than one by one.
 */
final class Together {
  private static final int THREADS = 4;

  private Together() {}

  /** Does the action to every item and returns when all are done; the first failure is thrown. */
  static <T> void forEach(Collection<T> items, Action<T> action) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Together::daemon);
    try {
      List<Future<?>> results = new ArrayList<>();
      for (T item : items) {
        results.add(threads.submit(() -> done(action, item)));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> boolean done(Action<T> action, T item) throws Exception {
    action.apply(item);
    return true;
  }

  private static Thread daemon(Runnable action) {
    Thread thread = new Thread(action, "together");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException unwrapped(Throwable cause) {
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(String.valueOf(cause.getMessage()), cause);
  }

  /** An action that may fail with anything. */
  interface Action<T> {
    void apply(T item) throws Exception;
  }
}
