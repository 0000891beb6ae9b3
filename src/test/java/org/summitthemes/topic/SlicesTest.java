package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlicesTest {
  @Test
  void everySliceIsDoneOnceHoweverManyHelp() throws Exception {
    var slices = new Slices(1000);
    var done = new AtomicIntegerArray(1000);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 3; i++) {
      pool.execute(() -> slices.help(done::incrementAndGet));
    }
    slices.help(done::incrementAndGet);
    slices.await();
    slices.help(done::incrementAndGet);
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    for (int slice = 0; slice < 1000; slice++) {
      assertThat(done.get(slice)).isEqualTo(1);
    }
  }

  @Test
  void theOwnerWaitsForAHelperAndLearnsThatItFailed() throws Exception {
    var slices = new Slices(2);
    var taken = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> helper =
        pool.submit(
            () ->
                slices.help(
                    slice -> {
                      taken.countDown();
                      awaitQuietly(goOn);
                      throw new IllegalArgumentException("slice " + slice);
                    }));
    taken.await();
    slices.help(slice -> {});
    goOn.countDown();

    assertThatThrownBy(slices::await)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A thread failed at its part of the work")
        .hasRootCauseMessage("slice 0");
    assertThatThrownBy(helper::get).hasRootCauseMessage("slice 0");
    pool.shutdown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
