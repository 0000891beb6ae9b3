package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.text.Collocation;
import org.summitthemes.text.KeyCounts;
import org.summitthemes.text.NumberedPhrases;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.SentenceBlock;
import org.summitthemes.text.TermBlock;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.text.Vocabulary.Term;
import scala.Tuple2;

/**
 * The sentences of a corpus as blocks of numbers, one per partition, and what is counted in them.
 * The texts are read once; each count is then a pass over cached integers.
 *
 * <p>Counts are added up as integers and stems are numbered by frequency and name, so nothing
 * depends on the partitions.
 */
final class SentenceBlocks implements AutoCloseable {
  /** Stems that are numbered: the most frequent ones. */
  private static final int MAX_STEMS = 500_000;

  private static final StructType STEM_COUNTS =
      new StructType().add("name", DataTypes.StringType, false).add("n", DataTypes.LongType, false);

  private static final StructType SURFACE_COUNTS =
      new StructType()
          .add("term_id", DataTypes.IntegerType, false)
          .add("surface", DataTypes.StringType, false)
          .add("n", DataTypes.LongType, false);

  private static final StructType ENCODED =
      new StructType()
          .add("speech_id", DataTypes.StringType, false)
          .add("passage_no", DataTypes.IntegerType, false)
          .add("sentence_no", DataTypes.IntegerType, false)
          .add("term_ids", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final JavaRDD<SentenceBlock> blocks;
  private final Vocabulary stems;
  private final Broadcast<Vocabulary> knownStems;

  private SentenceBlocks(SparkSession spark, JavaRDD<SentenceBlock> blocks, long minCount) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.blocks = blocks;
    this.stems = stems(minCount);
    this.knownStems = context.broadcast(stems);
  }

  /**
   * Reads the sentences.
   *
   * @param sentences rows of {@code Sentence}
   * @param minCount stems that occur less often are not told apart
   */
  static SentenceBlocks of(Dataset<Row> sentences, long minCount) {
    return new SentenceBlocks(
        sentences.sparkSession(),
        sentences
            .select("speech_id", "passage_no", "sentence_no", "stems", "surfaces")
            .toJavaRDD()
            .mapPartitions(rows -> List.of(block(rows)).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK()),
        minCount);
  }

  @Override
  public void close() {
    blocks.unpersist(false);
  }

  /** The corpus with the phrases joined. */
  Joined join(Phrases phrases) {
    return new Joined(new NumberedPhrases(phrases, stems));
  }

  private static SentenceBlock block(Iterator<Row> rows) {
    SentenceBlock.Builder builder = SentenceBlock.builder();
    while (rows.hasNext()) {
      Row row = rows.next();
      builder.add(row.getString(0), row.getInt(1), row.getInt(2), row.getList(3), row.getList(4));
    }
    return builder.build();
  }

  private Vocabulary stems(long minCount) {
    JavaRDD<Row> counts = blocks.flatMap(block -> rows(block.stemCounts()));
    return Vocabulary.of(
        spark
            .createDataFrame(counts, STEM_COUNTS)
            .groupBy("name")
            .agg(sum("n").as("n"))
            .where(col("n").geq(minCount))
            .sort(col("n").desc(), col("name"))
            .limit(MAX_STEMS)
            .collectAsList()
            .stream()
            .map(row -> new Term(row.getString(0), row.getString(0), row.getLong(1), 0))
            .toList());
  }

