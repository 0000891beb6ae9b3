package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.config.FitConfig;
import org.summitthemes.job.CountIterator.LongCounter;
import org.summitthemes.job.CountIterator.ObjectCounter;
import org.summitthemes.table.PassageTerms;
import org.summitthemes.table.Records;
import org.summitthemes.text.Collocation;
import org.summitthemes.text.LongCounts;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.text.Vocabulary.Term;

/**
 * Learns the phrases and the vocabulary of a corpus and turns its passages into term indices.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}. Output: {@link Phrases}, {@link Vocabulary},
 * {@link PassageTerms}. The sentences are read several times: cache or store them first.
 *
 * <p>Everything is counted in integers and every tie is broken by name, so the result depends
 * neither on partitions nor on the order of rows. Tasks count in hash tables of their own and hand
 * over the sums; only bounded numbers of terms and pairs reach the driver.
 */
public final class VocabularyJob {
  /** Stems are joined to pairs, and these with their neighbours to phrases of up to four. */
  private static final int ROUNDS = 2;

  /** Phrases learned in a round: the most frequent ones. */
  private static final int MAX_PHRASES = 50_000;

  /** Terms whose pairs are counted: the most frequent ones. */
  private static final int MAX_PAIRED_TERMS = 500_000;

  /** Terms examined for each one that the vocabulary may hold: the most frequent ones. */
  private static final int CANDIDATES = 4;

  /** The key under which all pairs, or all passages, are counted together. */
  private static final long ALL = Long.MAX_VALUE;

  /** The key under which all terms are counted together. */
  private static final long ALL_TERMS = ALL - 1;

  private static final Encoder<Row> TERM_COUNTS =
      Encoders.row(
          new StructType()
              .add("name", DataTypes.StringType, false)
              .add("n", DataTypes.LongType, false));

  private static final Encoder<Row> KEY_COUNTS =
      Encoders.row(
          new StructType()
              .add("key", DataTypes.LongType, false)
              .add("n", DataTypes.LongType, false));

  private static final Encoder<Row> SURFACE_COUNTS =
      Encoders.row(
          new StructType()
              .add("term_id", DataTypes.IntegerType, false)
              .add("surface", DataTypes.StringType, false)
              .add("n", DataTypes.LongType, false));

  private static final Encoder<Row> ENCODED_SENTENCES =
      Encoders.row(
          new StructType()
              .add("speech_id", DataTypes.StringType, false)
              .add("passage_no", DataTypes.IntegerType, false)
              .add("sentence_no", DataTypes.IntegerType, false)
              .add("term_ids", DataTypes.createArrayType(DataTypes.IntegerType, false), false));

  private VocabularyJob() {}

  /**
   * The phrases of the corpus: neighbouring terms of a sentence that occur together often enough
   * and whose {@link Collocation} is strong enough. The second round finds the neighbours of what
   * the first one joined.
   */
  public static Phrases phrases(Dataset<Row> sentences, FitConfig config) {
    Phrases phrases = Phrases.none();
    for (int round = 0; round < ROUNDS; round++) {
      phrases = phrases.with(collocations(sentences, phrases, config));
    }
    return phrases;
  }

  /** The vocabulary of the corpus within the limits of the configuration. */
  public static Vocabulary vocabulary(Dataset<Row> sentences, Phrases phrases, FitConfig config) {
    Dataset<Row> counts = termCounts(sentences, broadcast(sentences, phrases));
    Vocabulary candidates =
        mostFrequent(counts, config.minPassages(), CANDIDATES * config.maxTerms());
    LongCounts passages = passageCounts(encode(sentences, phrases, candidates));
    List<Term> terms =
        IntStream.range(0, candidates.size())
            .mapToObj(index -> candidates.term(index).withPassages(passages.count(index)))
            .toList();
    Vocabulary vocabulary = Vocabulary.within(config, terms, passages.count(ALL));
    return withSurfaces(vocabulary, surfaces(sentences, phrases, vocabulary));
  }

  /** {@link PassageTerms} of all passages, also of those without any known term. */
  public static Dataset<Row> encode(
      Dataset<Row> sentences, Phrases phrases, Vocabulary vocabulary) {
    return encodedSentences(
            sentences, broadcast(sentences, phrases), broadcast(sentences, vocabulary))
        .groupBy("speech_id", "passage_no")
        .agg(sort_array(collect_list(struct("sentence_no", "term_ids"))).as("sentences"))
        .withColumn("term_ids", flatten(col("sentences.term_ids")))
        .select(Records.columns(PassageTerms.class));
  }

