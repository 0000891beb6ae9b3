package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.summitthemes.support.DuckDb;
import org.summitthemes.support.Python;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.Column;
import org.summitthemes.table.OrderedTable;
import org.summitthemes.table.Records;
import org.summitthemes.table.Table;

@ExtendWith(SparkExtension.class)
public class CsvTableTest {
  private static final List<String> NASTY =
      List.of(
          "",
          " padded ",
          "comma, \"quote\" and 'apostrophe'",
          "two\nlines",
          "carriage\r\nreturn",
          "\"\"",
          "back\\slash\\",
          "😀 emoji \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "שלום وسهلا",
          "Қазақстан",
          "null",
          "NULL",
          "NA",
          "0012",
          "2025-01-01",
          "<script>alert(1)</script>",
          "tab\tinside",
          "x".repeat(10_000),
          "=cmd|' /C calc'!A0",
          "@SUM(1)",
          "+1",
          "-1",
          "\tcell",
          "\rcell",
          "trailing newline\n");

  /** Spark's reader makes null of the empty text unless another word stands for it. */
  private static final String EMPTY = "(empty)";

  @TempDir Path folder;

  private enum Place {
    HELD,
    LEFT
  }

  @ParameterizedTest
  @EnumSource
  void nastyTextsComeBackInDuckDb(Place place) throws IOException, SQLException {
    write(place, nasty(), CsvTable.Start.PLAIN);

    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.query(
                  "SELECT number, text, maybe FROM "
                      + DuckDb.csv(file())
                      + " ORDER BY number::INT"))
          .isEqualTo(expected());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nastyTextsComeBackInSpark(Place place) throws IOException {
    write(place, nasty(), CsvTable.Start.PLAIN);

    Dataset<Row> read =
        SparkExtension.spark()
            .read()
            .option("header", true)
            .option("multiLine", true)
            .option("escape", "\"")
            .option("lineSep", "\n")
            .option("maxCharsPerColumn", -1)
            .option("emptyValue", EMPTY)
            .schema("number INT, text STRING, maybe STRING")
            .csv(file().toString());

    assertThat(read.collectAsList().stream().map(row -> values(row)).toList())
        .usingRecursiveComparison()
        .isEqualTo(expected());
  }

  /** Pandas makes one of null and the empty text. */
  @ParameterizedTest
  @EnumSource
  void nastyTextsComeBackInPandas(Place place) throws IOException {
    Python python = Python.with("pandas");
    write(place, nasty(), CsvTable.Start.PLAIN);

    String read =
        python.run(
            "import json, pandas, sys; table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False); print(json.dumps(table.values.tolist()))",
            file().toString());
    assertThat(new ObjectMapper().readValue(read, String[][].class))
        .isEqualTo(
            expected().stream()
                .map(
                    row ->
                        row.stream().map(cell -> cell == null ? "" : cell).toArray(String[]::new))
                .toArray());
  }

  @Test
  void formulasAreDefused() throws IOException {
    write(Place.HELD, List.of(new Nasty(1, "=cmd|' /C calc'!A0", "@SUM(1)")), CsvTable.Start.PLAIN);

    assertThat(Files.readString(file()))
        .isEqualTo("\"number\",\"text\",\"maybe\"\n1,\"'=cmd|' /C calc'!A0\",\"'@SUM(1)\"\n");
  }