  private static Iterator<Row> rows(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> RowFactory.create(count.getKey(), count.getValue()))
        .iterator();
  }

  /** The corpus as terms: stems, by their number, and then phrases. */
  final class Joined {
    private final NumberedPhrases phrases;
    private final JavaRDD<Tuple2<SentenceBlock, TermBlock>> terms;

    private Joined(NumberedPhrases phrases) {
      Broadcast<NumberedPhrases> shared = context.broadcast(phrases);
      Broadcast<Vocabulary> known = knownStems;
      this.phrases = phrases;
      this.terms =
          blocks.map(
              block -> new Tuple2<>(block, TermBlock.of(block, known.value(), shared.value())));
    }

    /** The number of different terms. */
    int size() {
      return phrases.terms();
    }

    String name(int term) {
      return term < stems.size() ? stems.term(term).name() : phrases.phrase(term);
    }

    /** How often each term occurs. */
    KeyCounts termCounts() {
      return terms.map(block -> block._2().termCounts()).fold(KeyCounts.none(), KeyCounts::plus);
    }

    /** The numbers of all terms and of all pairs of neighbours, by which a pair is judged. */
    Collocation collocation() {
      long[] totals =
          terms
              .map(block -> new long[] {block._2().length(), block._2().pairs()})
              .fold(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
      return new Collocation(totals[0], totals[1]);
    }

    /**
     * How often two terms are neighbours, for those that the filter keeps.
     *
     * @param wanted the terms whose pairs are counted
     */
    KeyCounts pairCounts(boolean[] wanted, KeyCounts.Filter filter) {
      Broadcast<boolean[]> sharedWanted = context.broadcast(wanted);
      int parts = Math.max(1, blocks.getNumPartitions());
      return terms
          .flatMapToPair(
              block -> numbered(block._2().pairCounts(sharedWanted.value()).split(parts)))
          .reduceByKey(KeyCounts::plus, parts)
          .map(part -> part._2().filter(filter))
          .fold(KeyCounts.none(), KeyCounts::plus);
    }

    /**
     * Columns speech_id, passage_no, sentence_no (the first), term_ids: the sentences of a passage
     * that stand together in a partition, as numbers.
     *
     * @param numbers by term the number that it gets; negative for those to be left out
     */
    Dataset<Row> encoded(int[] numbers) {
      Broadcast<int[]> shared = context.broadcast(numbers);
      return spark.createDataFrame(
          terms.flatMap(block -> pieces(block._1(), block._2(), shared.value())), ENCODED);
    }

    /** Columns term_id, surface, n: the surface forms of the terms that get a number. */
    Dataset<Row> surfaceCounts(int[] numbers) {
      Broadcast<int[]> shared = context.broadcast(numbers);
      return spark
          .createDataFrame(
              terms.flatMap(block -> surfaces(block._2(), shared.value())), SURFACE_COUNTS)
          .groupBy("term_id", "surface")
          .agg(sum("n").as("n"));
    }
  }

  private static Iterator<Tuple2<Integer, KeyCounts>> numbered(List<KeyCounts> parts) {
    List<Tuple2<Integer, KeyCounts>> numbered = new ArrayList<>();
    parts.forEach(part -> numbered.add(new Tuple2<>(numbered.size(), part)));
    return numbered.iterator();
  }

  private static Iterator<Row> pieces(SentenceBlock block, TermBlock terms, int[] numbers) {
    List<Row> pieces = new ArrayList<>();
    for (int first = 0; first < block.size(); ) {
      int next = first + 1;
      while (next < block.size() && follows(block, next)) {
        next++;
      }
      pieces.add(
          RowFactory.create(
              block.speechId(first),
              block.passage(first),
              block.number(first),
              numbers(terms, terms.start(first), terms.end(next - 1), numbers)));
      first = next;
    }
    return pieces.iterator();
  }

  /** Whether the sentence goes on where the one before it in the block ends. */
  private static boolean follows(SentenceBlock block, int sentence) {
    return block.passage(sentence) == block.passage(sentence - 1)
        && block.number(sentence) == block.number(sentence - 1) + 1
        && block.speechId(sentence).equals(block.speechId(sentence - 1));
  }

  private static int[] numbers(TermBlock terms, int from, int to, int[] numbers) {
    int[] found = new int[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      int term = terms.term(i);
      if (term >= 0 && numbers[term] >= 0) {
        found[n++] = numbers[term];
      }
    }
    return Arrays.copyOf(found, n);
  }

  private static Iterator<Row> surfaces(TermBlock terms, int[] numbers) {
    List<Map<String, Long>> counts = new ArrayList<>();
    for (int i = 0; i < terms.length(); i++) {
      int number = terms.term(i) < 0 ? -1 : numbers[terms.term(i)];
      if (number >= 0) {
        while (counts.size() <= number) {
          counts.add(new HashMap<>(2));
        }
        counts.get(number).merge(terms.surface(i), 1L, Long::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < counts.size(); number++) {
      for (Map.Entry<String, Long> count : counts.get(number).entrySet()) {
        rows.add(RowFactory.create(number, count.getKey(), count.getValue()));
      }
    }
    return rows.iterator();
  }
}
