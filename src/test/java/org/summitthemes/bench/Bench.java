package org.summitthemes.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.config.FitConfig;
import org.summitthemes.job.VocabularyJob;
import org.summitthemes.store.Warehouse;
import org.summitthemes.support.Cluster;
import org.summitthemes.support.GeneratedCorpus;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.Speech;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Fits the same tokens with our sampler, MALLET and MLlib, each fit in a process of its own, the
 * contenders taking turns, and prints medians and ratios.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench {
  private static final String RESULT = "RESULT ";

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Command(
      description = "Encodes the passages of an output folder of which ingest and prepare ran.")
  int corpus(
      @Option(names = "--out", required = true) String out,
      @Option(names = "--from", defaultValue = "0", description = "First year.") int from,
      @Option(names = "--bench", required = true) Path folder)
      throws IOException {
    try (SparkSession spark = session()) {
      Warehouse warehouse = Warehouse.at(spark, out);
      Dataset<Row> speeches =
          warehouse
              .inForce(Speech.class, "ingest")
              .where(col("duplicate_of").isNull().and(year(col("event_date")).geq(from)))
              .select("speech_id");
      Dataset<Row> sentences =
          warehouse.inForce(Sentence.class, "prepare").join(broadcast(speeches), "speech_id");
      long start = System.nanoTime();
      VocabularyJob.Learned learned = VocabularyJob.learn(sentences, FitConfig.defaults());
      System.out.printf(
          "%d passages, %d phrases, %d terms: learned and encoded in %.1f s%n",
          learned.passages().count(),
          learned.phrases().list().size(),
          learned.vocabulary().size(),
          (System.nanoTime() - start) / 1e9);
      new BenchCorpus(folder)
          .write(
              learned
                  .passages()
                  .select(
                      concat(col("speech_id"), lit("#"), col("passage_no")).as("id"),
                      col("term_ids").as("tokens")),
              learned.vocabulary().size());
    }
    return 0;
  }

  @Command(description = "Generates a corpus from known topics.")
  int generate(
      @Option(names = "--topics", defaultValue = "20") int topics,
      @Option(names = "--terms", defaultValue = "5000") int terms,
      @Option(names = "--documents", defaultValue = "20000") int documents,
      @Option(names = "--length", defaultValue = "60") int length,
      @Option(names = "--bench", required = true) Path folder)
      throws IOException {
    try (SparkSession spark = session()) {
      new BenchCorpus(folder)
          .write(
              spark,
              GeneratedCorpus.of(
                  terms, GeneratedCorpus.symmetric(topics, 3.0 / topics), documents, length, 1),
              terms);
    }
    return 0;
  }

  @Command(description = "Fits once and prints the numbers in one line.")
  int measure(@Parameters List<String> task) throws IOException {
    System.out.println(RESULT + Measurement.of(Task.parse(task)).line());
    return 0;
  }

  @Command(description = "Measures the contenders in turn and prints the table of medians.")
  int compare(
      @Option(names = "--bench", required = true) Path folder,
      @Option(names = "--contenders", split = ",", defaultValue = "OURS,MALLET")
          List<Contender> contenders,
      @Option(names = "--topics", split = ",", defaultValue = "20") List<Integer> topics,
      @Option(names = "--threads", split = ",", defaultValue = "2") List<Integer> threads,
      @Option(names = "--sweeps", split = ",", defaultValue = "200") List<Integer> sweeps,
      @Option(names = "--repeats", defaultValue = "1", description = "Seeds 1, 2, ...") int repeats,
      @Option(names = "--memory", defaultValue = "4g") String memory)
      throws IOException, InterruptedException {
    Map<Map.Entry<Contender, List<Integer>>, List<Measurement>> groups = new LinkedHashMap<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      for (int k : topics) {
        for (int n : sweeps) {
          for (int t : threads) {
            for (Contender contender : contenders) {
              Task task = new Task(folder, contender, k, t, n, repeat);
              Measurement measured = inProcess(task, memory);
              System.err.println(task.arguments() + " " + measured.row());
              groups.computeIfAbsent(task.group(), group -> new ArrayList<>()).add(measured);
            }
          }
        }
      }
    }
    print(groups);
    return 0;
  }

  private static Measurement inProcess(Task task, String memory)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Cluster.java()));
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.startsWith("-Xm"))
            .toList());
    command.addAll(List.of("-Xmx" + memory, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Bench.class.getName(), "measure"));
    command.addAll(task.arguments());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String result = "";
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        result = line.startsWith(RESULT) ? line.substring(RESULT.length()) : result;
      }
    }
    if (process.waitFor() != 0 || result.isEmpty()) {
      throw new IllegalStateException("Failed: " + command);
    }

    return Measurement.parse(result);
  }

  private static void print(Map<Map.Entry<Contender, List<Integer>>, List<Measurement>> groups) {
    System.out.println(
        "contender    |   K | threads | sweeps | n |        s |    cpu s | process  |      MB | Mtok·sw/s"
            + " | perplexity |  NPMI  | JSD    | times the first (s, cpu s)");
    Map<List<Integer>, Measurement> first = new LinkedHashMap<>();
    groups.forEach(
        (group, repeats) -> {
          Measurement median = Measurement.median(repeats);
          List<Integer> numbers = group.getValue();
          Measurement reference = first.computeIfAbsent(numbers, k -> median);
          System.out.printf(
              "%-12s | %3d | %7d | %6d | %d | %s | %.2f %.2f%n",
              group.getKey(),
              numbers.get(0),
              numbers.get(1),
              numbers.get(2),
              repeats.size(),
              median.row(),
              median.seconds() / reference.seconds(),
              median.cpuSeconds() / reference.cpuSeconds());
        });
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 4)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", true)
        .getOrCreate();
  }
}
