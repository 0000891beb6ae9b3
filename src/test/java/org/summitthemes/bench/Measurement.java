package org.summitthemes.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.summitthemes.bench.BenchCorpus.Document;
import org.summitthemes.topic.Cooccurrences;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.DocumentCompletion;
import org.summitthemes.topic.TopicAlignment;
import org.summitthemes.topic.TopicDiagnostics;
import org.summitthemes.topic.TopicModel;

/**
 * What one fit cost and what it is worth. All contenders are judged by the same code: perplexity by
 * document completion of the held-out documents, and NPMI of the top ten terms of each topic over
 * the documents of the fit.
 *
 * @param seconds of the fit
 * @param cpuSeconds processor time of the fit, all threads together
 * @param processSeconds from the start of the process to the end of the fit
 * @param megabytes largest resident set of the process until then; NaN where the system tells none
 * @param throughput million tokens × sweeps per second of the fit
 * @param divergence mean Jensen-Shannon divergence in bits from the topics that the corpus was
 *     generated from; NaN for real texts
 */
record Measurement(
    double seconds,
    double cpuSeconds,
    double processSeconds,
    double megabytes,
    double throughput,
    double perplexity,
    double npmi,
    double divergence) {
  private static final int NUMBERS = 8;
  private static final int TOP_TERMS = 10;
  private static final Path STATUS = Path.of("/proc/self/status");

  static Measurement of(Task task) throws IOException {
    Fitted fitted = task.contender().fit(task);
    double process = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    double megabytes = peakMegabytes();
    var corpus = new BenchCorpus(task.corpus());
    DocumentBlock block = corpus.block(BenchCorpus.TRAIN);
    return new Measurement(
        fitted.seconds(),
        fitted.cpuSeconds(),
        process,
        megabytes,
        block.tokenCount() / 1e6 * task.sweeps() / fitted.seconds(),
        perplexity(fitted.model(), corpus.documents(BenchCorpus.HELD_OUT)),
        npmi(fitted.model(), block),
        divergence(fitted.model(), corpus.truth()));
  }

  private static double perplexity(TopicModel model, List<Document> heldOut) {
    var completion = new DocumentCompletion(model);
    double sum = 0;
    long tokens = 0;
    for (Document document : heldOut) {
      sum += completion.logProbability(document.id(), document.tokens());
      tokens += DocumentCompletion.scoredTokens(document.tokens().length);
    }
    return DocumentCompletion.perplexity(sum, tokens);
  }

  private static double npmi(TopicModel model, DocumentBlock block) {
    var counts = new Cooccurrences(TopicDiagnostics.topTerms(model, TOP_TERMS)).add(block);
    return IntStream.range(0, model.topics()).mapToDouble(counts::npmi).average().orElseThrow();
  }

  private static double divergence(TopicModel model, double[][] truth) {
    return truth.length == model.topics()
        ? new TopicAlignment(truth, model.weights()).meanDivergence()
        : Double.NaN;
  }

  private static double peakMegabytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return Double.NaN;
    }

    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** All numbers in one line. */
  String line() {
    return String.join(
        " ", IntStream.range(0, NUMBERS).mapToObj(i -> Double.toString(at(i))).toList());
  }

  static Measurement parse(String line) {
    String[] parts = line.split(" ");
    double[] n = java.util.Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
    return new Measurement(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  /** Each number's median. */
  static Measurement median(List<Measurement> repeats) {
    double[] n = IntStream.range(0, NUMBERS).mapToDouble(i -> median(repeats, i)).toArray();
    return new Measurement(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  private static double median(List<Measurement> repeats, int i) {
    double[] sorted = repeats.stream().mapToDouble(m -> m.at(i)).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double at(int i) {
    return switch (i) {
      case 0 -> seconds;
      case 1 -> cpuSeconds;
      case 2 -> processSeconds;
      case 3 -> megabytes;
      case 4 -> throughput;
      case 5 -> perplexity;
      case 6 -> npmi;
      default -> divergence;
    };
  }

  /** The columns of the table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "%8.1f | %8.1f | %8.1f | %7.0f | %8.2f | %10.1f | %6.4f | %6.4f",
        seconds,
        cpuSeconds,
        processSeconds,
        megabytes,
        throughput,
        perplexity,
        npmi,
        divergence);
  }
}
