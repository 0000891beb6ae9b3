package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.config.ColumnsConfig;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.SparkExtension;

/** Files that are broken, or made to harm: each is accounted for, and the good ones load. */
@ExtendWith(SparkExtension.class)
class HostileCorpusTest {
  private static final int MEGABYTE = 1 << 20;
  private static final CorpusConfig CONFIG =
      new CorpusConfig(MEGABYTE, 8L * MEGABYTE, 100, 5, "", "", "", ColumnsConfig.defaults());

  @TempDir Path folder;

  @Test
  void brokenFilesAreRejectedAndTheOthersLoad(SparkSession spark) throws IOException {
    byte[] tar = tar("a.txt", bytes(speech("a")), "b.txt", bytes(speech("b")));
    write("good.txt", bytes(speech("good")));
    write("empty.txt", new byte[0]);
    write("blank.txt", bytes(" \n\t\n"));
    write("binary.txt", new byte[] {1, 0, 2, 0, 3});
    write("encoding.txt", new byte[] {'a', (byte) 0xC3, ' ', (byte) 0xFE, (byte) 0xE4, ' ', 'x'});
    write("cut.txt.gz", Arrays.copyOf(gzip(bytes(speech("cut"))), 40));
    write("cut.tar", Arrays.copyOf(tar, 1600));
    write("no.tgz", bytes("no archive"));
    write("header.md", bytes("---\ntitle: [unclosed\n---\n" + speech("header")));
    write("lines.jsonl", bytes(json("x", "one") + "{\"id\": broken\n" + json("x", "two")));

    assertThat(read(spark, corpus().toString()))
        .containsExactlyInAnyOrderEntriesOf(
            map(
                "corpus/good.txt", "speech",
                "corpus/empty.txt", "empty",
                "corpus/blank.txt", "empty",
                "corpus/binary.txt", "binary",
                "corpus/encoding.txt", "bad_encoding",
                "corpus/cut.txt.gz", "damaged",
                "corpus/cut.tar!/a.txt", "speech",
                "corpus/cut.tar!/b.txt", "damaged",
                "corpus/cut.tar", "damaged",
                "corpus/no.tgz", "damaged",
                "corpus/header.md", "speech",
                "corpus/lines.jsonl#1", "speech",
                "corpus/lines.jsonl#2", "bad_json",
                "corpus/lines.jsonl#3", "speech"));
  }

  @Test
  void bombsAndEndlessLinesAreReadNoFurtherThanTheLimits(SparkSession spark) throws IOException {
    write("bomb.txt.gz", gzip(new byte[64 * MEGABYTE]));
    write("bomb.tar.gz", gzip(tar("bomb.txt", new byte[64 * MEGABYTE])));
    write("bomb.zip", zip(40, new byte[MEGABYTE / 2]));
    write("lines.jsonl.gz", gzip(bytes("x\n".repeat(MEGABYTE))));
    writeLongLine("line.txt", "", "");
    writeLongLine("line.jsonl", "{\"text\": \"", "\"}\n" + json("x", "after"));

    Map<String, String> found = read(spark, corpus().toString());

    assertThat(found)
        .containsEntry("corpus/bomb.txt.gz", "too_large")
        .containsEntry("corpus/bomb.tar.gz!/bomb.txt", "too_large")
        .containsEntry("corpus/bomb.tar.gz", "too_large")
        .containsEntry("corpus/bomb.zip!/0.txt", "binary")
        .containsEntry("corpus/bomb.zip", "too_large")
        .containsEntry("corpus/lines.jsonl.gz#1", "bad_json")
        .containsEntry("corpus/lines.jsonl.gz", "too_large")
        .containsEntry("corpus/line.txt", "too_large")
        .containsEntry("corpus/line.jsonl#1", "too_large")
        .containsEntry("corpus/line.jsonl#2", "speech")
        .hasSizeLessThan(140);
  }

  @Test
  void namesReachNothingOutsideAndBreakNoTable(SparkSession spark) throws IOException {
    write(
        "names.tar",
        tar(
            "../../up.txt", bytes(speech("up")),
            "/etc/passwd.txt", bytes(speech("absolute")),
            "twice.txt", bytes("short"),
            "twice.txt", bytes("short"),
            "again.txt", bytes(speech("again")),
            "again.txt", bytes(speech("again"))));
    write("a\nb\tc.txt", bytes(speech("newline")));
    write("'; drop table x; -- %s $1 \\n {} : *.txt", bytes(speech("quote")));
    List<String> before = everythingBelow(folder);

    assertThat(read(spark, corpus().toString()))
        .containsExactlyInAnyOrderEntriesOf(
            map(
                "corpus/names.tar!/../../up.txt", "speech",
                "corpus/names.tar!//etc/passwd.txt", "speech",
                "corpus/names.tar!/twice.txt", "too_short",
                "corpus/names.tar!/twice.txt~2", "too_short",
                "corpus/names.tar!/again.txt", "speech",
                "corpus/names.tar!/again.txt~2", "speech",
                "corpus/a%0Ab%09c.txt", "speech",
                // Hadoop's local file system opens no file with a colon in its name.
                "corpus/'; drop table x; -- %25s $1 %5Cn {} : *.txt", "damaged"));
    assertThat(everythingBelow(folder)).isEqualTo(before);
  }

