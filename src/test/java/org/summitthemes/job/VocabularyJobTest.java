package org.summitthemes.job;

import static org.apache.spark.sql.functions.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.FitConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.PassageTerms;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.text.Vocabulary.Term;

@ExtendWith(SparkExtension.class)
class VocabularyJobTest {
  private static final FitConfig CONFIG = config(2, 1.0, 50);

  @Test
  void wordsThatOccurTogetherBecomePhrases(SparkSession spark) {
    assertThat(VocabularyJob.phrases(corpus(spark), CONFIG).list())
        .contains("united nation", "organization turkic state")
        .doesNotContain("support peace", "trade support");
  }

  @Test
  void pairsThatAreTooRareOrTooWeakAreNoPhrases(SparkSession spark) {
    var sentences =
        sentences(spark, "x 0 a b", "x 0 a c", "x 0 a d", "x 1 e f", "x 1 e g", "x 2 b a c d e g");

    assertThat(VocabularyJob.phrases(sentences, CONFIG).list()).isEmpty();
  }

  @Test
  void termsAreRankedAndShownInTheirCommonestForm(SparkSession spark) {
    var sentences = sentences(spark, "x 0 peace nations", "x 1 nations trade", "y 0 nation peace");

    assertThat(VocabularyJob.vocabulary(sentences, Phrases.none(), CONFIG).terms())
        .containsExactly(new Term("nation", "nations", 3, 3), new Term("peace", "peace", 2, 2));
  }

  @Test
  void tiesAreBrokenByName(SparkSession spark) {
    var sentences = sentences(spark, "x 0 wars b a", "x 1 war a b");

    assertThat(VocabularyJob.vocabulary(sentences, Phrases.none(), CONFIG).terms())
        .containsExactly(
            new Term("a", "a", 2, 2), new Term("b", "b", 2, 2), new Term("war", "war", 2, 2));
  }

  @Test
  void aTermIsCountedOnceForAPassage(SparkSession spark) {
    var sentences = sentences(spark, "x 0 a a a", "x 0 a b", "x 1 b", "x 1 c");

    assertThat(VocabularyJob.vocabulary(sentences, Phrases.none(), CONFIG).terms())
        .containsExactly(new Term("b", "b", 2, 2));
  }

  @Test
  void termsInTooLargeAShareOfThePassagesAreLeftOut(SparkSession spark) {
    var sentences = sentences(spark, "x 0 a b", "x 1 a b", "x 2 a", "x 3 c");

    assertThat(VocabularyJob.vocabulary(sentences, Phrases.none(), config(2, 0.5, 50)).terms())
        .extracting(Term::name)
        .containsExactly("b");
  }

  @Test
  void passagesBecomeIndicesInTheOrderOfTheText(SparkSession spark) {
    var sentences = sentences(spark, "x 0 war peace", "x 0 united nations war", "x 1 unknown");
    var phrases = Phrases.of(List.of("united nation"));
    var vocabulary =
        Vocabulary.of(
            List.of(
                new Term("war", "war", 9, 9),
                new Term("united nation", "united nations", 8, 8),
                new Term("peace", "peace", 7, 7)));

    var encoded = VocabularyJob.encode(sentences, phrases, vocabulary);

    assertThat(Records.list(encoded.sort("speech_id", "passage_no"), PassageTerms.class))
        .containsExactly(
            new PassageTerms("x", 0, List.of(0, 2, 1, 0)), new PassageTerms("x", 1, List.of()));
  }

  @Test
  void anEmptyCorpusHasAnEmptyVocabulary(SparkSession spark) {
    var sentences = sentences(spark);
    var phrases = VocabularyJob.phrases(sentences, CONFIG);
    var vocabulary = VocabularyJob.vocabulary(sentences, phrases, CONFIG);

    assertThat(phrases.list()).isEmpty();
    assertThat(vocabulary.terms()).isEmpty();
    assertThat(VocabularyJob.encode(sentences, phrases, vocabulary).count()).isZero();
  }

  @Test
  void partitionsAndTheOrderOfRowsDoNotMatter(SparkSession spark) {
    var one = corpus(spark).coalesce(1);
    var seven = corpus(spark).repartition(7).sort(hash(functions.col("sentence_no")));
    var phrases = VocabularyJob.phrases(one, CONFIG);
    var vocabulary = VocabularyJob.vocabulary(one, phrases, CONFIG);

    assertThat(VocabularyJob.phrases(seven, CONFIG)).isEqualTo(phrases);
    assertThat(VocabularyJob.vocabulary(seven, phrases, CONFIG)).isEqualTo(vocabulary);
    assertThat(encoded(seven, phrases, vocabulary)).isEqualTo(encoded(one, phrases, vocabulary));
  }

  private static List<PassageTerms> encoded(
      Dataset<Row> sentences, Phrases phrases, Vocabulary vocabulary) {
    return Records.list(
        VocabularyJob.encode(sentences, phrases, vocabulary).sort("speech_id", "passage_no"),
        PassageTerms.class);
  }

  /** Two phrases among words that come in every order. */
  private static Dataset<Row> corpus(SparkSession spark) {
    List<String> words = List.of("peace", "trade", "support", "energy", "road", "border");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String first = words.get(i % 6);
      String second = words.get(i / 6 % 6);
      String third = words.get((i + i / 6) % 6);
      rows.add("x " + i / 4 + " " + first + " united nations " + second);
      rows.add("y " + i / 4 + " " + second + " " + third + " organization turkic states " + first);
      rows.add("z " + i / 4 + " " + third + " " + first + " " + second);
    }
    return sentences(spark, rows.toArray(String[]::new));
  }

  /** A row is: speech, passage, surface forms. A stem is the form without its s. */
  private static Dataset<Row> sentences(SparkSession spark, String... rows) {
    List<Sentence> sentences = new ArrayList<>();
    for (String row : rows) {
      String[] parts = row.split(" ", 3);
      List<String> surfaces = Arrays.asList(parts[2].split(" "));
      List<String> stems = surfaces.stream().map(word -> word.replaceFirst("s$", "")).toList();
      sentences.add(
          new Sentence(
              parts[0],
              sentences.size(),
              0,
              0,
              "",
              Integer.parseInt(parts[1]),
              "en",
              0,
              stems,
              surfaces));
    }
    return Records.dataset(spark, Sentence.class, sentences);
  }

  private static FitConfig config(int minPassages, double maxPassageShare, int maxTerms) {
    FitConfig defaults = FitConfig.defaults();
    return new FitConfig(
        defaults.discoveredTopics(),
        defaults.sweeps(),
        defaults.samples(),
        defaults.seed(),
        defaults.topicPrior(),
        defaults.termPrior(),
        defaults.seedWeight(),
        defaults.formerWeight(),
        defaults.optimizePrior(),
        minPassages,
        maxPassageShare,
        maxTerms,
        defaults.phraseMinCount(),
        defaults.phraseNpmi(),
        defaults.secondFit(),
        defaults.checkpointEvery());
  }
}
