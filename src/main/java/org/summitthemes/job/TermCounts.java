package org.summitthemes.job;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What neighbouring sentences of a speech say in one language: their terms, and each one's
 * occurrences in each theme.
 *
 * <p>The sentences of a speech stand together as {@code prepare} writes them, so that nearly every
 * speech is counted where it stands; a speech that is not whole in its partition has several rows.
 * The themes of all sentences, a byte each, are sent to every process.
 */
final class TermCounts implements Iterator<Row> {
  private static final StructType COUNTS =
      new StructType()
          .add("speech_id", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("counts", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private final Iterator<Row> sentences;
  private final Map<String, byte[]> themesOf;
  private final int themes;
  private final Map<String, Map<String, int[]>> languages = new TreeMap<>();
  private final Deque<Row> counted = new ArrayDeque<>();
  private @Nullable String speech;

  private TermCounts(Iterator<Row> sentences, Map<String, byte[]> themesOf, int themes) {
    this.sentences = sentences;
    this.themesOf = themesOf;
    this.themes = themes;
  }

  /**
   * Counts the terms of speeches.
   *
   * @return speech_id, language, terms, and counts: occurrences of the first term in each theme, of
   *     the second term in each theme, and so on
   */
  static Dataset<Row> of(CompareJob.Inputs inputs) {
    SparkSession spark = inputs.sentenceTerms().sparkSession();
    int themes = inputs.themeIds().size();
    Broadcast<Map<String, byte[]>> themesOf =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(themes(inputs.sentenceThemes(), inputs.themeIds()));
    MapPartitionsFunction<Row, Row> count =
        sentences -> new TermCounts(sentences, themesOf.value(), themes);
    return inputs
        .sentenceTerms()
        .select("speech_id", "sentence_no", "language", "terms")
        .mapPartitions(count, Encoders.row(COUNTS));
  }

  /** The number of each sentence's theme, from 1; 0 for none. */
  private static Map<String, byte[]> themes(Dataset<Row> sentenceThemes, List<String> themeIds) {
    if (themeIds.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("more themes than a byte can tell: " + themeIds.size());
    }

    Map<String, byte[]> themes = new HashMap<>();
    sentenceThemes
        .select(
            col("speech_id"),
            col("sentence_no"),
            array_position(lit(themeIds.toArray(String[]::new)), col("theme_id")).as("theme"))
        .groupBy("speech_id")
        .agg(collect_list("sentence_no"), collect_list("theme"))
        .collectAsList()
        .forEach(row -> themes.put(row.getString(0), packed(row.getList(1), row.getList(2))));
    return themes;
  }

  private static byte[] packed(List<Integer> sentences, List<Long> themes) {
    byte[] packed = new byte[1 + sentences.stream().max(Integer::compare).orElse(-1)];
    for (int i = 0; i < sentences.size(); i++) {
      packed[sentences.get(i)] = themes.get(i).byteValue();
    }
    return packed;
  }

  @Override
  public boolean hasNext() {
    while (counted.isEmpty() && sentences.hasNext()) {
      Row sentence = sentences.next();
      if (!sentence.getString(0).equals(speech)) {
        endSpeech();
        speech = sentence.getString(0);
      }
      add(sentence);
    }
    if (counted.isEmpty()) {
      endSpeech();
    }
    return !counted.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return counted.remove();
  }

  /** Sentences without a theme do not count. */
  private void add(Row sentence) {
    byte[] ofSpeech = themesOf.get(sentence.getString(0));
    int number = sentence.getInt(1);
    if (ofSpeech == null || number >= ofSpeech.length || ofSpeech[number] == 0) {
      return;
    }

    Map<String, int[]> counts =
        languages.computeIfAbsent(sentence.getString(2), language -> new HashMap<>());
    for (String term : sentence.<String>getList(3)) {
      counts.computeIfAbsent(term, any -> new int[themes])[ofSpeech[number] - 1]++;
    }
  }

  private void endSpeech() {
    languages.forEach((language, counts) -> counted.add(row(language, counts)));
    languages.clear();
  }

  private Row row(String language, Map<String, int[]> counts) {
    String[] terms = counts.keySet().toArray(String[]::new);
    Object[] flat =
        Arrays.stream(terms)
            .flatMapToInt(term -> Arrays.stream(counts.get(term)))
            .boxed()
            .toArray();
    return RowFactory.create(speech, language, terms, flat);
  }
}
