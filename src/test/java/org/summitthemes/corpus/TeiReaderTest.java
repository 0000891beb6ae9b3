package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.table.Speech;

class TeiReaderTest {
  private static final String HEADER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>
      <fileDesc><titleStmt><title type="main">Debates, Session 7 [Sample]</title></titleStmt>
      <publicationStmt><date when="2021-04-01"/></publicationStmt>
      <sourceDesc><bibl><date when="2020-06-16"/></bibl></sourceDesc></fileDesc>
      <profileDesc><settingDesc><setting><name type="city">Ankara</name>
      <name type="country" key="TR">Turkey</name><date when="2020-06-17"/></setting></settingDesc>
      <particDesc><listPerson><person xml:id="P1"><persName><forename>Aru</forename>
      <surname>Saparova</surname></persName></person></listPerson></particDesc></profileDesc>
      </teiHeader>""";

  @TempDir Path folder;

  @Test
  void eachUtteranceIsASpeechWithoutTheTranscribersNotes() {
    List<Item> items =
        read(
            HEADER
                + """
                <text><body><div><note>The sitting opens.</note>
                <u who="#P1" ana="#chair" xml:id="u1"><seg>One <note>applause</note> thing.</seg>
                <seg>Another
                thing.</seg></u>
                <u who="#Ayhan.Erel" ana="#regular #x" xml:id="u2"><seg><w>No</w><pc join="right">(</pc>
                <w join="right">w</w> <pc>)</pc></seg></u>
                <u who="#u17"><vocal><desc>laughs</desc></vocal></u></div></body></text></TEI>""");

    assertThat(items)
        .extracting(Item::sourceUri, TeiReaderTest::outcome)
        .containsExactly(
            tuple("c/t.xml#1", "One thing.\n\nAnother thing."),
            tuple("c/t.xml#2", "No(w)"),
            tuple("c/t.xml#3", Reason.EMPTY));
    assertThat(items.get(0))
        .extracting(
            i -> detail(i, Field.ID),
            i -> detail(i, Field.SPEAKER),
            i -> detail(i, Field.KIND),
            i -> detail(i, Field.DATE),
            i -> detail(i, Field.PLACE),
            i -> detail(i, Field.COUNTRY),
            i -> detail(i, Field.LANGUAGE),
            i -> detail(i, Field.EVENT))
        .containsExactly(
            "u1",
            "Aru Saparova",
            "chair",
            "2020-06-17",
            "Ankara",
            "TR",
            "en",
            "Debates, Session 7");
    assertThat(detail(items.get(1), Field.SPEAKER)).isEqualTo("Ayhan Erel");
  }

  @Test
  void aTextWithoutUtterancesIsOneSpeech() {
    assertThat(read(HEADER + "<text><body><p>One.</p><p>Two.</p></body></text></TEI>"))
        .extracting(TeiReaderTest::outcome)
        .containsExactly("One.\n\nTwo.");
  }

  @Test
  void documentsOfACorpusDoNotInheritFromOneAnother() {
    String bare = "<TEI><teiHeader/><text><p>Two.</p></text></TEI>";

    assertThat(
            read("<teiCorpus>" + HEADER + "<text><p>One.</p></text></TEI>" + bare + "</teiCorpus>"))
        .extracting(TeiReaderTest::outcome, i -> detail(i, Field.DATE))
        .containsExactly(tuple("One.", "2020-06-17"), tuple("Two.", null));
  }

  @Test
  void brokenXmlKeepsWhatStoodBefore() {
    assertThat(read("<TEI><text><body><u>One.</u><u>Two"))
        .extracting(TeiReaderTest::outcome)
        .containsExactly("One.", Reason.BAD_XML);
    assertThat(read("<html><p>x</p></html>"))
        .extracting(TeiReaderTest::outcome)
        .containsExactly(Reason.UNSUPPORTED_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"SECRET\">]><TEI><text><body><u>a &x; b</u></body></text></TEI>",
        "<!DOCTYPE TEI [<!ENTITY % x SYSTEM \"SECRET\">%x;]><TEI><text><body><u>a b</u></body></text></TEI>",
        "<!DOCTYPE TEI SYSTEM \"SECRET\"><TEI><text><body><u>a &x; b</u></body></text></TEI>",
        "<TEI xmlns:xi=\"http://www.w3.org/2001/XInclude\"><text><body><u>a <xi:include href=\"SECRET\""
            + " parse=\"text\"/> b</u></body></text></TEI>",
        "<!DOCTYPE TEI [<!ENTITY a \"top secret\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            + "<TEI><text><body><u>x &b; y</u></body></text></TEI>",
        "<!DOCTYPE TEI [<!ENTITY a \"top secret\">]><TEI><text><body><u who=\"&a;\">x y</u></body></text></TEI>"
      })
  void entitiesAndInclusionsReachNothingAndDoNotUnfold(String xml) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");

    List<Item> items = read(xml.replace("SECRET", secret.toUri().toString()));

    assertThat(items).isNotEmpty();
    assertThat(items.toString()).doesNotContain("top secret");
  }

  @Test
  void everyUtteranceOfParlaMintLoads() {
    CorpusConfig config = ConfigFile.pipeline("test", "corpus: {min-words: 1}", Map.of()).corpus();
    Map<String, Speech> speeches = new HashMap<>();
    Archives.read("data/multilingual/parlamint_tr_tei.tar.gz", config)
        .forEach(
            outcome -> {
              if (outcome instanceof ReadSpeech read) {
                speeches.put(read.speech().speechId(), read.speech());
              }
            });
    List<JsonNode> reference = Archives.jsonLines("data/multilingual/parlamint_tr.jsonl.gz");

    assertThat(Archives.share(reference, item -> speeches.containsKey(id(item))))
        .isGreaterThanOrEqualTo(0.998);
    reference.removeIf(item -> !speeches.containsKey(id(item)));
    assertThat(
            Archives.share(
                reference,
                item -> {
                  Speech speech = speeches.get(id(item));
                  return item.get("date").asText().equals(String.valueOf(speech.eventDate()))
                      && item.get("country").asText().equals(speech.countryId())
                      && item.get("speaker")
                          .asText()
                          .replace('.', ' ')
                          .equals(Objects.requireNonNullElse(speech.speakerName(), ""));
                }))
        .isGreaterThanOrEqualTo(0.99);
    assertThat(
            Archives.share(
                reference,
                item ->
                    Archives.difference(speeches.get(id(item)).text(), item.get("text").asText())
                        == 0))
        .isGreaterThanOrEqualTo(0.99);
  }

  private static String id(JsonNode item) {
    return item.get("id").asText();
  }

  private static List<Item> read(String content) {
    List<Item> items = new ArrayList<>();
    new Formats(CorpusConfig.defaults())
        .read(
            Source.of("c", "t.xml"),
            () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
            "",
            new byte[0])
        .forEachRemaining(items::add);
    return items;
  }

  private static Object outcome(Item item) {
    return item instanceof Item.Document document
        ? document.text()
        : ((Item.Rejected) item).reason();
  }

  private static String detail(Item item, Field field) {
    return ((Item.Document) item).details().text(field).orElse(null);
  }
}