  private static Dataset<Row> encodedSentences(
      Dataset<Row> sentences, Broadcast<Phrases> phrases, Broadcast<Vocabulary> vocabulary) {
    MapFunction<Row, Row> encode =
        sentence -> {
          List<String> terms = phrases.value().join(sentence.getList(3));
          int[] encoded = vocabulary.value().encode(terms);
          return RowFactory.create(sentence.get(0), sentence.get(1), sentence.get(2), encoded);
        };
    return sentences
        .select("speech_id", "passage_no", "sentence_no", "stems")
        .map(encode, ENCODED_SENTENCES);
  }

  private static List<String> collocations(
      Dataset<Row> sentences, Phrases phrases, FitConfig config) {
    Broadcast<Phrases> known = broadcast(sentences, phrases);
    Vocabulary terms =
        mostFrequent(termCounts(sentences, known), config.phraseMinCount(), MAX_PAIRED_TERMS);
    Broadcast<Vocabulary> paired = broadcast(sentences, terms);
    Dataset<Row> pairCounts = pairCounts(sentences, known, paired).cache();
    Collocation collocation = new Collocation(count(pairCounts, ALL_TERMS), count(pairCounts, ALL));
    List<String> collocations = collocations(pairCounts, paired, collocation, config);
    pairCounts.unpersist();
    return collocations;
  }