  @Test
  void sizeAndHashAreThoseOfTheFile() throws Exception {
    WrittenFile written = write(Place.HELD, nasty(), CsvTable.Start.PLAIN);

    byte[] bytes = Files.readAllBytes(file());
    assertThat(written.bytes()).isEqualTo(bytes.length);
    assertThat(written.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void byteOrderMarkComesFirstIfAskedFor() throws IOException {
    write(Place.HELD, nasty(), CsvTable.Start.BYTE_ORDER_MARK);

    assertThat(Files.readAllBytes(file())).startsWith(0xEF, 0xBB, 0xBF, '"', 'n');
  }

  @Test
  void tableWithoutRowsIsItsHeader() throws IOException {
    write(Place.LEFT, List.of(), CsvTable.Start.PLAIN);

    assertThat(Files.readString(file())).isEqualTo("\"number\",\"text\",\"maybe\"\n");
  }

  @Test
  void bytesDependOnNoPartitioning(@TempDir Path other) throws IOException {
    List<Nasty> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(new Nasty(i * 7919 % 1000, NASTY.get(i % NASTY.size()), null));
    }
    Collections.shuffle(many, new Random(1));
    write(Place.HELD, many, CsvTable.Start.PLAIN);
    byte[] once = Files.readAllBytes(file());

    Dataset<Row> rows = Records.dataset(SparkExtension.spark(), Nasty.class, many).repartition(7);
    Path again = other.resolve("again.csv");
    CsvTable.write(
        OrderedTable.left(Nasty.class, rows), files(), hadoop(again), CsvTable.Start.PLAIN);

    assertThat(Files.readAllBytes(again)).isEqualTo(once);
  }

  @Test
  void datesAndNumbersHaveTheirTypesInDuckDb() throws Exception {
    var rows =
        Records.dataset(
            SparkExtension.spark(),
            Typed.class,
            List.of(
                new Typed("a", LocalDate.of(2025, 5, 21), 0.125, true),
                new Typed("b", null, null, false)));
    CsvTable.write(
        OrderedTable.of(Typed.class, rows), files(), hadoop(file()), CsvTable.Start.PLAIN);

    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.query(
                  "SELECT typeof(day), typeof(share), typeof(flag), day, share FROM '"
                      + file()
                      + "'"))
          .containsExactly(
              List.of("DATE", "DOUBLE", "BOOLEAN", LocalDate.of(2025, 5, 21), 0.125),
              Arrays.asList("DATE", "DOUBLE", "BOOLEAN", null, null));
    }
  }

  private static List<Nasty> nasty() {
    List<Nasty> rows = new ArrayList<>();
    for (int i = 0; i < NASTY.size(); i++) {
      rows.add(new Nasty(i, NASTY.get(i), i % 2 == 0 ? null : NASTY.get(i)));
    }
    return rows;
  }

  private static List<List<Object>> expected() {
    return nasty().stream()
        .map(
            row ->
                Arrays.<Object>asList(
                    String.valueOf(row.number()), defused(row.text()), defused(row.maybe())))
        .toList();
  }

  /** What a reader finds: formulas are defused, every other text is as it was. */
  private static @Nullable String defused(@Nullable String text) {
    return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  private static List<Object> values(Row row) {
    return Arrays.asList(String.valueOf(row.getInt(0)), text(row.get(1)), text(row.get(2)));
  }

  private static Object text(Object value) {
    return EMPTY.equals(value) ? "" : value;
  }

  private WrittenFile write(Place place, List<Nasty> rows, CsvTable.Start start)
      throws IOException {
    SparkSession spark = SparkExtension.spark();
    Dataset<Row> dataset = Records.dataset(spark, Nasty.class, rows);
    OrderedTable table =
        place == Place.HELD
            ? OrderedTable.of(Nasty.class, dataset)
            : OrderedTable.left(Nasty.class, dataset);
    return CsvTable.write(table, files(), hadoop(file()), start);
  }

  private Path file() {
    return folder.resolve("nasty.csv");
  }

  private static FileSystem files() throws IOException {
    FileSystem files = FileSystem.newInstance(URI.create("file:///"), new Configuration());
    files.setWriteChecksum(false);
    return files;
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  @Table(name = "nasty", description = "Texts that break careless writers.")
  public record Nasty(
      @Column(value = "Number", key = true) int number,
      @Column(value = "Text", key = true) String text,
      @Column(value = "Text or null", nullable = true) String maybe) {}

  @Table(name = "typed", description = "Other types.")
  public record Typed(
      @Column(value = "Key", key = true) String name,
      @Column(value = "Day", nullable = true) LocalDate day,
      @Column(value = "Share", nullable = true) Double share,
      @Column("Flag") boolean flag) {}
}
