package org.summitthemes.theme;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The vectors that an {@link Encoder} gave words. They are kept with a model, so that the next one
 * encodes only the words that are new, and a word's vector stays the same whatever processor the
 * next fit runs on.
 */
public final class EncodedWords {
  private static final int FORMAT = 1;

  private final NavigableMap<String, float[]> vectors;

  private EncodedWords(NavigableMap<String, float[]> vectors) {
    this.vectors = vectors;
  }

  /** No words yet. */
  public static EncodedWords none() {
    return new EncodedWords(new TreeMap<>());
  }

  /** These words, each with the vector known or else with that of the encoder. */
  public EncodedWords of(Collection<String> words, Encoder encoder) {
    NavigableMap<String, float[]> encoded = new TreeMap<>();
    List<String> unknown =
        words.stream().distinct().sorted().filter(word -> !vectors.containsKey(word)).toList();
    List<float[]> fresh = encoder.encode(unknown);
    for (int i = 0; i < unknown.size(); i++) {
      encoded.put(unknown.get(i), fresh.get(i));
    }
    words.stream()
        .filter(vectors::containsKey)
        .forEach(word -> encoded.put(word, vectors.get(word)));
    return new EncodedWords(encoded);
  }

  /** The vectors as the student uses them. */
  public WordVectors vectors() {
    return WordVectors.of(vectors);
  }

  /** Writes the words; the stream stays open. */
  public void write(OutputStream bytes) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes));
    out.writeInt(FORMAT);
    out.writeInt(vectors.size());
    for (Map.Entry<String, float[]> word : vectors.entrySet()) {
      out.writeUTF(word.getKey());
      out.writeInt(word.getValue().length);
      for (float value : word.getValue()) {
        out.writeFloat(value);
      }
    }
    out.flush();
  }

  /** Reads what {@link #write} wrote. */
  public static EncodedWords read(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(bytes));
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("Encoded words have format " + format + "; known is " + FORMAT);
    }

    NavigableMap<String, float[]> vectors = new TreeMap<>();
    for (int words = in.readInt(); words > 0; words--) {
      String word = in.readUTF();
      float[] vector = new float[in.readInt()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = in.readFloat();
      }
      vectors.put(word, vector);
    }
    return new EncodedWords(vectors);
  }
}