  private static List<String> collocations(
      Dataset<Row> pairCounts,
      Broadcast<Vocabulary> terms,
      Collocation collocation,
      FitConfig config) {
    double threshold = config.phraseNpmi();
    MapFunction<Row, Row> named = pair -> named(pair.getLong(0), pair.getLong(1), terms.value());
    return pairCounts
        .filter(col("key").lt(ALL_TERMS).and(col("n").geq(config.phraseMinCount())))
        .filter((Row pair) -> npmi(pair, terms.value(), collocation) >= threshold)
        .map(named, TERM_COUNTS)
        .sort(col("n").desc(), col("name"))
        .limit(MAX_PHRASES)
        .select("name")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static double npmi(Row pair, Vocabulary terms, Collocation collocation) {
    long first = terms.term(LongCounts.first(pair.getLong(0))).count();
    long second = terms.term(LongCounts.second(pair.getLong(0))).count();
    return collocation.npmi(pair.getLong(1), first, second);
  }

  private static Row named(long pair, long count, Vocabulary terms) {
    String first = terms.term(LongCounts.first(pair)).name();
    String second = terms.term(LongCounts.second(pair)).name();
    return RowFactory.create(first + " " + second, count);
  }

  /** Columns name, n. */
  private static Dataset<Row> termCounts(Dataset<Row> sentences, Broadcast<Phrases> phrases) {
    MapPartitionsFunction<Row, Row> count =
        rows -> new CountIterator(rows, new TermCounter(phrases.value()));
    return sentences
        .select("stems")
        .mapPartitions(count, TERM_COUNTS)
        .groupBy("name")
        .agg(sum("n").as("n"));
  }

  /** Columns key (a pair of term indices, {@link #ALL_TERMS} or {@link #ALL}), n. */
  private static Dataset<Row> pairCounts(
      Dataset<Row> sentences, Broadcast<Phrases> phrases, Broadcast<Vocabulary> terms) {
    MapPartitionsFunction<Row, Row> count =
        rows -> new CountIterator(rows, new PairCounter(phrases.value(), terms.value()));
    return sentences
        .select("stems")
        .mapPartitions(count, KEY_COUNTS)
        .groupBy("key")
        .agg(sum("n").as("n"));
  }

  private static LongCounts passageCounts(Dataset<Row> passageTerms) {
    MapPartitionsFunction<Row, Row> count = rows -> new CountIterator(rows, new PassageCounter());
    LongCounts counts = new LongCounts();
    passageTerms
        .select("term_ids")
        .mapPartitions(count, KEY_COUNTS)
        .groupBy("key")
        .agg(sum("n").as("n"))
        .collectAsList()
        .forEach(row -> counts.add(row.getLong(0), row.getLong(1)));
    return counts;
  }

  /** The commonest surface form of every term of the vocabulary, by index. */
  private static Map<Integer, String> surfaces(
      Dataset<Row> sentences, Phrases phrases, Vocabulary vocabulary) {
    Broadcast<Phrases> known = broadcast(sentences, phrases);
    Broadcast<Vocabulary> terms = broadcast(sentences, vocabulary);
    MapPartitionsFunction<Row, Row> count =
        rows -> new CountIterator(rows, new SurfaceCounter(known.value(), terms.value()));
    Map<Integer, String> surfaces = new HashMap<>();
    sentences
        .select("stems", "surfaces")
        .mapPartitions(count, SURFACE_COUNTS)
        .groupBy("term_id", "surface")
        .agg(sum("n").as("n"))
        .groupBy("term_id")
        .agg(min(struct(col("n").multiply(-1), col("surface"))).as("commonest"))
        .select("term_id", "commonest.surface")
        .collectAsList()
        .forEach(row -> surfaces.put(row.getInt(0), row.getString(1)));
    return surfaces;
  }

  private static Vocabulary withSurfaces(Vocabulary vocabulary, Map<Integer, String> surfaces) {
    return Vocabulary.of(
        IntStream.range(0, vocabulary.size())
            .mapToObj(index -> vocabulary.term(index).withSurface(surfaces.get(index)))
            .toList());
  }

  private static Vocabulary mostFrequent(Dataset<Row> termCounts, int minCount, int limit) {
    return Vocabulary.of(
        termCounts
            .filter(col("n").geq(minCount))
            .sort(col("n").desc(), col("name"))
            .limit(limit)
            .collectAsList()
            .stream()
            .map(row -> new Term(row.getString(0), row.getString(0), row.getLong(1), 0))
            .toList());
  }

  private static long count(Dataset<Row> keyCounts, long key) {
    Row row = keyCounts.filter(col("key").equalTo(key)).agg(sum("n")).first();
    return row.isNullAt(0) ? 0 : row.getLong(0);
  }

  private static <T> Broadcast<T> broadcast(Dataset<Row> rows, T value) {
    SparkSession spark = rows.sparkSession();
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }

  private static final class TermCounter extends ObjectCounter<String> {
    private final Phrases phrases;

    TermCounter(Phrases phrases) {
      super(RowFactory::create);
      this.phrases = phrases;
    }

    @Override
    public void add(Row row) {
      phrases.join(row.getList(0)).forEach(this::count);
    }
  }

  /** Counts the pairs of neighbours whose terms are both known, all terms, and all pairs. */
  private static final class PairCounter extends LongCounter {
    private final Phrases phrases;
    private final Vocabulary terms;

    PairCounter(Phrases phrases, Vocabulary terms) {
      this.phrases = phrases;
      this.terms = terms;
    }

    @Override
    public void add(Row row) {
      int before = -1;
      List<String> names = phrases.join(row.getList(0));
      for (String name : names) {
        int index = terms.index(name);
        if (before >= 0 && index >= 0) {
          count(LongCounts.pair(before, index), 1);
        }
        before = index;
      }
      count(ALL_TERMS, names.size());
      count(ALL, Math.max(0, names.size() - 1));
    }
  }

  /** Counts the passages that contain a term, and all passages. */
  private static final class PassageCounter extends LongCounter {
    @Override
    public void add(Row row) {
      row.<Integer>getList(0).stream().distinct().forEach(index -> count(index, 1));
      count(ALL, 1);
    }
  }

  private record Surface(int termId, String surface) {
    Row row(long count) {
      return RowFactory.create(termId, surface, count);
    }
  }

  private static final class SurfaceCounter extends ObjectCounter<Surface> {
    private final Phrases phrases;
    private final Vocabulary vocabulary;

    SurfaceCounter(Phrases phrases, Vocabulary vocabulary) {
      super(Surface::row);
      this.phrases = phrases;
      this.vocabulary = vocabulary;
    }

    @Override
    public void add(Row row) {
      List<String> stems = row.getList(0);
      int[] lengths = phrases.lengths(stems);
      List<String> terms = Phrases.join(stems, lengths);
      List<String> surfaces = Phrases.join(row.getList(1), lengths);
      for (int i = 0; i < terms.size(); i++) {
        int index = vocabulary.index(terms.get(i));
        if (index >= 0) {
          count(new Surface(index, surfaces.get(i)));
        }
      }
    }
  }
}
