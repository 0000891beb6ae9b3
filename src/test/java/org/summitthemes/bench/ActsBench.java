package org.summitthemes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.proposal.ProposalFinder;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.text.SentenceSplitter;
import org.summitthemes.text.Span;

/**
 * How many sentences of the UN General Debate two threads read for voice and acts in a second, and
 * how that compares with splitting the same texts into sentences, taken in turn. Medians of the
 * rounds.
 *
 * <p>{@code java -cp <test class path> org.summitthemes.bench.ActsBench [every n-th speech]
 * [rounds]}
 */
public final class ActsBench {
  private static final int THREADS = 2;

  private ActsBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int every = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    List<String> texts = List.copyOf(GeneralDebate.everyNth(every).values());
    List<List<String>> speeches = texts.stream().map(ActsBench::sentences).toList();
    long sentences = speeches.stream().mapToLong(List::size).sum();
    ProposalFinder finder = finder();
    double[] find = new double[rounds];
    double[] split = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double splitting = seconds(texts, text -> sentences(text).size());
      double finding =
          secondsOfEach(
              speeches,
              () -> {
                ProposalFinder own = finder.copy();
                return speech ->
                    own.find(speech, Collections.nCopies(speech.size(), "en")).stream()
                        .filter(found -> found.act().isPresent())
                        .count();
              });
      if (round >= 0) {
        split[round] = splitting;
        find[round] = finding;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d speeches, %d sentences, %d threads: voice and acts %.0f sentences/s, splitting %.0f sentences/s, ratio of times %.2f%n",
        texts.size(),
        sentences,
        THREADS,
        sentences / median(find),
        sentences / median(split),
        median(find) / median(split));
  }

  private static <T> double seconds(List<T> items, ToLongFunction<T> work)
      throws InterruptedException, ExecutionException {
    return secondsOfEach(items, () -> work);
  }

  /** The time that the threads take for all items; each thread makes its own worker. */
  private static <T> double secondsOfEach(List<T> items, Workers<T> workers)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<Future<Long>> sums =
          IntStream.range(0, THREADS)
              .mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            ToLongFunction<T> worker = workers.worker();
                            long sum = 0;
                            for (int i = thread; i < items.size(); i += THREADS) {
                              sum += worker.applyAsLong(items.get(i));
                            }
                            return sum;
                          }))
              .toList();
      for (Future<Long> sum : sums) {
        sum.get();
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      pool.shutdown();
    }
  }

  private interface Workers<T> {
    ToLongFunction<T> worker();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (Span span : SentenceSplitter.split(text, "en")) {
      sentences.add(
          text.substring(
              text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())));
    }
    return sentences;
  }

  private static ProposalFinder finder() throws IOException {
    return new ProposalFinder(
        ConfigFile.proposals(
            "proposals.yaml", Files.readString(Path.of("jobs", "proposals.yaml"))));
  }
}
