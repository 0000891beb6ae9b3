package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.config.FitConfig;
import org.summitthemes.table.PassageTerms;
import org.summitthemes.table.Records;
import org.summitthemes.text.Collocation;
import org.summitthemes.text.KeyCounts;
import org.summitthemes.text.LongCounts;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.text.Vocabulary.Term;

/**
 * Learns the phrases and the vocabulary of a corpus and turns its passages into term indices.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}. Output: {@link Phrases}, {@link Vocabulary},
 * {@link PassageTerms}.
 *
 * <p>Everything is counted in integers and every tie is broken by name, so the result depends
 * neither on partitions nor on the order of rows. Only bounded numbers of terms and pairs reach the
 * driver.
 */
public final class VocabularyJob {
  /** Stems are joined to pairs, and these with their neighbours to phrases of up to four. */
  private static final int ROUNDS = 2;

  /** Phrases learned in a round: the most frequent ones. */
  private static final int MAX_PHRASES = 50_000;

  /** Terms examined for each one that the vocabulary may hold: the most frequent ones. */
  private static final int CANDIDATES = 4;

  private static final Encoder<Row> ENCODED_SENTENCES =
      Encoders.row(
          new StructType()
              .add("speech_id", DataTypes.StringType, false)
              .add("passage_no", DataTypes.IntegerType, false)
              .add("sentence_no", DataTypes.IntegerType, false)
              .add("term_ids", DataTypes.createArrayType(DataTypes.IntegerType, false), false));

  private VocabularyJob() {}

  /**
   * What a corpus taught.
   *
   * @param passages {@link PassageTerms} of all passages, cached
   */
  public record Learned(Phrases phrases, Vocabulary vocabulary, Dataset<Row> passages) {}

  /** Phrases, vocabulary and encoded passages of the corpus, whose texts are read once. */
  public static Learned learn(Dataset<Row> sentences, FitConfig config) {
    try (SentenceBlocks blocks = blocks(sentences, config)) {
      Phrases phrases = phrases(blocks, config);
      return learn(blocks, phrases, config);
    }
  }

  /**
   * The phrases of the corpus: neighbouring terms of a sentence that occur together often enough
   * and whose {@link Collocation} is strong enough. The second round finds the neighbours of what
   * the first one joined.
   */
  public static Phrases phrases(Dataset<Row> sentences, FitConfig config) {
    try (SentenceBlocks blocks = blocks(sentences, config)) {
      return phrases(blocks, config);
    }
  }

  /** The vocabulary of the corpus within the limits of the configuration. */
  public static Vocabulary vocabulary(Dataset<Row> sentences, Phrases phrases, FitConfig config) {
    try (SentenceBlocks blocks = blocks(sentences, config)) {
      Learned learned = learn(blocks, phrases, config);
      learned.passages().unpersist();
      return learned.vocabulary();
    }
  }

  /** {@link PassageTerms} of all passages, also of those without any known term. */
  public static Dataset<Row> encode(
      Dataset<Row> sentences, Phrases phrases, Vocabulary vocabulary) {
    Broadcast<Phrases> sharedPhrases = broadcast(sentences, phrases);
    Broadcast<Vocabulary> sharedVocabulary = broadcast(sentences, vocabulary);
    MapFunction<Row, Row> encode =
        sentence -> {
          List<String> terms = sharedPhrases.value().join(sentence.getList(3));
          int[] encoded = sharedVocabulary.value().encode(terms);
          return RowFactory.create(sentence.get(0), sentence.get(1), sentence.get(2), encoded);
        };
    return passages(
        sentences
            .select("speech_id", "passage_no", "sentence_no", "stems")
            .map(encode, ENCODED_SENTENCES));
  }

  /** A stem that is rarer than both limits can be neither a term nor a part of one. */
  private static SentenceBlocks blocks(Dataset<Row> sentences, FitConfig config) {
    return SentenceBlocks.of(sentences, Math.min(config.minPassages(), config.phraseMinCount()));
  }

  private static Phrases phrases(SentenceBlocks blocks, FitConfig config) {
    Phrases phrases = Phrases.none();
    for (int round = 0; round < ROUNDS; round++) {
      phrases = phrases.with(collocations(blocks.join(phrases), config));
    }
    return phrases;
  }

