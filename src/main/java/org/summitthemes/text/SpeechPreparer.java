package org.summitthemes.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.text.Passages.Passage;
import org.summitthemes.text.PreparedSpeech.Sentence;

/**
 * Cuts speeches into sentences and passages and finds their tokens.
 *
 * <p>The language that the source gives wins over the detected one. A passage gets a language of
 * its own where few of its words are function words of the speech's language and more are of
 * another, or where it is written in another script.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class SpeechPreparer {
  /** With fewer words a passage says too little about its language. */
  private static final int MIN_WORDS = 12;

  /** In running English every third word is a stop word, in Kazakh every tenth. */
  private static final double USUAL_STOP_SHARE = 0.15;

  private static final double CLEAR_DIFFERENCE = 0.1;

  private final PrepareConfig config;
  private final Map<String, SentenceSplitter> splitters = new HashMap<>();
  private final Map<String, Tokenizer> tokenizers = new HashMap<>();

  public SpeechPreparer(PrepareConfig config) {
    this.config = config;
  }

  /**
   * The speech in sentences and passages.
   *
   * @param given language according to the source; null if it says nothing
   */
  public PreparedSpeech prepare(String text, @Nullable String given) {
    String language =
        Optional.ofNullable(given)
            .flatMap(Languages::canonical)
            .orElseGet(() -> LanguageDetector.detect(text));
    List<Piece> pieces = new ArrayList<>();
    List<List<Integer>> words = new ArrayList<>();
    Cursor cursor = new Cursor(text);
    for (List<Span> paragraph : splitter(language).paragraphs(text)) {
      List<Integer> paragraphWords = new ArrayList<>(paragraph.size());
      for (Span span : paragraph) {
        String sentence = cursor.next(span);
        Tokens tokens = tokenizer(language).tokens(sentence);
        pieces.add(new Piece(span, sentence, tokens));
        paragraphWords.add(tokens.words());
      }
      words.add(paragraphWords);
    }
    UnicodeScript script = LanguageDetector.script(text);
    return new PreparedSpeech(
        language, sentences(pieces, Passages.of(words, config), language, script));
  }

  private record Piece(Span span, String text, Tokens tokens) {}

  private List<Sentence> sentences(
      List<Piece> pieces, List<Passage> passages, String language, UnicodeScript script) {
    List<Sentence> sentences = new ArrayList<>(pieces.size());
    for (int number = 0; number < passages.size(); number++) {
      Passage passage = passages.get(number);
      List<Piece> own = pieces.subList(passage.firstSentence(), passage.lastSentence() + 1);
      String passageLanguage = language(own, language, script);
      for (Piece piece : own) {
        Tokens tokens =
            passageLanguage.equals(language)
                ? piece.tokens
                : tokenizer(passageLanguage).tokens(piece.text);
        sentences.add(new Sentence(piece.span, piece.text, number, passageLanguage, tokens));
      }
    }
    return sentences;
  }

  /**
   * The language of a passage. The cheap look at its stop words spares nearly every passage the
   * detector.
   */
  private String language(List<Piece> passage, String language, UnicodeScript script) {
    int words = passage.stream().mapToInt(piece -> piece.tokens.words()).sum();
    int stops = passage.stream().mapToInt(piece -> piece.tokens.stopWords()).sum();
    if (words < MIN_WORDS || stops >= USUAL_STOP_SHARE * words) {
      return language;
    }

    String text = String.join(" ", passage.stream().map(Piece::text).toList());
    String detected = LanguageDetector.detect(text);
    if (detected.equals(Languages.UNKNOWN) || detected.equals(Languages.primary(language))) {
      return language;
    }

    if (LanguageDetector.script(text) != script) {
      return detected;
    }

    int detectedStops = tokenizer(detected).tokens(text).stopWords();
    return detectedStops - stops >= CLEAR_DIFFERENCE * words ? detected : language;
  }

  private SentenceSplitter splitter(String language) {
    return splitters.computeIfAbsent(language, SentenceSplitter::new);
  }

  private Tokenizer tokenizer(String language) {
    return tokenizers.computeIfAbsent(Languages.primary(language), Tokenizer::new);
  }

  /** Cuts ascending spans out of a text, in one pass. */
  private static final class Cursor {
    private final String text;
    private int index;
    private int offset;

    Cursor(String text) {
      this.text = text;
    }

    String next(Span span) {
      int start = text.offsetByCodePoints(index, span.start() - offset);
      index = text.offsetByCodePoints(start, span.length());
      offset = span.end();
      return text.substring(start, index);
    }
  }
}
