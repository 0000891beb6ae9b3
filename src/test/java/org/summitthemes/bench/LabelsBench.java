package org.summitthemes.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.support.Catalogs;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.text.SentenceSplitter;
import org.summitthemes.text.Span;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Teacher;
import org.summitthemes.theme.Unit;

/**
 * How many sentences of the UN General Debate two threads label in a second, once a student has
 * been taught by the same sentences, without vectors, which cost nothing then. Median of the
 * rounds.
 *
 * <p>{@code java -cp <test class path> org.summitthemes.bench.LabelsBench [every n-th speech]
 * [rounds]}
 */
public final class LabelsBench {
  private static final int THREADS = 2;

  private LabelsBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int every = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    List<List<Unit>> speeches =
        GeneralDebate.everyNth(every).values().stream().map(LabelsBench::units).toList();
    Catalog catalog = Catalog.of(Catalogs.shipped("themes.yaml"));
    Teacher teacher = new Teacher(catalog, Catalog.of(Catalogs.shipped("themes-wide.yaml")));
    long start = System.nanoTime();
    Student student = student(speeches, teacher);
    double teaching = (System.nanoTime() - start) / 1e9;
    Labeller labeller =
        new Labeller(catalog, teacher.background(), student, LabelConfig.defaults());
    double[] seconds = new double[rounds];
    for (int round = -2; round < rounds; round++) {
      double taken = seconds(speeches, labeller);
      if (round >= 0) {
        seconds[round] = taken;
      }
    }
    Arrays.sort(seconds);
    long sentences = speeches.stream().mapToLong(List::size).sum();
    System.out.printf(
        Locale.ROOT,
        "%d speeches, %d sentences, %d threads: taught in %.1f s, %.0f labels/s%n",
        speeches.size(),
        sentences,
        THREADS,
        teaching,
        sentences / seconds[rounds / 2]);
  }

  private static Student student(List<List<Unit>> speeches, Teacher teacher) {
    Set<Unit> units = new LinkedHashSet<>();
    speeches.forEach(units::addAll);
    List<Lesson> lessons = new ArrayList<>();
    units.forEach(unit -> teacher.lesson(unit).ifPresent(lessons::add));
    return teacher.teach(lessons).orElseThrow();
  }

  private static double seconds(List<List<Unit>> speeches, Labeller labeller)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<Future<Integer>> hashes =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> pool.submit(() -> hash(thread, speeches, labeller)))
              .toList();
      for (Future<Integer> hash : hashes) {
        hash.get();
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      pool.shutdown();
    }
  }

  /** So that no label is left out as unused. */
  private static int hash(int thread, List<List<Unit>> speeches, Labeller labeller) {
    int hash = 0;
    for (int i = thread; i < speeches.size(); i += THREADS) {
      hash += labeller.labels(speeches.get(i)).hashCode();
    }
    return hash;
  }

  private static List<Unit> units(String text) {
    List<Unit> units = new ArrayList<>();
    for (Span span : SentenceSplitter.split(text, "en")) {
      units.add(
          new Unit(
              text.substring(
                  text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())),
              "en"));
    }
    return units;
  }
}
