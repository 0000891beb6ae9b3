package org.summitthemes.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells on stderr how far a run is: on a terminal one line that is rewritten (stage, tasks done of
 * those known, seconds), otherwise a plain line when a stage ends.
 */
final class Progress extends SparkListener {
  private final PrintStream out;
  private final boolean terminal;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger known = new AtomicInteger();
  private volatile String stage = "";
  private volatile long startedNanos;
  private volatile long shownNanos;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Whether stderr is a terminal: Java cannot know, {@code jobs/submit.sh} does and says. */
  static boolean onTerminal() {
    return Boolean.getBoolean("summitthemes.terminal");
  }

  void begin(String name, int number, int total) {
    done.set(0);
    known.set(0);
    startedNanos = System.nanoTime();
    stage = String.format(Locale.ROOT, "[%d/%d] %s", number, total, name);
    show();
  }

  /** Ends the stage's line with what came of it. */
  void end(String result) {
    String line = String.format(Locale.ROOT, "%s: %s (%.1f s)", stage, result, seconds());
    out.println(terminal ? "\r\u001b[K" + line : line);
    stage = "";
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    known.addAndGet(event.stageInfo().numTasks());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    done.incrementAndGet();
    long now = System.nanoTime();
    if (now - shownNanos > 200_000_000L) {
      shownNanos = now;
      show();
    }
  }

  private void show() {
    if (terminal && !stage.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "\r\u001b[K%s  %d of %d tasks  %.0f s",
          stage,
          done.get(),
          known.get(),
          seconds());
      out.flush();
    }
  }

  private double seconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }
}
