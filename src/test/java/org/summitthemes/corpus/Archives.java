package org.summitthemes.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.SharedData;
import org.summitthemes.table.Speech;

/** Reads whole archives with the shipped gazetteer, and references to compare them with. */
final class Archives {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Organizations under other names than the gazetteer's; two of them can share a name. */
  private static final Map<String, Set<String>> SAME =
      Map.of(
          "WorldBank/IMF", Set.of("WB", "IMF"),
          "CoE", Set.of("COE"),
          "Caspian", Set.of("CASPIAN"),
          "Quad", Set.of("QUAD"),
          "C5+1", Set.of("C5PLUS1"));

  private Archives() {}

  /** The corpus settings of a shipped preset. */
  static CorpusConfig preset(String name) {
    Path file = Path.of("jobs/presets", name + ".yaml");
    try {
      return ConfigFile.pipeline(name, Files.readString(file), Map.of()).corpus();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The archive's speeches by key; anything but a speech fails the test. */
  static Map<String, Speech> speeches(String path, CorpusConfig config) {
    Map<String, Speech> speeches = new HashMap<>();
    for (Outcome outcome : read(path, config)) {
      if (!(outcome instanceof ReadSpeech read)) {
        throw new AssertionError(outcome);
      }
      speeches.put(read.speech().speechId(), read.speech());
    }
    return speeches;
  }

  static List<Outcome> read(String path, CorpusConfig config) {
    Path archive = SharedData.require(path);
    List<Outcome> outcomes = new ArrayList<>();
    new SpeechReader(config, Gazetteers.shipped())
        .read(
            Source.of("", archive.getFileName().toString()),
            () -> Files.newInputStream(archive),
            "",
            new byte[0])
        .forEachRemaining(outcomes::add);
    return outcomes;
  }

  static List<JsonNode> jsonLines(String path) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> objects = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.require(path)))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        objects.add(mapper.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return objects;
  }

  /** Whether the speech was given at the organization that the reference names. */
  static boolean isVenueRight(JsonNode item, Speech speech) {
    String expected = item.get("organization").asText();
    String venue = speech.organizationId();
    return venue != null && SAME.getOrDefault(expected, Set.of(expected)).contains(venue);
  }

  static boolean isDateRight(JsonNode item, Speech speech) {
    return item.get("date").asText().equals(String.valueOf(speech.eventDate()));
  }

  static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  static double share(List<JsonNode> items, Predicate<JsonNode> right) {
    return (double) items.stream().filter(right).count() / items.size();
  }

  /** Words that only one text has, in order, as a share of the reference's words. */
  static double difference(String text, String reference) {
    List<String> a = words(text);
    List<String> b = words(reference);
    return (double) (a.size() + b.size() - 2 * common(a, b)) / Math.max(1, b.size());
  }

  /** Length of the longest common subsequence. */
  private static int common(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String word : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int above = row[j];
        row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> word.group()).toList();
  }
}
