package org.summitthemes.ml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.topic.DocumentBlock;
import scala.Tuple2;

/**
 * Gathers documents into blocks of flat arrays, one per partition, and keeps them there.
 *
 * <p>Documents go to the block that the hash of their id names and stand there in the order of
 * their ids, so that a block that is lost and built again is the same.
 */
final class Blocks {
  /** Below this many tokens a block is not worth a task of its own in each sweep. */
  static final long MIN_TOKENS = 250_000;

  private Blocks() {}

  /**
   * The documents as persisted blocks.
   *
   * @param documents pairs of id and term ids
   * @param terms size of the vocabulary
   * @param count number of blocks; 0 for one per core, or fewer if there are few tokens
   */
  static JavaRDD<DocumentBlock> of(Dataset<Tuple2<String, int[]>> documents, int terms, int count) {
    int cores = documents.sparkSession().sparkContext().defaultParallelism();
    JavaRDD<DocumentBlock> blocks =
        documents
            .repartition(count > 0 ? count : cores, functions.col(documents.columns()[0]))
            .toJavaRDD()
            .mapPartitions(rows -> List.of(block(rows, terms)).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK());
    long worthwhile = Math.max(1, tokens(blocks) / MIN_TOKENS);
    return count > 0 || worthwhile >= cores ? blocks : merge(blocks, (int) worthwhile);
  }

  static long tokens(JavaRDD<DocumentBlock> blocks) {
    return blocks.map(block -> (long) block.tokenCount()).reduce(Long::sum);
  }

  /** How many tokens each term has. */
  static long[] termFrequencies(JavaRDD<DocumentBlock> blocks, int terms) {
    return blocks.map(block -> block.termFrequencies(terms)).treeReduce(Blocks::add);
  }

  private static long[] add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
    return sums;
  }

  static long documents(JavaRDD<DocumentBlock> blocks) {
    return blocks.map(block -> (long) block.documents()).reduce(Long::sum);
  }

  private static DocumentBlock block(Iterator<Tuple2<String, int[]>> rows, int terms) {
    var builder = DocumentBlock.builder(terms);
    while (rows.hasNext()) {
      var document = TokenColumns.requireWhole(rows.next());
      builder.add(document._1(), document._2());
    }
    return builder.build();
  }

  private static JavaRDD<DocumentBlock> merge(JavaRDD<DocumentBlock> blocks, int count) {
    JavaRDD<DocumentBlock> merged =
        blocks
            .coalesce(count)
            .mapPartitions(some -> List.of(DocumentBlock.merge(list(some))).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK());
    merged.count();
    blocks.unpersist(false);
    return merged;
  }

  private static List<DocumentBlock> list(Iterator<DocumentBlock> blocks) {
    List<DocumentBlock> list = new ArrayList<>();
    blocks.forEachRemaining(list::add);
    return list;
  }
}
