package org.summitthemes.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A publication as a reader without Spark sees it: DuckDB over its files. */
public final class Publication implements AutoCloseable {
  private final Path folder;
  private final Connection duckdb;

  private Publication(Path folder, Connection duckdb) {
    this.folder = folder;
    this.duckdb = duckdb;
  }

  /** Opens the current publication of an output folder. */
  public static Publication current(Path out) {
    try {
      return new Publication(
          out.resolve("reports/current").toRealPath(), DriverManager.getConnection("jdbc:duckdb:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The table's Parquet files as a source for SQL. */
  public String parquet(String table) {
    return "read_parquet('%s/parquet/%s/*.parquet')".formatted(folder, table);
  }

  /** The table's CSV file as a source for SQL. */
  public String csv(String table) {
    return "read_csv('%s/csv/%s.csv', header = true, quote = '\"', escape = '\"', delim = ',', all_varchar = true, strict_mode = true)"
        .formatted(folder, table);
  }

  /** The rows of a query, columns joined by {@code " | "}, null as {@code -}. */
  public List<String> rows(String sql) {
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          String value = result.getString(column);
          values.add(value == null ? "-" : value);
        }
        rows.add(String.join(" | ", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The single number that a query gives. */
  public long number(String sql) {
    return Long.parseLong(rows(sql).get(0));
  }

  /** The bytes of every CSV, by name, but of the table of runs: that alone holds times. */
  public Map<String, String> csvTexts() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("csv"))) {
      for (Path file : files.filter(file -> !file.endsWith("dim_run.csv")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  @Override
  public void close() {
    try {
      duckdb.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
