package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SparkExtension;

/** Real speeches, each with altered copies of the kinds that news sites print. */
@ExtendWith(SparkExtension.class)
class NearDuplicatesTest {
  static final int SPEECHES = 100;
  private static final List<String> KINDS =
      List.of("whole", "dropped", "reordered", "reworded", "quoted", "third");

  @TempDir Path folder;

  @Test
  void alteredCopiesAreFoundAndNothingElse(SparkSession spark) throws IOException {
    Map<String, String> texts = withAlteredCopies(GeneralDebate.everyNth(9), SPEECHES);

    double f1 = f1(texts, originals(spark, folder, texts));

    System.out.printf("Near-duplicates: %d texts, pairwise F1 %.4f%n", texts.size(), f1);
    assertThat(f1).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aReportThatManyHavePrintedIsFoundThoughEachOfItsPhrasesIsCommon(SparkSession spark)
      throws IOException {
    Random random = new Random(5);
    String report = words(random, 400);
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      texts.put("site-%03d".formatted(i), report + " " + words(random, 5 + random.nextInt(40)));
    }
    texts.put("other", words(random, 300));

    Map<String, String> originals = originals(spark, folder, texts);

    assertThat(originals).hasSize(119).doesNotContainKey("other");
    assertThat(originals.values()).containsOnly(longest(texts));
  }

  /** Of the pairs of texts that share an original, against those that are copies of one speech. */
  static double f1(Map<String, String> texts, Map<String, String> originals) {
    double linked = pairs(texts, id -> originals.getOrDefault(id, id));
    double right = pairs(texts, id -> originals.getOrDefault(id, id) + " " + speech(id));
    double wanted = pairs(texts, NearDuplicatesTest::speech);
    return 2 * right / (linked + wanted);
  }

  static Map<String, String> withAlteredCopies(Map<String, String> speeches, int n) {
    List<String> ids = List.copyOf(speeches.keySet());
    List<String> fillers =
        ids.subList(n, ids.size()).stream()
            .flatMap(id -> sentences(speeches.get(id)).stream())
            .toList();
    Map<String, String> texts = new TreeMap<>();
    for (String id : ids.subList(0, n)) {
      Random random = new Random(id.hashCode());
      for (String kind : KINDS) {
        texts.put(id + "." + kind, altered(kind, speeches.get(id), fillers, random));
      }
    }
    return texts;
  }

  private static String altered(String kind, String speech, List<String> fillers, Random random) {
    List<String> sentences = sentences(speech);
    return switch (kind) {
      case "whole" -> speech;
      case "dropped" ->
          sentences.stream()
              .filter(sentence -> random.nextDouble() >= 0.3)
              .collect(Collectors.joining(" "));
      case "reordered" -> {
        Collections.shuffle(sentences, random);
        yield String.join(" ", sentences);
      }
      case "reworded" ->
          Arrays.stream(speech.split(" "))
              .map(word -> random.nextDouble() < 0.05 ? "otherword" + random.nextInt(500) : word)
              .collect(Collectors.joining(" "));
      case "quoted" ->
          filler(fillers, sentences.size() / 2, random)
              + " "
              + speech
              + " "
              + filler(fillers, sentences.size() / 2, random);
      case "third" -> speech.substring(0, speech.length() / 3);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String filler(List<String> sentences, int n, Random random) {
    return IntStream.range(0, n)
        .mapToObj(i -> sentences.get(random.nextInt(sentences.size())))
        .collect(Collectors.joining(" "));
  }

  private static List<String> sentences(String text) {
    return new ArrayList<>(List.of(text.split("(?<=[.!?])\\s+")));
  }

  /** Pairs of texts in one group. */
  private static double pairs(Map<String, String> texts, UnaryOperator<String> group) {
    return texts.keySet().stream()
        .collect(Collectors.groupingBy(group, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(n -> n * (n - 1) / 2.0)
        .sum();
  }

  private static String speech(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  private static String longest(Map<String, String> texts) {
    return texts.entrySet().stream()
        .max(Comparator.comparingInt(text -> text.getValue().length()))
        .orElseThrow()
        .getKey();
  }

  private static String words(Random random, int n) {
    return random.ints(n, 0, 5000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
  }

  /** The original of each copy, as the ingest of a file of these texts finds it. */
  static Map<String, String> originals(SparkSession spark, Path folder, Map<String, String> texts)
      throws IOException {
    Path file = Files.createDirectories(folder).resolve("texts.jsonl");
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      lines.add(mapper.writeValueAsString(Map.of("id", text.getKey(), "text", text.getValue())));
    }
    Files.write(file, lines);
    Map<String, String> originals = new TreeMap<>();
    try (var outputs =
        IngestJob.read(
            spark,
            List.of(file.toString()),
            CorpusConfig.defaults(),
            Gazetteers.shipped(),
            "000001-abc")) {
      assertThat(outputs.counts().speeches()).isEqualTo(texts.size());
      outputs
          .speeches()
          .where("duplicate_of is not null")
          .select("speech_id", "duplicate_of")
          .collectAsList()
          .forEach(row -> originals.put(row.getString(0), row.getString(1)));
    }
    return originals;
  }
}
