package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.config.CorpusConfig;

class OfficeDocumentTest {
  /** Entities of ten of the one before each: a thousand million in the end. */
  private static final String LAUGHS =
      "<!ENTITY l0 \"laughter\">"
          + IntStream.rangeClosed(1, 9)
              .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
              .collect(Collectors.joining());

  @TempDir Path folder;

  @Test
  void thePagesOfAPdfAreText() throws IOException {
    assertThat(text("a.pdf", pdf("The ministers met.", "They agreed on trade.")))
        .contains("The ministers met.")
        .contains("They agreed on trade.");
  }

  @Test
  void theParagraphsOfAWordDocumentAreTextAndDeletedOnesAreNot() throws IOException {
    assertThat(
            text(
                "a.docx",
                docx(
                    "<w:p><w:r><w:t>The ministers met.</w:t></w:r></w:p><w:p><w:del w:id=\"1\""
                        + " w:author=\"x\"><w:r><w:delText>Not said.</w:delText></w:r></w:del><w:r>"
                        + "<w:t>They agreed.</w:t></w:r></w:p>")))
        .isEqualTo("The ministers met.\nThey agreed.");
  }

  @Test
  void fontsThatThePdfDoesNotBringAreNotSoughtOnTheMachine() throws IOException {
    text("a.pdf", pdf("The ministers met."));

    assertThat(FontMappers.instance()).isInstanceOf(OneFont.class);
  }

  @Test
  void whatIsNoDocumentIsRejected() throws IOException {
    assertThat(read("a.pdf", "no PDF".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .isInstanceOf(Item.Rejected.class);
    assertThat(read("a.docx", "no zip".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .isInstanceOf(Item.Rejected.class);
    assertThat(read("a.pdf", pdf()))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Rejected.class, item -> assertThat(item.reason()).isEqualTo(Reason.EMPTY));
  }

  @Test
  void brokenDocumentsGiveOneItemEach() throws IOException {
    Random random = new Random(42);
    for (byte[] whole :
        List.of(pdf("The ministers met."), docx("<w:p><w:r><w:t>Met.</w:t></w:r></w:p>"))) {
      String name = whole[0] == '%' ? "a.pdf" : "a.docx";
      for (int i = 0; i < 60; i++) {
        byte[] broken =
            i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        if (i % 2 == 1) {
          int at = random.nextInt(broken.length);
          broken[at] = (byte) (broken[at] ^ (1 + random.nextInt(255)));
        }
        assertThat(read(name, broken)).hasSize(1);
      }
    }
  }

  @Test
  void entitiesReachNothingAndDoNotUnfold() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TOPSECRET");
    String outside = "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">";
    for (String entities :
        List.of(outside, outside.replace("x SYSTEM", "% x SYSTEM") + "%x;", LAUGHS)) {
      for (String reference : List.of("&x;", "&l9;", "")) {
        byte[] document =
            docx(
                "<!DOCTYPE w:document [" + entities + "]>",
                "<w:p><w:r><w:t>The ministers met." + reference + "</w:t></w:r></w:p>");

        assertThat(read("a.docx", document))
            .singleElement()
            .satisfies(item -> assertThat(unfolded(item)).isLessThan(10_000))
            .satisfies(item -> assertThat(item.toString()).doesNotContain("TOPSECRET"));
      }
    }
  }

  @Test
  void aSmallFileThatUnfoldsToALargeOneIsRejected() throws IOException {
    String text = "<w:p><w:r><w:t>" + "word ".repeat(20 << 20) + "</w:t></w:r></w:p>";

    assertThat(read("a.docx", docx(text)))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Rejected.class,
            item -> assertThat(item.reason()).isIn(Reason.TOO_LARGE, Reason.DAMAGED));
  }

  private static int unfolded(Item item) {
    return item instanceof Item.Document document ? document.text().length() : 0;
  }

  private static byte[] pdf(String... pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      for (String page : pages) {
        PDPage sheet = new PDPage();
        document.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(50, 700);
          content.showText(page);
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] docx(String body) throws IOException {
    return docx("", body);
  }

  private static byte[] docx(String prolog, String body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
              + "officedocument.wordprocessingml.document.main+xml\"/></Types>");
      put(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
      put(
          zip,
          "word/document.xml",
          prolog
              + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
              + body
              + "</w:body></w:document>");
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String text(String name, byte[] content) {
    List<Item> items = read(name, content);
    assertThat(items).singleElement().isInstanceOf(Item.Document.class);
    return ((Item.Document) items.get(0)).text().strip().replaceAll("\n+", "\n");
  }

  private static List<Item> read(String name, byte[] content) {
    List<Item> items = new ArrayList<>();
    new Formats(CorpusConfig.defaults())
        .read(Source.of("c", name), () -> new ByteArrayInputStream(content), "", new byte[0])
        .forEachRemaining(items::add);
    return items;
  }
}
