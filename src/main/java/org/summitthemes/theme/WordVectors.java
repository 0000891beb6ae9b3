package org.summitthemes.theme;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Encoder} makes of single words, so that words of like meaning lie close together.
 * The mean of all vectors is taken from each, since what all words share tells none apart (Mu,
 * Viswanath, "All-but-the-top", ICLR 2018), and each is then brought to length 1.
 */
public final class WordVectors implements Serializable {
  /** No words. */
  public static final WordVectors NONE = new WordVectors(new TreeMap<>(), 0);

  private final NavigableMap<String, float[]> vectors;
  private final int dimensions;

  private WordVectors(NavigableMap<String, float[]> vectors, int dimensions) {
    this.vectors = vectors;
    this.dimensions = dimensions;
  }

  /** The vectors of words as the encoder gives them, all of one length. */
  public static WordVectors of(Map<String, float[]> encoded) {
    if (encoded.isEmpty()) {
      return NONE;
    }

    NavigableMap<String, float[]> sorted = new TreeMap<>(encoded);
    double[] mean = new double[sorted.get(sorted.firstKey()).length];
    for (float[] vector : sorted.values()) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / sorted.size();
      }
    }
    NavigableMap<String, float[]> centred = new TreeMap<>();
    sorted.forEach((word, vector) -> centred.put(word, centred(vector, mean)));
    return new WordVectors(Collections.unmodifiableNavigableMap(centred), mean.length);
  }

  private static float[] centred(float[] vector, double[] mean) {
    double squares = 0;
    for (int i = 0; i < mean.length; i++) {
      squares += (vector[i] - mean[i]) * (vector[i] - mean[i]);
    }
    double length = squares > 0 ? Math.sqrt(squares) : 1;
    float[] centred = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centred[i] = (float) ((vector[i] - mean[i]) / length);
    }
    return centred;
  }

  int dimensions() {
    return dimensions;
  }

  /** The words in their natural order. */
  Iterable<String> words() {
    return vectors.keySet();
  }

  float @Nullable [] of(String word) {
    return vectors.get(word);
  }
}
