package org.summitthemes.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences as numbers: each different word once, and which of them stand where, so that they can
 * be counted many times without touching texts again.
 */
public final class SentenceBlock implements Serializable {
  private final String[] words;
  private final int[] stems;
  private final int[] surfaces;
  private final int[] ends;
  private final String[] speechIds;
  private final int[] passages;
  private final int[] numbers;

  private SentenceBlock(Builder builder) {
    words = builder.words.toArray(String[]::new);
    stems = builder.stems.toArray();
    surfaces = builder.surfaces.toArray();
    ends = builder.ends.toArray();
    speechIds = builder.speechIds.toArray(String[]::new);
    passages = builder.passages.toArray();
    numbers = builder.numbers.toArray();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The number of sentences. */
  public int size() {
    return ends.length;
  }

  /** The number of stems of all sentences. */
  public int length() {
    return stems.length;
  }

  /** The position of the sentence's first stem. */
  public int start(int sentence) {
    return sentence == 0 ? 0 : ends[sentence - 1];
  }

  /** The position after the sentence's last stem. */
  public int end(int sentence) {
    return ends[sentence];
  }

  public String speechId(int sentence) {
    return speechIds[sentence];
  }

  public int passage(int sentence) {
    return passages[sentence];
  }

  /** The sentence's position in its speech. */
  public int number(int sentence) {
    return numbers[sentence];
  }

  /** The indices of all stems; negative for those that the vocabulary lacks. */
  int[] indices(Vocabulary vocabulary) {
    int[] byWord = Arrays.stream(words).mapToInt(vocabulary::index).toArray();
    int[] indices = new int[stems.length];
    Arrays.setAll(indices, i -> byWord[stems[i]]);
    return indices;
  }

  /** The surface forms at the positions [from, to), joined by spaces. */
  String surface(int from, int to) {
    String surface = words[surfaces[from]];
    for (int i = from + 1; i < to; i++) {
      surface = surface + " " + words[surfaces[i]];
    }
    return surface;
  }

  /** How often each stem occurs. */
  public Map<String, Long> stemCounts() {
    long[] byWord = new long[words.length];
    for (int stem : stems) {
      byWord[stem]++;
    }
    Map<String, Long> counts = new HashMap<>();
    for (int word = 0; word < words.length; word++) {
      if (byWord[word] > 0) {
        counts.put(words[word], byWord[word]);
      }
    }
    return counts;
  }

  /** Collects sentences in their order. */
  public static final class Builder {
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> speechIds = new ArrayList<>();
    private final Ints stems = new Ints();
    private final Ints surfaces = new Ints();
    private final Ints ends = new Ints();
    private final Ints passages = new Ints();
    private final Ints numbers = new Ints();

    private Builder() {}

    /** Adds a sentence; the surface forms are parallel to the stems. */
    public Builder add(
        String speechId, int passage, int number, List<String> stemList, List<String> surfaceList) {
      if (stemList.size() != surfaceList.size()) {
        throw new IllegalArgumentException(
            "sentence %d of %s has %d stems but %d surface forms"
                .formatted(number, speechId, stemList.size(), surfaceList.size()));
      }

      stemList.forEach(stem -> stems.add(word(stem)));
      surfaceList.forEach(surface -> surfaces.add(word(surface)));
      ends.add(stems.size);
      boolean repeats =
          !speechIds.isEmpty() && speechIds.get(speechIds.size() - 1).equals(speechId);
      speechIds.add(repeats ? speechIds.get(speechIds.size() - 1) : speechId);
      passages.add(passage);
      numbers.add(number);
      return this;
    }

    public SentenceBlock build() {
      return new SentenceBlock(this);
    }

    private int word(String word) {
      Integer known = index.get(word);
      if (known != null) {
        return known;
      }

      index.put(word, words.size());
      words.add(word);
      return words.size() - 1;
    }
  }

  /** Integers in an array that grows. */
  private static final class Ints {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }

      values[size++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
