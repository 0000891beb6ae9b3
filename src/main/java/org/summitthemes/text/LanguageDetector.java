package org.summitthemes.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text: by letters that only one language of a script has, else by the
 * character n-grams of OpenNLP's model for 103 languages.
 *
 * <p>The letters come first because the model lacks some languages (Turkmen, Uyghur, Azerbaijani in
 * Cyrillic) and gives their texts to neighbours. Turkmen in Cyrillic shares its letters with Tatar;
 * the commonest small words decide. The model's best guess is taken whatever its probability: with
 * so many languages that is low even where the guess is right.
 *
 * <p>Long texts are judged by their middle. Safe for use by several threads.
 */
public final class LanguageDetector {
  private static final int MIN_LETTERS = 12;
  private static final int MIN_IDEOGRAPHS = 4;
  private static final int SAMPLE = 500;

  /** Asked in this order: a language's letters may include those of the ones below it. */
  private static final List<Alphabet> ALPHABETS =
      List.of(
          new Alphabet("az", UnicodeScript.LATIN, "ə", "əğıçşöü", "", 5),
          new Alphabet("tk", UnicodeScript.LATIN, "ňýž", "ňýžäşçöü", "ığəáéíóúěčřšőű", 3),
          new Alphabet("az", UnicodeScript.CYRILLIC, "ҝҹј", "әғһөүҝҹј", "қңұі", 8),
          new Alphabet("kk", UnicodeScript.CYRILLIC, "ұқі", "әғқңөұүһі", "ўҳїєҷӣӯ", 6),
          new Alphabet("uz", UnicodeScript.CYRILLIC, "ў", "ўқғҳ", "іұәңӣӯҷ", 3),
          new Alphabet("tg", UnicodeScript.CYRILLIC, "ӣӯҷ", "ғӣқӯҳҷ", "іұәңў", 3),
          new Alphabet("ba", UnicodeScript.CYRILLIC, "ҙҫҡ", "ғҙҡңөҫүһә", "қіұ", 6),
          new Alphabet("ky", UnicodeScript.CYRILLIC, "ң", "ңөү", "әқғұіһҗҙҡў", 2),
          new Alphabet("ug", UnicodeScript.ARABIC, "ۇۈې", "ەېۆۇۈۋڭ", "", 8));

  /** Tatar, Kyrgyz and Bashkir have these letters too, but not these words. */
  private static final Alphabet TURKMEN_LETTERS =
      new Alphabet("tk", UnicodeScript.CYRILLIC, "ңҗөүә", "ңҗөүә", "һқғұіҙҡҫў", 1);

  /** And, with, also, for, or, every, being, having done, doing, such. */
  private static final Pattern TURKMEN_WORDS =
      Pattern.compile(
          "(?<!\\p{L})(?:ве|билен|хем|үчин|я-да|хер|болан|эден|эдип|шейле)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private LanguageDetector() {}

  /**
   * The language as a BCP 47 tag of two letters where there is one; {@link Languages#UNKNOWN} for
   * fewer than twelve letters (four in Chinese characters).
   */
  public static String detect(String text) {
    String sample = sample(text);
    Letters letters = new Letters(sample);
    if (letters.weight() < MIN_LETTERS) {
      return Languages.UNKNOWN;
    }

    if (TURKMEN_LETTERS.fits(letters) && TURKMEN_WORDS.matcher(sample).find()) {
      return "tk";
    }

    return ALPHABETS.stream()
        .filter(alphabet -> alphabet.fits(letters))
        .findFirst()
        .map(Alphabet::language)
        .orElseGet(() -> Languages.tag(Model.DETECTOR.predictLanguage(sample).getLang()));
  }

  /** The script of most of the letters; {@code COMMON} if there are none. */
  static UnicodeScript script(String text) {
    return new Letters(sample(text)).script();
  }

  private static String sample(String text) {
    if (text.length() <= SAMPLE) {
      return text;
    }

    int start = (text.length() - SAMPLE) / 2;
    return text.substring(start, start + SAMPLE);
  }

  /**
   * The letters by which a language can be told from others of its script.
   *
   * @param own letters of which at least one must occur
   * @param special letters of the language beyond those common in the script, {@code own} included
   * @param foreign letters that the language does not have: one to ten special ones at most
   * @param percent least share of the special letters; with fewer they may be a quoted name
   */
  private record Alphabet(
      String language,
      UnicodeScript script,
      String own,
      String special,
      String foreign,
      int percent) {
    boolean fits(Letters letters) {
      return letters.script() == script
          && letters.count(own) > 0
          && 100 * letters.count(special) >= percent * letters.total()
          && letters.count(foreign) * 10 <= letters.count(special);
    }
  }

  /** Counts of the letters of a text, in lower case. */
  private static final class Letters {
    private final int[] counts = new int[0x800];
    private final Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    private int total;

    Letters(String text) {
      text.codePoints().filter(Character::isLetter).map(Character::toLowerCase).forEach(this::add);
    }

    private void add(int letter) {
      total++;
      scripts.merge(UnicodeScript.of(letter), 1, Integer::sum);
      if (letter < counts.length) {
        counts[letter]++;
      }
    }

    int total() {
      return total;
    }

    int count(String letters) {
      return letters.chars().map(letter -> counts[letter]).sum();
    }

    /** The number of letters, a Chinese character counting for several. */
    int weight() {
      int ideographs = scripts.getOrDefault(UnicodeScript.HAN, 0);
      return total + ideographs * (MIN_LETTERS / MIN_IDEOGRAPHS - 1);
    }

    UnicodeScript script() {
      return scripts.entrySet().stream()
          .max(Map.Entry.<UnicodeScript, Integer>comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(UnicodeScript.COMMON);
    }
  }

  /** Loads the model when it is first needed, once for all threads. */
  private static final class Model {
    static final LanguageDetectorME DETECTOR = new LanguageDetectorME(load());

    private static LanguageDetectorModel load() {
      try (InputStream stream =
          Objects.requireNonNull(
              Resources.open("/langdetect-183.bin"), "no language model on the class path")) {
        return new LanguageDetectorModel(stream);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the language model", e);
      }
    }
  }
}