  @Test
  void linksAreNotFollowedButAccountedFor(SparkSession spark) throws IOException {
    write("a.txt", bytes(speech("a")));
    write("sub/b.txt", bytes(speech("b")));
    Path secret = Files.writeString(folder.resolve("secret.txt"), speech("secret"));
    link("loop", corpus());
    link("sub/up", corpus().resolve("sub"));
    link("again.txt", corpus().resolve("a.txt"));
    link("secret.txt", secret);
    link("root", Path.of("/"));
    link("nowhere.txt", folder.resolve("nowhere"));
    link("self", corpus().resolve("self"));
    link("a.txt.meta.yaml", secret);

    assertThat(read(spark, corpus().toString()))
        .containsExactlyInAnyOrderEntriesOf(
            map(
                "corpus/a.txt", "speech",
                "corpus/sub/b.txt", "speech",
                "corpus/loop", "skipped link",
                "corpus/sub/up", "skipped link",
                "corpus/again.txt", "skipped link",
                "corpus/secret.txt", "outside",
                "corpus/root", "outside",
                "corpus/nowhere.txt", "unreadable",
                "corpus/self", "unreadable",
                "corpus/a.txt.meta.yaml", "outside"));
  }

  @Test
  void aCorpusMayItselfBeReachedByALink(SparkSession spark) throws IOException {
    write("a.txt", bytes(speech("a")));
    Path entry = Files.createSymbolicLink(folder.resolve("entry"), corpus());

    assertThat(read(spark, entry.toString())).isEqualTo(map("entry/a.txt", "speech"));
  }

  @Test
  void filesAndFoldersThatMayNotBeReadAreRejected(SparkSession spark) throws IOException {
    write("a.txt", bytes(speech("a")));
    write("closed.txt", bytes(speech("closed")));
    write("closed/b.txt", bytes(speech("b")));
    spark.conf().set("fs.closed.impl", ClosedFileSystem.class.getName());

    assertThat(read(spark, "closed:" + corpus()))
        .isEqualTo(
            map(
                "corpus/a.txt", "speech",
                "corpus/closed.txt", "unreadable",
                "corpus/closed", "unreadable"));
  }

  /** A file system that opens nothing of which the name says that it is closed. */
  public static final class ClosedFileSystem extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("closed:///");
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      refuse(path);
      return super.open(path, bufferSize);
    }

    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
      refuse(path);
      return super.listStatus(path);
    }

    private static void refuse(org.apache.hadoop.fs.Path path) throws IOException {
      if (path.getName().startsWith("closed")) {
        throw new FileNotFoundException(path + " (Permission denied)");
      }
    }
  }

  /** What became of each input, by its name. */
  private static Map<String, String> read(SparkSession spark, String corpus) {
    try (var outputs =
        IngestJob.read(spark, List.of(corpus), CONFIG, Gazetteers.shipped(), "000001-abc")) {
      Map<String, String> found = new TreeMap<>();
      for (Row row : outputs.speeches().select("source_uri").collectAsList()) {
        found.put(row.getString(0), "speech");
      }
      for (Row row : outputs.rejected().select("source_uri", "reason_code").collectAsList()) {
        found.put(row.getString(0), row.getString(1));
      }
      for (Row row :
          outputs
              .kept()
              .get(0)
              .where("outcome = 'skipped'")
              .select("item_uri", "code")
              .collectAsList()) {
        found.put(row.getString(0), "skipped " + row.getString(1));
      }
      assertThat(found).hasSize((int) outputs.counts().inputs());
      return found;
    }
  }

  private static Map<String, String> map(String... namesAndOutcomes) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < namesAndOutcomes.length; i += 2) {
      map.put(namesAndOutcomes[i], namesAndOutcomes[i + 1]);
    }
    return map;
  }

  private static List<String> everythingBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private Path corpus() {
    return folder.resolve("corpus");
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = corpus().resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Two hundred megabytes without a line end. */
  private void writeLongLine(String name, String before, String after) throws IOException {
    byte[] piece = bytes("word ".repeat(MEGABYTE / 5));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(corpus().resolve(name)))) {
      out.write(bytes(before));
      for (int i = 0; i < 200; i++) {
        out.write(piece);
      }
      out.write(bytes(after));
    }
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(corpus().resolve(name), target);
  }

  private static String speech(String stem) {
    return IntStream.range(0, 30)
        .mapToObj(i -> stem + i)
        .collect(Collectors.joining(" ", "We heard ", "."));
  }

  private static String json(String id, String stem) {
    return "{\"id\": \"%s\", \"text\": \"%s\"}%n".formatted(id, speech(stem));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] tar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        byte[] content = (byte[]) namesAndContents[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) namesAndContents[i], true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(int members, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < members; i++) {
        zip.putNextEntry(new ZipEntry(i + ".txt"));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
