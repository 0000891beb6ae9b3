package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.CorpusConfig;

/** CSV, JSON and Parquet: rows as speeches. */
class TableReadersTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void aRowOfCsvIsASpeechWhateverStandsBetweenTheCells(String separator) {
    String table =
        String.join(separator, "id", "speaker", "Event Date", "text")
            + "\r\n"
            + String.join(
                separator, "a", "Aru Saparova", "2020-05-06", "\"One, \"\"two\"\"\nlines\"")
            + "\r\n"
            + String.join(separator, "b", "", "", "Other words")
            + "\r\n";

    assertThat(read("t.csv", table))
        .extracting(
            Item::sourceUri,
            TableReadersTest::text,
            i -> detail(i, Field.DATE),
            i -> detail(i, Field.SPEAKER))
        .containsExactly(
            tuple("c/t.csv#2", "One, \"two\"\nlines", "2020-05-06", "Aru Saparova"),
            tuple("c/t.csv#3", "Other words", null, null));
  }

  @Test
  void badRowsAreRejectedWithTheirNumbersAndTheOthersLoad() {
    List<Item> items = read("t.csv", "id,text\na,One\nb,Two,three\n\nc,\nd,Four\n");

    assertThat(items)
        .extracting(Item::sourceUri, TableReadersTest::outcome)
        .containsExactly(
            tuple("c/t.csv#2", "One"),
            tuple("c/t.csv#3", Reason.BAD_ROW),
            tuple("c/t.csv#5", Reason.NO_TEXT),
            tuple("c/t.csv#6", "Four"));
  }

  @Test
  void aTableWithoutATextColumnIsRejectedAndNamesItsColumns() {
    assertThat(read("t.csv", "id,words\na,One\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Rejected.class,
            item -> {
              assertThat(item.reason()).isEqualTo(Reason.NO_TEXT);
              assertThat(item.detail()).contains("corpus.columns.text").contains("id, words");
            });
  }

  @Test
  void theConfigurationNamesColumnsThatAreCalledOtherwise() {
    String table = "Nr,Redner,Rede,Tag\n7,Aru Saparova,Some words,2020-05-06\n";

    assertThat(read(columns("{id: nr, speaker: Redner, text: Rede, date: Tag}"), "t.csv", table))
        .extracting(
            TableReadersTest::text,
            i -> detail(i, Field.ID),
            i -> detail(i, Field.SPEAKER),
            i -> detail(i, Field.DATE))
        .containsExactly(tuple("Some words", "7", "Aru Saparova", "2020-05-06"));
    assertThat(
            read(
                columns("{text: Rede}"), "t.jsonl", "{\"rede\": \"Some words\", \"text\": \"no\"}"))
        .extracting(TableReadersTest::text)
        .containsExactly("Some words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1251"})
  void theEncodingOfATableIsFound(String charset) {
    String table = "id,text\na,Уважаемые коллеги и дорогие друзья\n";

    assertThat(read(CorpusConfig.defaults(), "t.csv", table.getBytes(Charset.forName(charset))))
        .extracting(TableReadersTest::text)
        .containsExactly("Уважаемые коллеги и дорогие друзья");
  }

  @Test
  void aRowInAnotherEncodingIsRejectedAlone() {
    String start = "id,text\n" + "a,Words in ASCII only\n".repeat(20_000);
    byte[] table = (start + "b,caf\u00E9\nc,More\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read(CorpusConfig.defaults(), "t.csv", table))
        .hasSize(20_002)
        .filteredOn(Item.Rejected.class::isInstance)
        .extracting(Item::sourceUri, TableReadersTest::outcome)
        .containsExactly(tuple("c/t.csv#20002", Reason.BAD_ENCODING));
  }

  @Test
  void jsonIsOneObjectOrAnArray() {
    assertThat(read("t.json", "{\"id\": 7, \"text\": \"One\", \"date\": \"2020\"}"))
        .extracting(Item::sourceUri, TableReadersTest::text, i -> detail(i, Field.ID))
        .containsExactly(tuple("c/t.json", "One", "7"));
    assertThat(read("t.json", "[{\"text\": \"One\"}, 5, {\"title\": \"x\"}, {\"text\": \"Two\"}]"))
        .extracting(Item::sourceUri, TableReadersTest::outcome)
        .containsExactly(
            tuple("c/t.json#1", "One"),
            tuple("c/t.json#2", Reason.BAD_JSON),
            tuple("c/t.json#3", Reason.NO_TEXT),
            tuple("c/t.json#4", "Two"));
  }

  @Test
  void objectsOneAfterAnotherAreElements() {
    assertThat(read("t.json", "{\"text\": \"One\"}\n{\"text\": \"Two\"}\n"))
        .extracting(Item::sourceUri, TableReadersTest::outcome)
        .containsExactly(tuple("c/t.json", "One"), tuple("c/t.json#2", "Two"));
  }

  @Test
  void brokenJsonKeepsWhatStoodBefore() {
    assertThat(read("t.json", "[{\"text\": \"One\"}, {\"text\": \"Tw"))
        .extracting(TableReadersTest::outcome)
        .containsExactly("One", Reason.BAD_JSON);
    assertThat(read("t.json", "[".repeat(100_000)))
        .extracting(TableReadersTest::outcome)
        .containsExactly(Reason.BAD_JSON);
  }

  @Test
  void rowsOfParquetAreSpeeches(@TempDir Path folder) throws IOException {
    byte[] table = parquet(folder.resolve("t.parquet"));

    assertThat(read(CorpusConfig.defaults(), "t.parquet", table))
        .extracting(
            Item::sourceUri,
            TableReadersTest::outcome,
            i -> detail(i, Field.DATE),
            i -> detail(i, Field.YEAR))
        .containsExactly(
            tuple("c/t.parquet#1", "One", "2020-05-06", "2020"),
            tuple("c/t.parquet#2", Reason.EMPTY, null, null));
  }

  @Test
  void brokenParquetIsDamaged(@TempDir Path folder) throws IOException {
    byte[] table = parquet(folder.resolve("t.parquet"));
    for (int at = 0; at < table.length; at += 7) {
      byte[] broken = table.clone();
      broken[at] = (byte) (broken[at] ^ 0x5A);
      assertThat(read(CorpusConfig.defaults(), "t.parquet", broken)).isNotEmpty();
    }

    assertThat(
            read(CorpusConfig.defaults(), "t.parquet", "no table".getBytes(StandardCharsets.UTF_8)))
        .extracting(TableReadersTest::outcome)
        .containsExactly(Reason.DAMAGED);
  }

  private static byte[] parquet(Path file) throws IOException {
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message t { optional binary text (STRING); optional int32 date (DATE); optional int64 year;"
                + " repeated binary tags (STRING); }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(type).build()) {
      SimpleGroupFactory groups = new SimpleGroupFactory(type);
      writer.write(
          groups
              .newGroup()
              .append("text", "One")
              .append("date", 18_388)
              .append("year", 2020L)
              .append("tags", "x"));
      writer.write(groups.newGroup());
    }
    return Files.readAllBytes(file);
  }

  private static CorpusConfig columns(String yaml) {
    return ConfigFile.pipeline("test", "corpus: {columns: " + yaml + "}", java.util.Map.of())
        .corpus();
  }

  private static List<Item> read(String name, String content) {
    return read(CorpusConfig.defaults(), name, content);
  }

  private static List<Item> read(CorpusConfig config, String name, String content) {
    return read(config, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Item> read(CorpusConfig config, String name, byte[] content) {
    List<Item> items = new ArrayList<>();
    new Formats(config)
        .read(Source.of("c", name), () -> new ByteArrayInputStream(content), "", new byte[0])
        .forEachRemaining(items::add);
    return items;
  }

  private static Object outcome(Item item) {
    return item instanceof Item.Rejected rejected ? rejected.reason() : text(item);
  }

  private static String text(Item item) {
    return item instanceof Item.Document document ? document.text() : item.toString();
  }

  private static String detail(Item item, Field field) {
    return item instanceof Item.Document document
        ? document.details().text(field).orElse(null)
        : null;
  }
}
