package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.UserException;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

@ExtendWith(SparkExtension.class)
class IngestJobTest {
  private static final OrganizationsConfig ORGANIZATIONS =
      Gazetteers.parse(
          """
          organizations:
            - id: SCO
              name: Shanghai Cooperation Organization
              kind: security
              aliases: [SCO, ШОС]
              members:
                - {country: KAZ, from: 2001-06-15}
                - {country: IND, from: 2005-07-05, to: 2017-06-08, role: observer}
            - {id: UN, name: United Nations, kind: universal, aliases: [UN]}
          """);

  @TempDir Path folder;

  @Test
  void everyInputIsASpeechOrRejectedOrSkipped(SparkSession spark) throws IOException {
    write(
        "a/one.txt", "Address at the SCO summit today\n\n" + words(40, "one") + ". The UN helped.");
    write("a/lines.jsonl", "{\"id\": \"x\", \"text\": \"" + words(30, "two") + "\"}\nbroken\n");
    write("a/short.md", "Too short.");
    write("a/one.txt.meta.json", "{\"place\": \"Astana\"}");
    write("a/.DS_Store", "x");
    write("b/photo.jpg", "x");

    try (var outputs = read(spark, folder)) {
      assertThat(outputs.counts()).isEqualTo(new IngestJob.Counts(7, 2, 3, 2));
      assertThat(outputs.skipped()).isEqualTo(Map.of("side-car", 1L, "ds-store", 1L));
      assertThat(speeches(outputs))
          .extracting(Speech::sourceUri, Speech::organizationId, Speech::place, Speech::firstRunId)
          .containsExactly(
              tuple("corpus/a/lines.jsonl#1", null, null, "000001-abc"),
              tuple("corpus/a/one.txt", "SCO", "Astana", "000001-abc"));
      assertThat(Records.list(outputs.rejected().orderBy("source_uri"), FactRejectedInput.class))
          .extracting(FactRejectedInput::sourceUri, FactRejectedInput::reasonCode)
          .containsExactly(
              tuple("corpus/a/lines.jsonl#2", "bad_json"),
              tuple("corpus/a/short.md", "too_short"),
              tuple("corpus/b/photo.jpg", "unsupported_format"));
      assertThat(Records.list(outputs.mentions().orderBy("organization_id"), FactMention.class))
          .extracting(FactMention::organizationId, FactMention::role, FactMention::firstOffset)
          .containsExactly(tuple("SCO", "venue", null), tuple("UN", "mentioned", 244));
    }
  }

  @Test
  void schemasAreThoseOfTheRecords(SparkSession spark) throws IOException {
    write("one.txt", words(40, "one"));

    try (var outputs = read(spark, folder)) {
      assertThat(outputs.speeches().columns()).containsExactly(names(Speech.class));
      assertThat(outputs.mentions().columns()).containsExactly(names(FactMention.class));
      assertThat(outputs.rejected().columns()).containsExactly(names(FactRejectedInput.class));
    }
  }

  @Test
  void anEmptyFolderGivesEmptyTables(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("corpus"));

