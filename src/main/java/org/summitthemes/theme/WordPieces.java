package org.summitthemes.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a word in lower case into the pieces a BERT model knows, the longest first from the left (Wu
 * et al., "Google's Neural Machine Translation System", arXiv:1609.08144, section 4.1).
 */
final class WordPieces {
  private static final String START = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String INSIDE = "##";

  private final Map<String, Integer> ids;

  private WordPieces(Map<String, Integer> ids) {
    this.ids = ids;
  }

  /** The pieces named in a file of the Hugging Face tokenizers. */
  static WordPieces read(InputStream tokenizer) throws IOException {
    JsonNode vocabulary = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
    Map<String, Integer> ids = new HashMap<>();
    vocabulary.properties().forEach(piece -> ids.put(piece.getKey(), piece.getValue().asInt()));
    return new WordPieces(ids);
  }

  /** Start, the word's pieces, end; one unknown piece for a word with a part that none fits. */
  long[] ids(String word) {
    List<Integer> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      while (to > from && !ids.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        pieces = List.of(ids.get(UNKNOWN));
        break;
      }

      pieces.add(ids.get(piece(word, from, to)));
      from = to;
    }
    long[] all = new long[pieces.size() + 2];
    all[0] = ids.get(START);
    for (int i = 0; i < pieces.size(); i++) {
      all[i + 1] = pieces.get(i);
    }
    all[all.length - 1] = ids.get(END);
    return all;
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : INSIDE) + word.substring(from, to);
  }
}
