package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.corpus.Copies;
import org.summitthemes.corpus.Shingles;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SparkExtension;

/**
 * The copies of {@link NearDuplicatesTest} with MLlib's MinHash LSH as the source of candidates.
 * Not part of {@code verify}: {@code ./mvnw test -Dtest=MinHashBenchmark}.
 */
@ExtendWith(SparkExtension.class)
class MinHashBenchmark {
  private static final int DIMENSIONS = 1 << 22;
  private static final double GREATEST_DISTANCE = 0.9;

  @TempDir Path folder;

  @Test
  void candidatesByMinHash(SparkSession spark) throws IOException {
    Map<String, String> texts =
        NearDuplicatesTest.withAlteredCopies(GeneralDebate.everyNth(9), 400);
    Map<String, long[]> shingles = new TreeMap<>();
    texts.forEach((id, text) -> shingles.put(id, Shingles.of(text)));
    // The vectors of all texts are too many to be sent to everybody.
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    for (int tables : new int[] {4, 16}) {
      long start = System.nanoTime();
      Dataset<Row> vectors = vectors(spark, shingles);
      List<Row> candidates =
          new MinHashLSH()
              .setInputCol("shingles")
              .setOutputCol("hashes")
              .setNumHashTables(tables)
              .setSeed(1)
              .fit(vectors)
              .approxSimilarityJoin(vectors, vectors, GREATEST_DISTANCE)
              .select(col("datasetA.id").as("a"), col("datasetB.id").as("b"))
              .where("a < b")
              .collectAsList();
      List<Copies.Pair> pairs = new ArrayList<>();
      for (Row row : candidates) {
        String a = row.getString(0);
        String b = row.getString(1);
        if (Shingles.containment(shingles.get(a), shingles.get(b)) >= Copies.LEAST_CONTAINMENT) {
          pairs.add(new Copies.Pair(a, texts.get(a).length(), b, texts.get(b).length()));
        }
      }
      double f1 = NearDuplicatesTest.f1(texts, Copies.originals(pairs));
      System.out.printf(
          "MinHash LSH, %d tables: F1 %.4f, %.1f s%n",
          tables, f1, (System.nanoTime() - start) / 1e9);
    }
    long start = System.nanoTime();
    double f1 = NearDuplicatesTest.f1(texts, NearDuplicatesTest.originals(spark, folder, texts));
    System.out.printf(
        "Sampled shingles, with the whole ingest: F1 %.4f, %.1f s%n",
        f1, (System.nanoTime() - start) / 1e9);
  }

  private static Dataset<Row> vectors(SparkSession spark, Map<String, long[]> shingles) {
    List<Row> rows = new ArrayList<>();
    shingles.forEach(
        (id, hashes) -> {
          int[] indices =
              Arrays.stream(hashes)
                  .mapToInt(hash -> (int) (hash & (DIMENSIONS - 1)))
                  .sorted()
                  .distinct()
                  .toArray();
          double[] ones = new double[indices.length];
          Arrays.fill(ones, 1);
          rows.add(RowFactory.create(id, Vectors.sparse(DIMENSIONS, indices, ones)));
        });
    StructType schema =
        new StructType().add("id", DataTypes.StringType).add("shingles", SQLDataTypes.VectorType());
    return spark.createDataFrame(rows, schema);
  }
}
