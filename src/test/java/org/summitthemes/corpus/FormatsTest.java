package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Limits LIMITS = new Limits(1000, 100_000, 100);

  @Test
  void aTextFileIsOneDocument() {
    assertThat(read("a/b.txt", bytes("A speech.")))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Document.class,
            document -> {
              assertThat(document.sourceUri()).isEqualTo("corpus/a/b.txt");
              assertThat(document.format()).isEqualTo("text");
              assertThat(document.text()).isEqualTo("A speech.");
              assertThat(document.nBytes()).isEqualTo(9);
              assertThat(document.contentSha256()).isEqualTo(Hashes.sha256("A speech."));
            });
  }

  @Test
  void aCompressedFileIsReadLikeItsContent() {
    assertThat(read("b.txt.gz", gzip(bytes("A speech."))))
        .extracting(Item::sourceUri, FormatsTest::text)
        .containsExactly(tuple("corpus/b.txt.gz", "A speech."));
  }

  @Test
  void aCompressedFileThatIsCutOffIsDamaged() {
    byte[] whole = gzip(bytes("A speech. ".repeat(50)));

    assertThat(read("b.txt.gz", Arrays.copyOf(whole, whole.length - 8)))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.DAMAGED);
    assertThat(read("b.txt.gz", bytes("no gzip")))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.DAMAGED);
  }

  @Test
  void aFileBeyondTheLimitIsRejectedHoweverWellItIsCompressed() {
    assertThat(read("b.txt", new byte[1001]))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.TOO_LARGE);
    assertThat(read("b.txt.gz", gzip(new byte[50_000_000])))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void unknownEndingsAreRejectedAndCompanionsSkipped() {
    assertThat(read("b.xyz", bytes("x")))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.UNSUPPORTED_FORMAT);
    assertThat(read("._b.txt", bytes("x")))
        .containsExactly(new Item.Skipped("corpus/._b.txt", SkipRule.APPLE_DOUBLE));
  }

  @Test
  void aFileThatCannotBeOpenedIsUnreadable() {
    Bytes refused =
        () -> {
          throw new java.nio.file.AccessDeniedException("/secret/place/b.txt");
        };

    assertThat(list(new Formats(LIMITS).read(Source.of("corpus", "b.txt"), refused, Details.NONE)))
        .containsExactly(
            new Item.Rejected("corpus/b.txt", Reason.UNREADABLE, "AccessDeniedException", 0, null));
  }

  @Test
  void frontMatterGivesCircumstancesAndIsNoText() {
    var document =
        document(
            "b.md",
            """
            ---
            title: "On\\_trade"
            date: 2019-02-27 13:32:31 -0500
            categories: Speech
            ---

            ## A heading

            __Dear__ *compatriots*!

            > We [met](https://example.org) in ~~May~~ \\*2019\\*.[^1]

            [^1]: A note.
            """);

    assertThat(document.details().text(Field.TITLE)).contains("On trade");
    assertThat(document.details().text(Field.DATE)).contains("2019-02-27 13:32:31 -0500");
    assertThat(document.details().text(Field.KIND)).contains("Speech");
    assertThat(document.details().value(Field.DATE))
        .hasValueSatisfying(value -> assertThat(value.origin()).isEqualTo(Origin.FRONT_MATTER));
    assertThat(document.heading()).isEqualTo("A heading");
    assertThat(TextCleaner.clean(document.text(), "x").text())
        .isEqualTo("Dear compatriots!\n\nWe met in ~~May~~ *2019*.\n\nA note.");
  }

  @Test
  void frontMatterThatIsNoYamlIsFlaggedAndTheTextLoads() {
    var document = document("b.md", "---\ntitle: [unclosed\nx\n---\nThe text.");

    assertThat(document.flags()).containsExactly("bad_front_matter");
    assertThat(document.text().strip()).isEqualTo("The text.");
  }

  @Test
  void aRuleAtTheTopIsNoFrontMatter() {
    assertThat(document("b.md", "---\nThe text goes on.").text()).contains("The text goes on.");
  }

  @Test
  void eachLineOfJsonIsADocumentAndOneBrokenLineHarmsNoOther() {
    String lines =
        """
        {"id": "a", "text": "First.", "organisation": "SCO", "year": 2024}

        {"id": "b", "text":
        {"id": "c", "title": "no text"}
        ["no object"]
        {"id": "d", "text": ""}
        {"id": "e", "Text": "Last.", "x": {"y": [1]}}"""
            + "\r\n{\"text\": \""
            + "x".repeat(2000)
            + "\"}\n{\"text\": \"After.\"}";

    List<Item> items = read("b.jsonl", bytes("\uFEFF" + lines));

    assertThat(items)
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly(
            tuple("corpus/b.jsonl#1", null),
            tuple("corpus/b.jsonl#3", Reason.BAD_JSON),
            tuple("corpus/b.jsonl#4", Reason.NO_TEXT),
            tuple("corpus/b.jsonl#5", Reason.BAD_JSON),
            tuple("corpus/b.jsonl#6", Reason.EMPTY),
            tuple("corpus/b.jsonl#7", null),
            tuple("corpus/b.jsonl#8", Reason.TOO_LARGE),
            tuple("corpus/b.jsonl#9", null));
    Details first = ((Item.Document) items.get(0)).details();
    assertThat(first.text(Field.ORGANIZATION)).contains("SCO");
    assertThat(first.text(Field.YEAR)).contains("2024");
    assertThat(text(items.get(5))).isEqualTo("Last.");
  }

  @Test
  void anEmptyFileOfLinesIsRejectedAsOne() {
    assertThat(read("b.ndjson", bytes("\n\n")))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.EMPTY);
  }

  @Test
  void membersOfArchivesAreReadAndTheirNamesAreOnlyNames() throws IOException {
    byte[] tar =
        tar(
            "a/one.txt", "First.",
            "../../etc/two.txt", "Second.",
            "/three.md", "Third.",
            "a/._one.txt", "x",
            "a/one.txt.meta.json", "{\"title\": \"Found behind its document\"}",
            "inner.zip", "x");

    List<Item> items = read("x.tar.gz", gzip(tar));

    assertThat(items)
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly(
            tuple("corpus/x.tar.gz!/a/one.txt", null),
            tuple("corpus/x.tar.gz!/../../etc/two.txt", null),
            tuple("corpus/x.tar.gz!//three.md", null),
            tuple("corpus/x.tar.gz!/a/._one.txt", null),
            tuple("corpus/x.tar.gz!/a/one.txt.meta.json", null),
            tuple("corpus/x.tar.gz!/inner.zip", Reason.UNSUPPORTED_FORMAT));
    assertThat(((Item.Document) items.get(0)).details().text(Field.TITLE))
        .contains("Found behind its document");
    assertThat(items.get(3)).isInstanceOf(Item.Skipped.class);
    assertThat(items.get(4)).isInstanceOf(Item.Skipped.class);
  }

  @Test
  void zipAndPlainTarAreReadTheSameWay() throws IOException {
    assertThat(read("x.zip", zip("a.txt", "First.", "b.jsonl", "{\"text\": \"Second.\"}")))
        .extracting(Item::sourceUri, FormatsTest::text)
        .containsExactly(
            tuple("corpus/x.zip!/a.txt", "First."), tuple("corpus/x.zip!/b.jsonl#1", "Second."));
    assertThat(read("x.tar", tar("a.txt", "First.")))
        .extracting(FormatsTest::text)
        .containsExactly("First.");
  }

  @Test
  void aDamagedArchiveGivesWhatStandsBeforeTheDamage() throws IOException {
    byte[] tar = tar("a.txt", "First.", "b.txt", "Second. ".repeat(100));

    assertThat(read("x.tar", Arrays.copyOf(tar, 1600)))
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly(
            tuple("corpus/x.tar!/a.txt", null),
            tuple("corpus/x.tar!/b.txt", Reason.DAMAGED),
            tuple("corpus/x.tar", Reason.DAMAGED));
    assertThat(read("x.tgz", bytes("no archive")))
        .extracting(FormatsTest::reason)
        .containsExactly(Reason.DAMAGED);
    assertThat(read("x.zip", bytes("no archive")))
        .extracting(FormatsTest::reason)
        .doesNotContainNull();
  }

  @Test
  void linksInArchivesAreRejectedAndBombsEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry bomb = new TarArchiveEntry("bomb.txt");
      bomb.setSize(10_000_000);
      tar.putArchiveEntry(bomb);
      tar.write(new byte[10_000_000]);
      tar.closeArchiveEntry();
    }

    assertThat(read("x.tgz", gzip(out.toByteArray())))
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly(
            tuple("corpus/x.tgz!/link.txt", Reason.UNSUPPORTED_FORMAT),
            tuple("corpus/x.tgz!/bomb.txt", Reason.TOO_LARGE),
            tuple("corpus/x.tgz", Reason.TOO_LARGE));
  }

  @Test
  void whatAllMembersUnpackToIsLimitedThoughEachIsSmall() throws IOException {
    String[] members = new String[400];
    for (int i = 0; i < members.length; i += 2) {
      members[i] = i + ".txt";
      members[i + 1] = "x ".repeat(450);
    }

    assertThat(read("x.zip", zip(members)))
        .hasSizeBetween(100, 120)
        .last()
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly("corpus/x.zip", Reason.TOO_LARGE);
  }

  @Test
  void aCompressedFileOfEmptyLinesEnds() {
    assertThat(read("x.jsonl.gz", gzip("\n".repeat(200_000).getBytes(StandardCharsets.UTF_8))))
        .extracting(Item::sourceUri, FormatsTest::reason)
        .containsExactly(tuple("corpus/x.jsonl.gz", Reason.TOO_LARGE));
  }

  @Test
  void aFileThatHoldsMoreDocumentsThanAllowedIsReadNoFurther() {
    assertThat(read("x.jsonl", bytes("x\n".repeat(200))))
        .hasSize(101)
        .last()
        .isEqualTo(
            new Item.Rejected(
                "corpus/x.jsonl",
                Reason.TOO_LARGE,
                "The file holds more documents than max-documents: 100",
                0,
                null));
  }

  private static Item.Document document(String name, String text) {
    return (Item.Document) read(name, bytes(text)).get(0);
  }

  private static List<Item> read(String path, byte[] content) {
    return list(
        new Formats(LIMITS)
            .read(
                Source.of("corpus", path),
                () -> new ByteArrayInputStream(content),
                "",
                new byte[0]));
  }

  private static List<Item> list(Iterator<Item> items) {
    List<Item> list = new ArrayList<>();
    items.forEachRemaining(list::add);
    return list;
  }

  private static Reason reason(Item item) {
    return item instanceof Item.Rejected rejected ? rejected.reason() : null;
  }

  private static String text(Item item) {
    return item instanceof Item.Document document ? document.text().strip() : null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i], true);
        entry.setSize(bytes(namesAndTexts[i + 1]).length);
        tar.putArchiveEntry(entry);
        tar.write(bytes(namesAndTexts[i + 1]));
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
