package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.summitthemes.config.ColumnsConfig;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;

/**
 * Whatever a file holds, reading it ends, yields something, and throws nothing. Files of every
 * format that {@link Formats} knows are mutated, alone, compressed and in archives.
 */
class ReaderFuzzTest {
  private static final int SECONDS_PER_FILE = 20;
  private static final CorpusConfig CONFIG =
      new CorpusConfig(
          1 << 20, 1 << 22, 500, 5, "(?<year>\\d{4})", "", "", ColumnsConfig.defaults());

  private static ExecutorService reading;
  private static SpeechReader reader;
  private static FuzzedFiles files;

  @BeforeContainer
  static void start() {
    reading = Executors.newSingleThreadExecutor(ReaderFuzzTest::daemon);
    reader = new SpeechReader(CONFIG, Gazetteers.shipped());
    files = new FuzzedFiles(new Formats(CONFIG).extensions());
  }

  @AfterContainer
  static void stop() {
    reading.shutdownNow();
  }

  @Property(
      tries = 20_000,
      seed = "20260401",
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE)
  void everyMutatedFileIsAccountedFor(@ForAll("seeds") long seed) throws Exception {
    FuzzedFiles.File file = files.file(seed);
    Opened opened = new Opened(file.content());

    List<Outcome> outcomes = outcomes(file, opened);

    assertThat(outcomes).as("%s", file).isNotEmpty();
    file.nItems().ifPresent(n -> assertThat(outcomes).as("%s", file).hasSize(n));
    outcomes.forEach(outcome -> check(file, outcome));
    Statistics.label("first outcome")
        .collect(kind(outcomes.get(0)))
        .coverage(coverage -> coverage.check("speech").percentage(share -> share > 15));
    assertThat(opened.open).as("streams left open by %s", file).hasValue(0);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  private static String kind(Outcome outcome) {
    if (outcome instanceof Item.Rejected rejected) {
      return rejected.reason().code();
    }

    return outcome instanceof Item.Skipped ? "skipped" : "speech";
  }

  private static void check(FuzzedFiles.File file, Outcome outcome) {
    assertThat(outcome.sourceUri()).as("%s", file).startsWith("corpus/").doesNotContain("\n");
    if (outcome instanceof Item.Rejected rejected) {
      assertThat(rejected.reason()).as("%s: %s", file, rejected).isNotEqualTo(Reason.FAILED);
      assertThat(rejected.detail())
          .as("%s", file)
          .isNotBlank()
          .doesNotContain("\n")
          .doesNotContain("NullPointer")
          .doesNotContain("ClassCast")
          .doesNotContain("StackOverflow");
    } else if (outcome instanceof ReadSpeech read) {
      String text = read.speech().text();
      assertThat(read.nWords()).as("%s", file).isGreaterThanOrEqualTo(CONFIG.minWords());
      assertThat(read.speech().speechId()).as("%s", file).isNotBlank().doesNotContain("/", "\n");
      assertThat(text.codePoints().filter(ReaderFuzzTest::isIllegal).count())
          .as("%s", file)
          .isZero();
      int length = text.codePointCount(0, text.length());
      assertThat(read.mentions())
          .as("%s", file)
          .allMatch(mention -> mention.firstOffset() == null || mention.firstOffset() < length);
    }
  }

  private static boolean isIllegal(int c) {
    return (Character.isISOControl(c) && c != '\n') || (c >= 0xD800 && c < 0xE000);
  }

  private static List<Outcome> outcomes(FuzzedFiles.File file, Opened opened) throws Exception {
    Future<List<Outcome>> result =
        reading.submit(
            () ->
                list(
                    reader.read(
                        Source.of("corpus", file.name()),
                        opened,
                        file.sideCarName(),
                        file.sideCar())));
    try {
      return result.get(SECONDS_PER_FILE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Reading hangs: " + file, e);
    } catch (ExecutionException e) {
      throw new AssertionError("Reading throws: " + file, e.getCause());
    }
  }

  private static List<Outcome> list(Iterator<Outcome> outcomes) {
    List<Outcome> list = new ArrayList<>();
    outcomes.forEachRemaining(list::add);
    return list;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  /** Counts the streams that are open. */
  private static final class Opened implements Bytes {
    private final byte[] content;
    private final AtomicInteger open = new AtomicInteger();

    Opened(byte[] content) {
      this.content = content;
    }

    @Override
    public InputStream open() {
      open.incrementAndGet();
      return new FilterInputStream(new ByteArrayInputStream(content)) {
        private boolean closed;

        @Override
        public void close() throws IOException {
          super.close();
          if (!closed) {
            closed = true;
            open.decrementAndGet();
          }
        }
      };
    }
  }
}
