package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.CopyPair;
import org.summitthemes.table.Records;

@ExtendWith(SparkExtension.class)
class CopyFinderTest {
  private static final String DDL =
      "speech_id string, item_uri string, text_sha256 string, n_chars int, n_shingles int, hashes array<bigint>, is_new boolean";
  private static final int SPEECHES = 90;
  private static final int OLD = 70;

  /**
   * Hashes of about half of the old speeches become common by the new ones, so that pairs of old
   * speeches stop being candidates, too.
   */
  @Test
  void addingSpeechesFindsTheCandidatesOfAllSpeeches(SparkSession spark) {
    Dataset<Row> all = speeches(spark);
    Dataset<Row> texts = all.select(col("item_uri"), col("speech_id").as("text"));
    Dataset<Row> none = Records.dataset(spark, CopyPair.class, List.of());
    Dataset<Row> known =
        CopyFinder.pairs(all.where(col("is_new").equalTo(false)), texts, none)
            .select(Records.columns(CopyPair.class));

    List<String> fromScratch = candidates(CopyFinder.pairs(all, texts, none));
    List<String> added = candidates(CopyFinder.pairsWithNew(all, texts, known));

    assertThat(added).isEqualTo(fromScratch);
    assertThat(fromScratch).anyMatch(pair -> pair.contains("new"));
    assertThat(candidates(known.select(col("text_a"), col("text_b"), lit(1))))
        .anyMatch(pair -> !fromScratch.contains(pair))
        .anyMatch(fromScratch::contains);
  }

  private static List<String> candidates(Dataset<Row> pairs) {
    return pairs.select("text_a", "text_b").collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static Dataset<Row> speeches(SparkSession spark) {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < SPEECHES; i++) {
      String id = (i < OLD ? "old-%02d" : "new-%02d").formatted(i);
      TreeSet<Long> hashes = new TreeSet<>();
      for (long phrase = 0; phrase < 30; phrase++) {
        if (random.nextInt(100) < 60) {
          hashes.add(phrase);
        }
      }
      IntStream.range(0, 12).forEach(n -> hashes.add(1000L + random.nextInt(300)));
      rows.add(
          RowFactory.create(
              id, id, id, 100 + i, 640 + i % 7, hashes.toArray(Long[]::new), i >= OLD));
    }
    return spark.createDataFrame(rows, StructType.fromDDL(DDL));
  }
}
