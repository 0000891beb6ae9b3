package org.summitthemes.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A reader of publications that is not ours: DuckDB in memory. */
public final class DuckDb implements AutoCloseable {
  private final Connection connection;

  public DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Runs statements that give nothing. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, each a list of its values. */
  public List<List<Object>> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The number in the only cell of a query's result. */
  public long number(String sql) throws SQLException {
    return ((Number) query(sql).get(0).get(0)).longValue();
  }

  /** A Parquet table as the source of a query. */
  public static String parquet(Path folder) {
    return "read_parquet('" + folder + "/*.parquet')";
  }

  /** A CSV file as the source of a query, all columns texts, quoted empty texts not null. */
  public static String csv(Path file) {
    return "read_csv('"
        + file
        + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = false)";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
