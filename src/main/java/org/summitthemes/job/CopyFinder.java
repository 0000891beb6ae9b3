package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.corpus.Copies;
import org.summitthemes.corpus.Shingles;
import org.summitthemes.table.CopyPair;

/**
 * Finds speeches that are nearly the same: shortened, reworded in places, quoted in longer ones.
 *
 * <p>Input: {@code speech_id, item_uri, text_sha256, n_chars, n_shingles, hashes}, each text once.
 * Candidates are pairs that share enough sampled hashes ({@link Shingles}). A hash of more than
 * {@value #COMMON} speeches is either a phrase that everybody uses or part of a report that many
 * have printed: there, each is paired with the {@value #HUBS} longest only, which the others would
 * be copies of. Each candidate is verified on the full texts, unless it is known from before.
 * Integer hashes and counts only: the result does not depend on partitions or order.
 */
final class CopyFinder {
  private static final int COMMON = 50;
  private static final int HUBS = 3;

  private static final Encoder<Row> PAIR = encoder("a string, b string, n_a int, n_b int");

  private CopyFinder() {}

  /**
   * The candidates and whether they are copies: {@link CopyPair} with the columns {@code a,
   * length_a, b, length_b} beside.
   *
   * @param texts {@code item_uri, text} of all speeches
   * @param known rows of {@link CopyPair}
   */
  static Dataset<Row> pairs(Dataset<Row> speeches, Dataset<Row> texts, Dataset<Row> known) {
    Dataset<Row> candidates =
        candidates(speeches)
            .join(side(speeches, "a"), "a")
            .join(side(speeches, "b"), "b")
            .withColumn("text_a", least(col("sha256_a"), col("sha256_b")))
            .withColumn("text_b", greatest(col("sha256_a"), col("sha256_b")))
            .join(known, Columns.of("text_a", "text_b"), "left")
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> unknown = candidates.where(col("copies").isNull());
    return unknown.isEmpty()
        ? candidates
        : candidates.where(col("copies").isNotNull()).unionByName(verified(unknown, texts));
  }

  /** The original of each copy. */
  static Map<String, String> originals(Dataset<Row> pairs) {
    return Copies.originals(
        pairs.where(col("copies")).select("a", "length_a", "b", "length_b").collectAsList().stream()
            .map(
                row ->
                    new Copies.Pair(
                        row.getString(0), row.getInt(1), row.getString(2), row.getInt(3)))
            .toList());
  }

  private static Dataset<Row> candidates(Dataset<Row> speeches) {
    return speeches
        .select(col("speech_id"), col("n_shingles"), explode(col("hashes")).as("hash"))
        .groupBy("hash")
        .agg(sort_array(collect_list(struct("n_shingles", "speech_id"))).as("sharing"))
        .where(size(col("sharing")).geq(2))
        .flatMap((FlatMapFunction<Row, Row>) row -> pairs(row).iterator(), PAIR)
        .groupBy("a", "b", "n_a", "n_b")
        .agg(count("*").as("n_shared"))
        .filter((FilterFunction<Row>) CopyFinder::sharesEnough)
        .select("a", "b");
  }

  private static Dataset<Row> side(Dataset<Row> speeches, String side) {
    return speeches.select(
        col("speech_id").as(side),
        col("item_uri").as("uri_" + side),
        col("text_sha256").as("sha256_" + side),
        col("n_chars").as("length_" + side));
  }

  /** The pairs of those that share a hash, sorted by length and id. */
  private static List<Row> pairs(Row hash) {
    List<Row> sharing = hash.getList(1);
    int n = sharing.size();
    int hubs = n <= COMMON ? n : HUBS;
    List<Row> pairs = new ArrayList<>();
    for (int i = n - hubs; i < n; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(pair(sharing.get(i), sharing.get(j)));
      }
    }
    return pairs;
  }

  private static Row pair(Row one, Row other) {
    return one.getString(1).compareTo(other.getString(1)) < 0
        ? RowFactory.create(one.getString(1), other.getString(1), one.getInt(0), other.getInt(0))
        : pair(other, one);
  }

  private static boolean sharesEnough(Row pair) {
    return pair.getLong(4) >= Shingles.leastShared(pair.getInt(2), pair.getInt(3));
  }

  private static Dataset<Row> verified(Dataset<Row> pairs, Dataset<Row> texts) {
    Dataset<Row> a = texts.select(col("item_uri").as("uri_a"), col("text").as("words_a"));
    Dataset<Row> b = texts.select(col("item_uri").as("uri_b"), col("text").as("words_b"));
    UserDefinedFunction copies =
        udf((UDF2<String, String, Boolean>) CopyFinder::areCopies, DataTypes.BooleanType);
    return pairs
        .join(a, "uri_a")
        .join(b, "uri_b")
        .withColumn("copies", copies.apply(col("words_a"), col("words_b")))
        .drop("words_a", "words_b");
  }

  private static boolean areCopies(String textA, String textB) {
    return Shingles.containment(Shingles.of(textA), Shingles.of(textB)) >= Copies.LEAST_CONTAINMENT;
  }

  private static Encoder<Row> encoder(String ddl) {
    return Encoders.row(StructType.fromDDL(ddl));
  }
}