  private static List<String> collocations(SentenceBlocks.Joined terms, FitConfig config) {
    long minCount = config.phraseMinCount();
    double threshold = config.phraseNpmi();
    KeyCounts frequent = terms.termCounts().filter((term, count) -> count >= minCount);
    boolean[] wanted = new boolean[terms.size()];
    for (int i = 0; i < frequent.size(); i++) {
      wanted[(int) frequent.key(i)] = true;
    }
    Collocation collocation = terms.collocation();
    KeyCounts pairs = terms.pairCounts(wanted, (pair, count) -> count >= minCount);
    KeyCounts strong =
        pairs.filter(
            (pair, count) ->
                collocation.npmi(
                        count,
                        frequent.count(LongCounts.first(pair)),
                        frequent.count(LongCounts.second(pair)))
                    >= threshold);
    return IntStream.range(0, strong.size())
        .mapToObj(i -> Map.entry(name(strong.key(i), terms), strong.countAt(i)))
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_PHRASES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String name(long pair, SentenceBlocks.Joined terms) {
    return terms.name(LongCounts.first(pair)) + " " + terms.name(LongCounts.second(pair));
  }

  private static Learned learn(SentenceBlocks blocks, Phrases phrases, FitConfig config) {
    SentenceBlocks.Joined terms = blocks.join(phrases);
    Vocabulary candidates = candidates(terms, config);
    Dataset<Row> passages =
        passages(terms.encoded(numbers(terms, candidates))).persist(StorageLevel.MEMORY_AND_DISK());
    KeyCounts counts = passageCounts(passages);
    List<Term> counted =
        IntStream.range(0, candidates.size())
            .mapToObj(index -> candidates.term(index).withPassages(counts.count(index)))
            .toList();
    Vocabulary vocabulary = Vocabulary.within(config, counted, passages.count());
    Map<Integer, String> surfaces = surfaces(terms.surfaceCounts(numbers(terms, vocabulary)));
    Dataset<Row> encoded = renumbered(passages, candidates, vocabulary);
    encoded.count();
    passages.unpersist();
    return new Learned(phrases, withSurfaces(vocabulary, surfaces), encoded);
  }

  /** The most frequent terms. */
  private static Vocabulary candidates(SentenceBlocks.Joined terms, FitConfig config) {
    long minCount = config.minPassages();
    KeyCounts counts = terms.termCounts().filter((term, count) -> count >= minCount);
    List<Term> all =
        IntStream.range(0, counts.size())
            .mapToObj(i -> term(terms.name((int) counts.key(i)), counts.countAt(i)))
            .toList();
    Vocabulary ranked = Vocabulary.of(all);
    return Vocabulary.of(
        ranked.terms().subList(0, Math.min(ranked.size(), CANDIDATES * config.maxTerms())));
  }

  private static Term term(String name, long count) {
    return new Term(name, name, count, 0);
  }

  /** By number of the term its index in the vocabulary; negative if that lacks it. */
  private static int[] numbers(SentenceBlocks.Joined terms, Vocabulary vocabulary) {
    int[] numbers = new int[terms.size()];
    Arrays.setAll(numbers, term -> vocabulary.index(terms.name(term)));
    return numbers;
  }

  /** The encoded pieces of each passage put together in the order of the text. */
  private static Dataset<Row> passages(Dataset<Row> encoded) {
    return encoded
        .groupBy("speech_id", "passage_no")
        .agg(sort_array(collect_list(struct("sentence_no", "term_ids"))).as("sentences"))
        .withColumn("term_ids", flatten(col("sentences.term_ids")))
        .select(Records.columns(PassageTerms.class));
  }

  /** In how many passages each term occurs. */
  private static KeyCounts passageCounts(Dataset<Row> passages) {
    return passages
        .select("term_ids")
        .toJavaRDD()
        .mapPartitions(
            rows -> {
              var counter = new PassageCounter();
              rows.forEachRemaining(row -> counter.add(row.getList(0)));
              return List.of(counter.counts()).iterator();
            })
        .fold(KeyCounts.none(), KeyCounts::plus);
  }

  private static Dataset<Row> renumbered(Dataset<Row> passages, Vocabulary from, Vocabulary to) {
    int[] numbers = from.terms().stream().mapToInt(term -> to.index(term.name())).toArray();
    Broadcast<int[]> shared = broadcast(passages, numbers);
    MapFunction<Row, Row> renumber =
        row -> {
          int[] terms =
              row.<Integer>getList(2).stream()
                  .mapToInt(term -> shared.value()[term])
                  .filter(term -> term >= 0)
                  .toArray();
          return RowFactory.create(row.get(0), row.get(1), terms);
        };
    return passages
        .map(renumber, Records.encoder(PassageTerms.class))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** The commonest surface form of every term, by index; ties by name. */
  private static Map<Integer, String> surfaces(Dataset<Row> surfaceCounts) {
    Map<Integer, String> surfaces = new HashMap<>();
    surfaceCounts
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

  private static <T> Broadcast<T> broadcast(Dataset<Row> rows, T value) {
    return JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()).broadcast(value);
  }

  /** Counts a term once for each passage. */
  private static final class PassageCounter {
    private long[] byTerm = new long[1024];

    /** By term the number of the last passage that had it. */
    private long[] seenIn = new long[1024];

    private long passage;

    void add(List<Integer> terms) {
      passage++;
      for (int term : terms) {
        if (term >= byTerm.length) {
          byTerm = Arrays.copyOf(byTerm, 2 * term);
          seenIn = Arrays.copyOf(seenIn, 2 * term);
        }

        if (seenIn[term] != passage) {
          seenIn[term] = passage;
          byTerm[term]++;
        }
      }
    }

    KeyCounts counts() {
      return KeyCounts.ofDense(byTerm);
    }
  }
}
