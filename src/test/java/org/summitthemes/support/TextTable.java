package org.summitthemes.support;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A small dataset written as a table: a line of column names, then a line for each row, cells
 * separated by {@code |}; {@code -} is null, and lists are separated by spaces.
 */
public final class TextTable {
  private TextTable() {}

  /** The table as a dataset, with the types that the schema gives to the columns. */
  public static Dataset<Row> of(SparkSession spark, StructType schema, String table) {
    List<String[]> lines =
        table.lines().filter(line -> !line.isBlank()).map(TextTable::cells).toList();
    String[] names = lines.get(0);
    List<Row> rows =
        lines.stream().skip(1).map(cells -> RowFactory.create((Object[]) cells)).toList();
    StructType text =
        new StructType(
            Arrays.stream(names)
                .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
                .toArray(StructField[]::new));
    return spark
        .createDataFrame(rows, text)
        .select(Arrays.stream(names).map(name -> typed(schema, name)).toArray(Column[]::new));
  }

  private static Column typed(StructType schema, String name) {
    StructField field = schema.apply(name);
    Column cell = functions.col(name);
    return (field.dataType().typeName().equals("array") ? functions.split(cell, " ") : cell)
        .cast(field.dataType())
        .as(name);
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.equals("-") ? null : cell)
        .toArray(String[]::new);
  }
}
