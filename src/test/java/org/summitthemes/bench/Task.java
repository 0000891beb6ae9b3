package org.summitthemes.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One fit to be measured, in a process of its own.
 *
 * @param corpus folder of a {@link BenchCorpus}
 * @param sweeps sweeps over the corpus; iterations of EM; passes of online LDA
 */
record Task(Path corpus, Contender contender, int topics, int threads, int sweeps, long seed) {
  /** The arguments that {@link #parse} understands. */
  List<String> arguments() {
    return List.of(
        corpus.toString(),
        contender.name(),
        Integer.toString(topics),
        Integer.toString(threads),
        Integer.toString(sweeps),
        Long.toString(seed));
  }

  static Task parse(List<String> arguments) {
    return new Task(
        Path.of(arguments.get(0)),
        Contender.valueOf(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Integer.parseInt(arguments.get(3)),
        Integer.parseInt(arguments.get(4)),
        Long.parseLong(arguments.get(5)));
  }

  /** What is the same for repeats. */
  Map.Entry<Contender, List<Integer>> group() {
    return Map.entry(contender, List.of(topics, threads, sweeps));
  }
}
