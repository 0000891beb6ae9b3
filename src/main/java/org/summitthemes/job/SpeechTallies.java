package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.summitthemes.proposal.Voice;
import org.summitthemes.table.Records;
import org.summitthemes.table.SpeechTally;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;

/**
 * Reduces the sentences of a speech to what comparisons count: words and terms of each theme.
 *
 * <p>The themes and voices of a speech's sentences, a byte each, are joined to them by the speech,
 * which leaves the sentences of a speech together: nearly every speech is counted in one go; one
 * that is not whole in its partition has several rows.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}, {@link
 * org.summitthemes.table.FactSentenceTheme}. Output: {@link SpeechTally}.
 */
public final class SpeechTallies implements Serializable {
  private static final long serialVersionUID = 1;

  /** A sentence of no theme; the others are numbered by theme and voice. */
  private static final byte NONE = -1;

  private static final int VOICES = 2;

  /** The column of the labels beside a sentence. */
  private static final int LABELS_AT = 5;

  private static final StructType LABELS =
      StructType.fromDDL("speech_id string not null, labels binary not null");

  private final List<String> themeIds;
  private final Phrases phrases;
  private final Vocabulary vocabulary;

  /**
   * Counts the terms of a vocabulary.
   *
   * @param themeIds all themes in the order of the catalog, {@code other} included
   */
  public SpeechTallies(List<String> themeIds, Phrases phrases, Vocabulary vocabulary) {
    if (VOICES * themeIds.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("more themes than a byte can tell: " + themeIds.size());
    }

    this.themeIds = List.copyOf(themeIds);
    this.phrases = phrases;
    this.vocabulary = vocabulary;
  }

  /**
   * Rows of {@link SpeechTally}; sentences without a theme do not count.
   *
   * @param sentences speech_id, sentence_no, language, n_words, stems
   * @param sentenceThemes speech_id, sentence_no, theme_id, voice
   */
  public Dataset<Row> of(Dataset<Row> sentences, Dataset<Row> sentenceThemes) {
    Broadcast<SpeechTallies> shared =
        JavaSparkContext.fromSparkContext(sentences.sparkSession().sparkContext()).broadcast(this);
    MapPartitionsFunction<Row, Row> count = rows -> shared.value().new Speeches(rows);
    return sentences
        .select("speech_id", "sentence_no", "language", "n_words", "stems")
        .join(labels(sentenceThemes), "speech_id")
        .mapPartitions(count, Records.encoder(SpeechTally.class));
  }

  /** Whether a sentence is known to be a reporter's own, by its voice. */
  static Column isByReporter() {
    return coalesce(col("voice").equalTo(Voice.REPORTER.column()), lit(false));
  }

  /**
   * Of each speech the label of each sentence by its position: twice its theme's number, and one if
   * it is a reporter's.
   */
  private Dataset<Row> labels(Dataset<Row> sentenceThemes) {
    Column theme = functions.array_position(lit(themeIds.toArray(String[]::new)), col("theme_id"));
    return sentenceThemes
        .select(
            col("speech_id"),
            col("sentence_no"),
            when(theme.equalTo(0), unknownTheme())
                .otherwise(theme.minus(1).multiply(VOICES))
                .plus(isByReporter().cast("int"))
                .cast("int")
                .as("label"))
        .groupBy("speech_id")
        .agg(collect_list("sentence_no"), collect_list("label"))
        .map(
            (MapFunction<Row, Row>)
                row -> RowFactory.create(row.getString(0), packed(row.getList(1), row.getList(2))),
            Encoders.row(LABELS));
  }

  private Column unknownTheme() {
    return functions
        .raise_error(
            functions.concat(
                lit("theme of a sentence is not in the catalog: "),
                col("theme_id"),
                lit("; themes are: " + String.join(", ", themeIds))))
        .cast("long");
  }

  private static byte[] packed(List<Integer> sentences, List<Integer> labels) {
    byte[] packed = new byte[1 + sentences.stream().max(Integer::compare).orElse(-1)];
    Arrays.fill(packed, NONE);
    for (int i = 0; i < sentences.size(); i++) {
      packed[sentences.get(i)] = labels.get(i).byteValue();
    }
    return packed;
  }

  /** The tallies of one speech after another. */
  private final class Speeches implements Iterator<Row> {
    private final Iterator<Row> sentences;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final Deque<Row> counted = new ArrayDeque<>();
    private @Nullable String speech;

    Speeches(Iterator<Row> sentences) {
      this.sentences = sentences;
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

    private void add(Row sentence) {
      byte[] labels = sentence.getAs(LABELS_AT);
      int number = sentence.getInt(1);
      if (number >= labels.length || labels[number] == NONE) {
        return;
      }

      String language = sentence.getString(2);
      boolean byReporter = labels[number] % VOICES == 1;
      tallies
          .computeIfAbsent(language + byReporter, any -> new Tally(language, byReporter))
          .add(labels[number] / VOICES, sentence.getInt(3), sentence.getList(4));
    }

    private void endSpeech() {
      tallies.values().forEach(tally -> counted.add(tally.row(speech)));
      tallies.clear();
    }
  }

  /** Counts in the sentences of a speech in one language and voice. */
  private final class Tally {
    private final String language;
    private final boolean byReporter;
    private final Integer[] sentences = zeros();
    private final Long[] words = new Long[themeIds.size()];

    /** Occurrences of a term in a theme, by both: the term's index times the themes. */
    private final Map<Integer, int[]> counts = new HashMap<>();

    Tally(String language, boolean byReporter) {
      this.language = language;
      this.byReporter = byReporter;
      Arrays.fill(words, 0L);
    }

    void add(int theme, int nWords, List<String> stems) {
      sentences[theme]++;
      words[theme] += nWords;
      for (int term : vocabulary.encode(phrases.join(stems))) {
        counts.computeIfAbsent(term * themeIds.size() + theme, any -> new int[1])[0]++;
      }
    }

    Row row(@Nullable String speech) {
      int[] places = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      int[] terms = new int[places.length];
      int[] themes = new int[places.length];
      int[] occurrences = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        terms[i] = places[i] / themeIds.size();
        themes[i] = places[i] % themeIds.size();
        occurrences[i] = counts.get(places[i])[0];
      }
      return RowFactory.create(
          speech, language, byReporter, sentences, words, terms, themes, occurrences);
    }

    private Integer[] zeros() {
      Integer[] zeros = new Integer[themeIds.size()];
      Arrays.fill(zeros, 0);
      return zeros;
    }
  }
}
