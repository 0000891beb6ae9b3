package org.summitthemes.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Makes broken files out of good ones: bits flipped, pieces cut, doubled, swapped and spliced,
 * marks of other formats put in, ends cut off; then some of them compressed or put into archives,
 * and broken again.
 *
 * <p>Good files come from {@link #TEXTS} and from the folder {@code fuzz} of the test resources. A
 * format without a good file of its own is fed with those of the others.
 */
final class FuzzedFiles {
  private static final Path FOLDER = Path.of("src/test/resources/fuzz");
  private static final List<String> ARCHIVES = List.of("tar", "tar.gz", "tgz", "zip");
  private static final List<String> NAMES =
      List.of(
          "a.",
          "x/b.",
          "2024/c.",
          "Речь 1.",
          "../d.",
          "/etc/e.",
          "C:\\f.",
          "g\nh.",
          "\u202Ei.",
          "l.txt.",
          "._m.",
          "j/.hidden/k.");
  private static final List<String> MARKS =
      List.of(
          "\uFEFF",
          "\0",
          "\r",
          "\f",
          "\u2028",
          "\uD83D\uDE00",
          "\u0301",
          "---\n",
          "...\n",
          "[[[[",
          "{\"text\":",
          "\"",
          "\\",
          "]]>",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "&a;",
          "<![CDATA[",
          "<div>",
          "</",
          "&#0;",
          "&#1114112;",
          "&#x110000;",
          "**",
          "__",
          "](http://x)",
          "![",
          "- \n",
          "1. ",
          "\n\n\n",
          "-\n",
          "99999999999999999999",
          "NaN",
          "31 February 2024",
          "0000-00-00",
          "President of ",
          "%s%n",
          "$1\\1",
          "\u200D",
          "&amp;amp;",
          "*a: &a [*a]",
          "!!java.net.URL [x]");
  private static final Map<String, String> TEXTS =
      Map.of(
          "txt",
          """
          Address of the President of Kazakhstan at the summit of the SCO

          Astana, 4 July 2024

          Mr. President, dear colleagues! We have come to Astana to speak of peace, trade and co-
          operation. The Organization of Turkic States and the United Nations will help us all.

          - 12 -

          28. First, we propose to build a railway.
          29. Second, on May 21 we shall meet again in Budapest. Thank you.
          """,
          "md",
          """
          ---
          title: "On trade"
          date: 2019-02-27 13:32:31 -0500
          country: KAZ
          organization: SCO
          ---
          # A heading

          __Dear__ *compatriots*! We [met](https://example.org) in ~~May~~ 2019 to speak.[^1]

          > We shall build a road, <b>a railway</b> and a port &mdash; together with all of you.
          """,
          "jsonl",
          """
          {"id": "a", "text": "We met to speak of trade and of peace in Minsk.", "year": 2024}
          {"id": "b", "text": "Мы встретились, чтобы говорить о мире и торговле.", "date": "2024-05-01"}

          {"id": "a", "text": "Barış ve ticaret hakkında konuşmak için buluştuk.", "country": "Turkey"}
          """,
          "yaml",
          "title: On trade\nspeaker: [a, b]\ncountry: KAZ\ndate: 2024-05-01\nid: x/y\n",
          "html",
          """
          <!DOCTYPE html><html lang="en"><head><title>On trade</title>
          <meta name="date" content="2024-05-01"><script>var a = "<p>no text</p>";</script></head>
          <body><nav><a href="/">Home</a></nav><article><h1>On trade</h1>
          <p>We met to speak of trade &amp; of peace.</p><p hidden>No text.</p>
          <p>We shall build a road and a railway together.<br>Thank you.</p></article></body></html>
          """,
          "xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="s1"><teiHeader><fileDesc>
          <titleStmt><title>On trade</title></titleStmt><sourceDesc><bibl><date when="2024-05-01"/>
          </bibl></sourceDesc></fileDesc></teiHeader><text><body><div type="debateSection">
          <u who="#p1" xml:id="u1" ana="#regular"><seg xml:id="seg1">We met to speak of peace.</seg>
          </u></div></body></text></TEI>
          """,
          "csv",
          """
          id,date,speaker,country,text
          a,2024-05-01,"A, B",KAZ,"We met to speak of ""trade"" and of peace in Minsk."
          b,,,TUR,"Two
          lines of words that are one cell."
          """,
          "json",
          "{\"title\": \"On trade\", \"text\": \"We met to speak of trade and peace.\", \"year\": 2024}");

  private final List<String> extensions;
  private final Map<String, List<byte[]>> good = new TreeMap<>();
  private final List<byte[]> all = new ArrayList<>();

  FuzzedFiles(Collection<String> extensions) {
    this.extensions = extensions.stream().filter(end -> !ARCHIVES.contains(end)).toList();
    TEXTS.forEach((extension, text) -> add(extension, bytes(text)));
    add("txt", TEXTS.get("txt").getBytes(StandardCharsets.UTF_16));
    add("txt", TEXTS.get("jsonl").getBytes(Charset.forName("windows-1251")));
    add("txt", TEXTS.get("jsonl").getBytes(Charset.forName("windows-1254")));
    addFiles();
  }

  /**
   * A file.
   *
   * @param nItems how many items it must give, where the format says
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes, never compared
  record File(
      long seed,
      String name,
      byte[] content,
      String sideCarName,
      byte[] sideCar,
      Optional<Integer> nItems) {
    @Override
    public String toString() {
      String start = new String(content, 0, Math.min(content.length, 300), StandardCharsets.UTF_8);
      return "file %d: %s, %d bytes: %s".formatted(seed, name, content.length, start);
    }
  }

  /** The file of this number, always the same. */
  File file(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean hasSideCar = random.nextInt(8) == 0;
    String sideCarEnd = random.nextBoolean() ? "json" : "yaml";
    byte[] sideCar = hasSideCar ? mutated(sideCarEnd, random) : new byte[0];
    String sideCarName = hasSideCar ? "x.meta." + sideCarEnd : "";
    return switch (random.nextInt(10)) {
      case 0, 1 -> archive(seed, random, sideCarName, sideCar);
      case 2 -> compressed(seed, random, sideCarName, sideCar);
      default -> plain(seed, random, sideCarName, sideCar);
    };
  }

  private File plain(long seed, SplittableRandom random, String sideCarName, byte[] sideCar) {
    String extension = pick(extensions, random);
    byte[] content = mutated(extension, random);
    String name = pick(NAMES, random) + extension;
    return new File(seed, name, content, sideCarName, sideCar, nItems(name, extension, content));
  }

  private static Optional<Integer> nItems(String name, String extension, byte[] content) {
    if (SkipRule.of(name).isPresent() || List.of("txt", "text", "md").contains(extension)) {
      return Optional.of(1);
    }

    if (!extension.equals("jsonl")) {
      return Optional.empty();
    }

    long lines =
        Arrays.stream(new String(content, StandardCharsets.ISO_8859_1).split("\n"))
            .filter(line -> !line.isBlank())
            .count();
    return Optional.of(Math.max(1, (int) Math.min(lines, 501)));
  }

  private File compressed(long seed, SplittableRandom random, String sideCarName, byte[] sideCar) {
    String extension = pick(extensions, random);
    byte[] content = gzip(mutated(extension, random));
    String name = pick(NAMES, random) + extension + ".gz";
    return new File(
        seed, name, sometimesBroken(content, random), sideCarName, sideCar, Optional.empty());
  }

  private File archive(long seed, SplittableRandom random, String sideCarName, byte[] sideCar) {
    String end = pick(ARCHIVES, random);
    Map<String, byte[]> members = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String extension =
          random.nextInt(12) == 0 ? pick(ARCHIVES, random) : pick(extensions, random);
      String name = pick(NAMES, random) + extension;
      members.put(name, mutated(extension, random));
      if (random.nextInt(4) == 0) {
        members.put(name + ".meta.yaml", mutated("yaml", random));
      }
    }
    byte[] whole = end.equals("zip") ? zip(members) : tar(members);
    byte[] packed = end.endsWith("gz") ? gzip(whole) : whole;
    byte[] content = sometimesBroken(packed, random);
    return new File(seed, "x." + end, content, sideCarName, sideCar, Optional.empty());
  }

  private static byte[] sometimesBroken(byte[] content, SplittableRandom random) {
    return random.nextInt(3) == 0 ? content : mutate(content, content, random);
  }

  private byte[] mutated(String extension, SplittableRandom random) {
    byte[] content =
        pick(random.nextInt(20) == 0 ? all : good.getOrDefault(extension, all), random);
    for (int i = random.nextInt(6); i > 0; i--) {
      content = mutate(content, pick(all, random), random);
    }
    return content;
  }

  private static byte[] mutate(byte[] content, byte[] other, SplittableRandom random) {
    int length = content.length;
    int from = length == 0 ? 0 : random.nextInt(length);
    int to = from + (length == from ? 0 : random.nextInt(Math.min(length - from, 200)));
    byte[] head = Arrays.copyOf(content, from);
    byte[] middle = Arrays.copyOfRange(content, from, to);
    byte[] tail = Arrays.copyOfRange(content, to, length);
    return switch (random.nextInt(9)) {
      case 0 -> flipped(content, 1 + random.nextInt(8), random);
      case 1 -> joined(head, tail);
      case 2 -> joined(head, middle, middle, tail);
      case 3 -> joined(tail, middle, head);
      case 4 -> joined(head, Arrays.copyOf(other, random.nextInt(other.length + 1)), tail);
      case 5 -> head;
      case 6 -> joined(head, repeated(bytes(pick(MARKS, random)), times(random)), tail);
      case 7 -> joined(head, random(middle.length, random), tail);
      default -> joined(head, bytes(pick(MARKS, random)), middle, bytes(pick(MARKS, random)), tail);
    };
  }

  private static byte[] flipped(byte[] content, int bits, SplittableRandom random) {
    byte[] flipped = content.clone();
    for (int i = 0; i < bits && content.length > 0; i++) {
      flipped[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] random(int length, SplittableRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Mostly a few, now and then so many that a reader whose time grows with their square hangs. */
  private static int times(SplittableRandom random) {
    return random.nextInt(20) == 0 ? 5_000 + random.nextInt(20_000) : 1 + random.nextInt(40);
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[][] pieces = new byte[times][];
    Arrays.fill(pieces, piece);
    return joined(pieces);
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  private void addFiles() {
    if (!Files.isDirectory(FOLDER)) {
      return;
    }

    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        add(name.substring(name.lastIndexOf('.') + 1), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String extension, byte[] content) {
    good.computeIfAbsent(extension, key -> new ArrayList<>()).add(content);
    all.add(content);
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
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

  private static byte[] tar(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
        entry.setSize(member.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
