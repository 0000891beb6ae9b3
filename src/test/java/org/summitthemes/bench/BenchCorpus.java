package org.summitthemes.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.support.GeneratedCorpus;
import org.summitthemes.topic.DocumentBlock;

/**
 * A corpus of term ids in a folder: the same documents as Parquet for those who use Spark and as
 * one binary file for those who do not; a tenth of them is held out.
 */
record BenchCorpus(Path folder) {
  static final String TRAIN = "train";
  static final String HELD_OUT = "heldout";
  private static final int EVERY = 10;
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.IntegerType));

  /** A document: its id and its term ids. */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  record Document(String id, int[] tokens) {}

  int terms() throws IOException {
    return Integer.parseInt(Files.readString(folder.resolve("terms")).strip());
  }

  /** Columns id, tokens. */
  Dataset<Row> rows(SparkSession spark, String part) {
    return spark.read().schema(SCHEMA).parquet(folder.resolve(part).toString());
  }

  List<Document> documents(String part) throws IOException {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve(part + ".bin"))))) {
      int count = in.readInt();
      List<Document> documents = new ArrayList<>(count);
      for (int d = 0; d < count; d++) {
        String id = in.readUTF();
        int[] tokens = new int[in.readInt()];
        for (int i = 0; i < tokens.length; i++) {
          tokens[i] = in.readInt();
        }
        documents.add(new Document(id, tokens));
      }
      return documents;
    }
  }

  DocumentBlock block(String part) throws IOException {
    var builder = DocumentBlock.builder(terms());
    documents(part).forEach(document -> builder.add(document.id(), document.tokens()));
    return builder.build();
  }

  /** The term probabilities that the documents were generated from; empty for real texts. */
  double[][] truth() throws IOException {
    Path file = folder.resolve("truth");
    if (!Files.exists(file)) {
      return new double[0][];
    }

    return Files.readAllLines(file).stream()
        .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** Stores encoded passages; every tenth in the order of their ids is held out. */
  void write(Dataset<Row> idsAndTokens, int terms) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("terms"), terms + "\n");
    List<Row> rows = idsAndTokens.where("size(tokens) > 0").sort("id").collectAsList();
    for (String part : List.of(TRAIN, HELD_OUT)) {
      List<Row> some = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if ((i % EVERY == 0) == part.equals(HELD_OUT)) {
          some.add(rows.get(i));
        }
      }
      idsAndTokens
          .sparkSession()
          .createDataFrame(some, SCHEMA)
          .repartition(4)
          .write()
          .parquet(folder.resolve(part).toString());
      writeBinary(some, folder.resolve(part + ".bin"));
    }
  }

  private static void writeBinary(List<Row> rows, Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(rows.size());
      for (Row row : rows) {
        List<Integer> tokens = row.getList(1);
        out.writeUTF(row.getString(0));
        out.writeInt(tokens.size());
        for (int token : tokens) {
          out.writeInt(token);
        }
      }
    }
  }

  /** Stores a generated corpus and its truth. */
  void write(SparkSession spark, GeneratedCorpus generated, int terms) throws IOException {
    List<Row> rows =
        generated.documents().stream().map(d -> RowFactory.create(d.id(), d.tokens())).toList();
    write(spark.createDataFrame(rows, SCHEMA), terms);
    StringBuilder truth = new StringBuilder();
    for (double[] topic : generated.weights()) {
      truth.append(
          String.join(" ", Arrays.stream(topic).mapToObj(Double::toString).toList()) + "\n");
    }
    Files.writeString(folder.resolve("truth"), truth, StandardCharsets.UTF_8);
  }
}
