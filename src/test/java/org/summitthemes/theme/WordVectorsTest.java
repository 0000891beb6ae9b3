package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordVectorsTest {
  /** By hand: the mean is (2, 1), so the first word lies at (-2, 1) and the second opposite. */
  @Test
  void whatAllWordsShareIsTakenAwayAndLengthsAreOne() {
    var vectors = WordVectors.of(Map.of("a", new float[] {0, 2}, "b", new float[] {4, 0}));

    assertThat(vectors.of("a"))
        .containsExactly(
            new float[] {(float) (-2 / Math.sqrt(5)), (float) (1 / Math.sqrt(5))}, within(1e-6f));
    assertThat(vectors.of("b"))
        .containsExactly(
            new float[] {(float) (2 / Math.sqrt(5)), (float) (-1 / Math.sqrt(5))}, within(1e-6f));
    assertThat(vectors.of("c")).isNull();
  }

  @Test
  void onlyNewWordsAreEncodedAndTheOthersKeepTheirVectors() throws IOException {
    var asked = new ArrayList<String>();
    var before = EncodedWords.none().of(List.of("b", "a"), lengths(1, asked));
    var bytes = new ByteArrayOutputStream();
    before.write(bytes);
    asked.clear();

    var after =
        EncodedWords.read(new ByteArrayInputStream(bytes.toByteArray()))
            .of(List.of("ccc", "a"), lengths(7, asked));

    assertThat(asked).containsExactly("ccc");
    var again = new ByteArrayOutputStream();
    after.write(again);
    var expected = new ByteArrayOutputStream();
    EncodedWords.none()
        .of(List.of("a"), lengths(1, asked))
        .of(List.of("a", "ccc"), lengths(7, asked))
        .write(expected);
    assertThat(again.toByteArray()).isEqualTo(expected.toByteArray());
    assertThat(after.vectors().of("b")).isNull();
  }

  @Test
  void wordsOfOtherLanguagesAndRareOnesGetNoVector() {
    var units =
        List.of(
            new Unit("The pipeline leaks.", "en"),
            new Unit("A pipeline, a PIPELINE.", "en"),
            new Unit("Pipeline of 12 km; a leak.", "en"),
            new Unit("Der Tanker", "de"),
            new Unit("Der Tanker fährt", "de"),
            new Unit("Der Tanker kommt", "de"));

    assertThat(EncodableWords.of(units)).containsExactly("pipeline");
  }

  @Test
  void theEncoderKnowsWordsOfLikeMeaningWhateverStandsBesideThem() {
    try (var encoder = MiniLm.load().orElseThrow()) {
      var all = encoder.encode(List.of("army", "soldier", "railway"));

      assertThat(all.get(0)).hasSize(384);
      assertThat(cosine(all.get(0), all.get(1))).isGreaterThan(cosine(all.get(0), all.get(2)));
      assertThat(encoder.encode(List.of("soldier")).get(0)).containsExactly(all.get(1));
    }
  }

  private static Encoder lengths(float factor, List<String> asked) {
    return new Encoder() {
      @Override
      public List<float[]> encode(List<String> texts) {
        asked.addAll(texts);
        return texts.stream().map(text -> new float[] {factor * text.length(), 1}).toList();
      }

      @Override
      public void close() {}
    };
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squaresA += a[i] * a[i];
      squaresB += b[i] * b[i];
    }
    return product / Math.sqrt(squaresA * squaresB);
  }
}
