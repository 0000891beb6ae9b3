package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.corpus.Copies;
import org.summitthemes.corpus.Shingles;

/**
 * Finds speeches that are nearly the same: shortened, reworded in places, quoted in longer ones.
 *
 * <p>Input: {@code speech_id, text}, each text once. Candidates are pairs that share enough sampled
 * hashes ({@link Shingles}); a hash of more than {@value #COMMON} speeches says nothing and is left
 * out. Each candidate is verified on the full texts. Integer hashes and counts only: the result
 * does not depend on partitions or order.
 */
final class CopyFinder {
  private static final int COMMON = 50;

  private static final Encoder<Row> HASHED =
      encoder("speech_id string, n_shingles int, hashes array<bigint>");
  private static final Encoder<Row> PAIR = encoder("a string, b string, n_a int, n_b int");
  private static final Encoder<Row> VERIFIED =
      encoder("a string, length_a int, b string, length_b int");

  private CopyFinder() {}

  /** The original of each copy. */
  static Map<String, String> originals(Dataset<Row> speeches) {
    List<Copies.Pair> pairs =
        candidates(speeches)
            .transform(pairs1 -> verified(pairs1, speeches))
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Copies.Pair(
                        row.getString(0), row.getInt(1), row.getString(2), row.getInt(3)))
            .toList();
    return Copies.originals(pairs);
  }

  private static Dataset<Row> candidates(Dataset<Row> speeches) {
    return speeches
        .map((MapFunction<Row, Row>) CopyFinder::hashed, HASHED)
        .select(col("speech_id"), col("n_shingles"), explode(col("hashes")).as("hash"))
        .groupBy("hash")
        .agg(collect_list(col("speech_id")).as("ids"), collect_list(col("n_shingles")).as("ns"))
        .where(size(col("ids")).between(2, COMMON))
        .flatMap((FlatMapFunction<Row, Row>) row -> pairs(row).iterator(), PAIR)
        .groupBy("a", "b", "n_a", "n_b")
        .agg(count("*").as("n_shared"))
        .filter((FilterFunction<Row>) CopyFinder::sharesEnough)
        .select("a", "b");
  }

  private static Row hashed(Row speech) {
    long[] shingles = Shingles.of(speech.getString(1));
    return RowFactory.create(speech.getString(0), shingles.length, Shingles.sample(shingles));
  }

  private static List<Row> pairs(Row sharing) {
    List<String> ids = sharing.getList(1);
    List<Integer> sizes = sharing.getList(2);
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = 0; j < ids.size(); j++) {
        if (ids.get(i).compareTo(ids.get(j)) < 0) {
          pairs.add(RowFactory.create(ids.get(i), ids.get(j), sizes.get(i), sizes.get(j)));
        }
      }
    }
    return pairs;
  }

  private static boolean sharesEnough(Row pair) {
    return pair.getLong(4) >= Shingles.leastShared(pair.getInt(2), pair.getInt(3));
  }

  private static Dataset<Row> verified(Dataset<Row> pairs, Dataset<Row> speeches) {
    Dataset<Row> a = speeches.select(col("speech_id").as("a"), col("text").as("text_a"));
    Dataset<Row> b = speeches.select(col("speech_id").as("b"), col("text").as("text_b"));
    return pairs
        .join(a, "a")
        .join(b, "b")
        .select("a", "text_a", "b", "text_b")
        .flatMap((FlatMapFunction<Row, Row>) row -> verified(row).iterator(), VERIFIED);
  }

  private static List<Row> verified(Row pair) {
    String textA = pair.getString(1);
    String textB = pair.getString(3);
    double shared = Shingles.containment(Shingles.of(textA), Shingles.of(textB));
    return shared < Copies.LEAST_CONTAINMENT
        ? Collections.emptyList()
        : Arrays.asList(
            RowFactory.create(
                pair.getString(0), textA.length(), pair.getString(2), textB.length()));
  }

  private static Encoder<Row> encoder(String ddl) {
    return Encoders.row(StructType.fromDDL(ddl));
  }
}
