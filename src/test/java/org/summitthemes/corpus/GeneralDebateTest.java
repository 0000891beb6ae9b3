package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SharedData;

/** The archives of the UN General Debate with their preset, against the list of their speakers. */
class GeneralDebateTest {
  private static final Path PRESET = Path.of("jobs/presets/ungdc.yaml");

  @Test
  void everyFileOfTheArchivesIsASpeechOfItsCountryAndSessionOrSkipped() throws IOException {
    Path folder = SharedData.require("data/ungdc");
    CorpusConfig config =
        ConfigFile.pipeline("ungdc.yaml", Files.readString(PRESET), Map.of()).corpus();
    FileNamePattern fileNames = new FileNamePattern(config.fileNamePattern());

    List<Details> speeches = new ArrayList<>();
    Map<String, Integer> skipped = new TreeMap<>();
    for (Item item : items(config, folder)) {
      if (item instanceof Item.Document document) {
        speeches.add(fileNames.details(document.path()));
      } else if (item instanceof Item.Skipped file) {
        skipped.merge(file.rule().code(), 1, Integer::sum);
      } else {
        throw new AssertionError(item);
      }
    }

    assertThat(skipped).isEqualTo(Map.of("apple-double", 386, "ds-store", 1));
    assertThat(speeches).hasSize(10_952).allSatisfy(GeneralDebateTest::yearIsThatOfTheSession);
    assertThat(values(speeches, Field.COUNTRY)).hasSize(200);
    assertThat(values(speeches, Field.EVENT)).hasSize(79);
    Set<String> listed = listed(folder.resolve("speakers_by_session.csv"));
    Set<String> known = new HashSet<>(values(speeches, Field.ID));
    known.retainAll(listed);
    assertThat(known).as("speeches that the list of speakers also has").hasSizeGreaterThan(10_800);
  }

  /** The first session was in 1946, and each year has had one. */
  private static void yearIsThatOfTheSession(Details speech) {
    int session = Integer.parseInt(value(speech, Field.EVENT).replace("Session ", ""));
    int year = Integer.parseInt(value(speech, Field.YEAR));
    String country = value(speech, Field.COUNTRY);
    assertThat(year).isEqualTo(1945 + session);
    assertThat(value(speech, Field.ID)).isEqualTo("%s_%02d_%d".formatted(country, session, year));
    assertThat(country).matches(code -> code.equals("EU") || code.length() == 3);
  }

  private static List<Item> items(CorpusConfig config, Path folder) {
    List<Item> items = new ArrayList<>();
    for (String archive : GeneralDebate.ARCHIVES) {
      Iterator<Item> read =
          new Formats(config)
              .read(
                  Source.of("ungdc", archive),
                  () -> Files.newInputStream(folder.resolve(archive)),
                  "",
                  new byte[0]);
      read.forEachRemaining(item -> items.add(withoutText(item)));
    }
    return items;
  }

  private static Item withoutText(Item item) {
    return item instanceof Item.Document document
        ? new Item.Document(
            document.sourceUri(),
            document.path(),
            document.format(),
            "",
            null,
            document.details(),
            document.flags(),
            document.nBytes(),
            document.contentSha256())
        : item;
  }

  private static Set<String> values(List<Details> speeches, Field field) {
    return speeches.stream().map(speech -> value(speech, field)).collect(Collectors.toSet());
  }

  private static String value(Details speech, Field field) {
    return speech.text(field).orElseThrow();
  }

  /** The year, session and code of a row as the name of its file. */
  private static Set<String> listed(Path csv) throws IOException {
    try (var lines = Files.lines(csv)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 4))
          .filter(cells -> cells.length == 4 && cells[1].matches("\\d+"))
          .map(
              cells ->
                  "%s_%02d_%s".formatted(cells[2].strip(), Integer.valueOf(cells[1]), cells[0]))
          .collect(Collectors.toSet());
    }
  }
}