    try (var outputs = read(spark, folder)) {
      assertThat(outputs.counts()).isEqualTo(new IngestJob.Counts(0, 0, 0, 0));
      assertThat(outputs.speeches().count()).isZero();
    }
  }

  @Test
  void copiesPointToTheMostCompleteOne(SparkSession spark) throws IOException {
    String text = words(200, "w");
    write("full.jsonl", "{\"id\": \"full\", \"text\": \"" + text + " and some more at the end\"}");
    write(
        "same.jsonl", "{\"id\": \"same\", \"text\": \"" + text + " And some more, at the end.\"}");
    write("part.jsonl", "{\"id\": \"part\", \"text\": \"" + text.substring(0, 500) + "\"}");
    write("other.jsonl", "{\"id\": \"other\", \"text\": \"" + words(200, "v") + "\"}");

    try (var outputs = read(spark, folder)) {
      assertThat(speeches(outputs))
          .extracting(Speech::speechId, Speech::duplicateOf)
          .containsExactlyInAnyOrder(
              tuple("same", null),
              tuple("full", "same"),
              tuple("part", "same"),
              tuple("other", null));
    }
  }

  @Test
  void inputsThatClaimOneKeyAreToldApart(SparkSession spark) throws IOException {
    write("a.txt", "A title of the day\n\n" + words(40, "w") + ".");
    write("b/a.txt", "A title of the day\n\n" + words(40, "w") + ".");
    write("x1.jsonl", "{\"id\": \"x\", \"text\": \"" + words(30, "one") + "\"}");
    write("x2.jsonl", "{\"id\": \"x\", \"text\": \"" + words(30, "two") + "\"}");

    try (var outputs = read(spark, folder)) {
      List<Speech> speeches = speeches(outputs);
      String first = speeches.get(0).speechId();
      assertThat(first).matches("a-title-of-the-day-[0-9a-f]{8}");
      assertThat(speeches.get(1))
          .extracting(Speech::speechId, Speech::duplicateOf)
          .containsExactly(first + "~2", first);
      assertThat(speeches.subList(2, 4))
          .extracting(Speech::speechId)
          .doesNotHaveDuplicates()
          .allMatch(id -> id.matches("x-[0-9a-f]{8}"));
    }
  }

  @Test
  void partitionsOrderAndNamesOfFilesChangeNoRow(SparkSession spark) throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 14; i++) {
      int from = random.nextInt(60);
      write(
          "f" + i + ".txt",
          "Message to the UN and the SCO today\n\n" + words(from, from + 120, "w"));
    }
    write("l.jsonl", "{\"id\": \"l\", \"text\": \"" + words(50, 160, "w") + "\"}\n".repeat(3));

    List<InputFile> files = files(spark, folder);
    List<Speech> one = speeches(spark, files, 1);
    Collections.shuffle(files, random);

    assertThat(speeches(spark, files, 7)).isEqualTo(one);
    assertThat(one).anyMatch(speech -> speech.duplicateOf() != null);

    for (int i = 0; i < 14; i++) {
      Files.move(corpus().resolve("f" + i + ".txt"), corpus().resolve("g" + (13 - i) + ".txt"));
    }
    assertThat(speeches(spark, files(spark, folder), 3))
        .extracting(Speech::speechId, Speech::text, Speech::title)
        .containsExactlyInAnyOrderElementsOf(
            one.stream().map(s -> tuple(s.speechId(), s.text(), s.title())).toList());
  }

  @Test
  void corporaOfOneNameFilesAndGlobsGiveUniqueUris(SparkSession spark) throws IOException {
    write("a.txt", words(30, "a"));
    write("b.txt", words(30, "b"));
    Path second = folder.resolve("elsewhere/corpus");
    Files.createDirectories(second);
    Files.writeString(second.resolve("a.txt"), words(30, "c"));
    var lister = new InputFiles(spark.sessionState().newHadoopConf());

    assertThat(uris(lister.list(List.of(second.toString(), corpus().toString(), corpus() + "/"))))
        .containsExactlyInAnyOrder("corpus/a.txt", "corpus/b.txt", "corpus~2/a.txt");
    assertThat(uris(lister.list(List.of(corpus().resolve("a.txt").toString()))))
        .containsExactly("a.txt");
    assertThat(uris(lister.list(List.of(folder + "/*/b.*"))))
        .containsExactly(folder.getFileName() + "/corpus/b.txt");
  }

  @Test
  void aLoopOfLinksEnds(SparkSession spark) throws IOException {
    write("a.txt", words(30, "a"));
    Files.createSymbolicLink(corpus().resolve("loop"), corpus());

    assertThat(uris(files(spark, folder))).contains("corpus/a.txt").hasSizeLessThan(100);
  }

  @Test
  void aMissingCorpusIsTheUsersToMend(SparkSession spark) {
    assertThatThrownBy(() -> read(spark, folder.resolve("nowhere")))
        .isInstanceOf(UserException.class)
        .hasMessage("Corpus " + folder.resolve("nowhere/corpus") + ": no such file or folder");
  }

  @Test
  void theGazetteerBecomesTables() {
    assertThat(Organizations.dimension(ORGANIZATIONS))
        .containsExactly(
            new DimOrganization("SCO", "Shanghai Cooperation Organization", "security", "SCO|ШОС"),
            new DimOrganization("UN", "United Nations", "universal", "UN"));
    assertThat(Organizations.memberships(ORGANIZATIONS))
        .extracting(BridgeMembership::countryId, BridgeMembership::role)
        .containsExactly(tuple("IND", "observer"), tuple("KAZ", "member"));
  }

  private static IngestJob.Outputs read(SparkSession spark, Path folder) {
    return IngestJob.read(
        spark,
        List.of(folder.resolve("corpus").toString()),
        CorpusConfig.defaults(),
        ORGANIZATIONS,
        "000001-abc");
  }

  private static List<Speech> speeches(SparkSession spark, List<InputFile> files, int slices) {
    try (var outputs =
        IngestJob.read(spark, files, slices, CorpusConfig.defaults(), ORGANIZATIONS, "r")) {
      return speeches(outputs);
    }
  }

  private static List<Speech> speeches(IngestJob.Outputs outputs) {
    return Records.list(outputs.speeches().orderBy("source_uri"), Speech.class);
  }

  private static List<InputFile> files(SparkSession spark, Path folder) {
    return new ArrayList<>(
        new InputFiles(spark.sessionState().newHadoopConf())
            .list(List.of(folder.resolve("corpus").toString())));
  }

  private static List<String> uris(List<InputFile> files) {
    return files.stream().map(file -> file.source().uri()).toList();
  }

  private static String[] names(Class<? extends Record> type) {
    return Records.columnNames(type).toArray(String[]::new);
  }

  private Path corpus() {
    return folder.resolve("corpus");
  }

  private void write(String name, String text) throws IOException {
    Path file = corpus().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String words(int n, String stem) {
    return words(0, n, stem);
  }

  private static String words(int from, int to, String stem) {
    return IntStream.range(from, to)
        .mapToObj(i -> stem + i)
        .collect(Collectors.joining(" ", "We heard ", ""));
  }
}
