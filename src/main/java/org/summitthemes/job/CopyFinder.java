package org.summitthemes.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
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
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.Copies;
import org.summitthemes.corpus.Shingles;
import org.summitthemes.table.CopyPair;

/**
 * Finds speeches that are nearly the same: shortened, reworded in places, quoted in longer ones.
 *
 * <p>Input: {@code speech_id, item_uri, text_sha256, n_chars, n_shingles, hashes, is_new}, each
 * text once. Candidates are pairs that share enough sampled hashes ({@link Shingles}). A hash of
 * more than {@value #COMMON} speeches is either a phrase that everybody uses or part of a report
 * that many have printed: there, each is paired with the {@value #HUBS} longest only, which the
 * others would be copies of. Each candidate is verified on the full texts, unless it is known from
 * before. Integer hashes and counts only: the result does not depend on partitions or order.
 *
 * <p>Where speeches were only added to others whose candidates are all known, two old speeches can
 * only stop being candidates, if a phrase they share becomes common. So then only hashes of new
 * speeches, and of speeches in known pairs, are looked at: of every pair that may be a candidate
 * all shared hashes are among them.
 */
final class CopyFinder {
  private static final int COMMON = 50;
  private static final int HUBS = 3;

  /** The part that a speech plays in a search: two speeches are looked at from a sum of two on. */
  private static final int NEW = 2;

  private static final int PAIRED = 1;

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
    return pairs(candidates(shared(speeches.withColumn("part", lit(NEW)))), speeches, texts, known);
  }

  /**
   * The same where speeches that are new were added to others, and all candidates among those are
   * known.
   */
  static Dataset<Row> pairsWithNew(Dataset<Row> speeches, Dataset<Row> texts, Dataset<Row> known) {
    Dataset<Row> paired =
        known
            .select(col("text_a").as("text_sha256"))
            .union(known.select("text_b"))
            .distinct()
            .withColumn("paired", lit(PAIRED));
    Dataset<Row> marked =
        speeches
            .join(broadcast(paired), Columns.of("text_sha256"), "left")
            .withColumn(
                "part", when(col("is_new"), NEW).otherwise(coalesce(col("paired"), lit(0))));
    Dataset<Row> hashes =
        marked.where(col("part").gt(0)).select(explode(col("hashes")).as("hash")).distinct();
    Dataset<Row> shared = shared(marked).join(broadcast(hashes), Columns.of("hash"), "left_semi");
    return pairs(candidates(shared), speeches, texts, known);
  }

  private static Dataset<Row> pairs(
      Dataset<Row> found, Dataset<Row> speeches, Dataset<Row> texts, Dataset<Row> known) {
    Dataset<Row> candidates =
        found
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

  /** {@code hash, n_shingles, speech_id, part}: which speech has which sampled hash. */
  private static Dataset<Row> shared(Dataset<Row> speeches) {
    return speeches.select(
        explode(col("hashes")).as("hash"), col("n_shingles"), col("speech_id"), col("part"));
  }

  /** The pairs that share enough hashes. */
  private static Dataset<Row> candidates(Dataset<Row> shared) {
    return shared
        .repartition(col("hash"))
        .sortWithinPartitions("hash", "n_shingles", "speech_id")
        .mapPartitions((MapPartitionsFunction<Row, Row>) CopyFinder::pairs, PAIR)
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

  /** The pairs of speeches that share a hash, of rows sorted by hash, length and id. */
  private static Iterator<Row> pairs(Iterator<Row> shared) {
    return new Iterator<>() {
      private @Nullable Row ahead = shared.hasNext() ? shared.next() : null;
      private Iterator<Row> ready = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && ahead != null) {
          ready = pairs(sharing()).iterator();
        }
        return ready.hasNext();
      }

      @Override
      public Row next() {
        return ready.next();
      }

      private List<Row> sharing() {
        List<Row> sharing = new ArrayList<>();
        Row first = ahead;
        while (ahead != null && first != null && ahead.getLong(0) == first.getLong(0)) {
          sharing.add(ahead);
          ahead = shared.hasNext() ? shared.next() : null;
        }
        return sharing;
      }
    };
  }

  /** The pairs of those that share a hash, sorted by length and id. */
  private static List<Row> pairs(List<Row> sharing) {
    int n = sharing.size();
    int hubs = n <= COMMON ? n : HUBS;
    List<Row> pairs = new ArrayList<>();
    for (int i = n - hubs; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (sharing.get(i).getInt(3) + sharing.get(j).getInt(3) >= NEW) {
          pairs.add(pair(sharing.get(i), sharing.get(j)));
        }
      }
    }
    return pairs;
  }

  private static Row pair(Row one, Row other) {
    return one.getString(2).compareTo(other.getString(2)) < 0
        ? RowFactory.create(one.getString(2), other.getString(2), one.getInt(1), other.getInt(1))
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
