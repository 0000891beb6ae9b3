package org.summitthemes.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.de.GermanLightStemmer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemmer;
import org.apache.lucene.analysis.fa.PersianNormalizer;
import org.apache.lucene.analysis.fi.FinnishLightStemmer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.hu.HungarianLightStemmer;
import org.apache.lucene.analysis.it.ItalianLightStemmer;
import org.apache.lucene.analysis.pt.PortugueseLightStemmer;
import org.apache.lucene.analysis.sv.SwedishLightStemmer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Gives the forms of a word one counting form, which need not be a word.
 *
 * <p>British and American spellings share a stem. Light stemmers are chosen, which leave unlike
 * words apart: Krovetz's for English (organization and organ, state and status stay different),
 * Snowball's for Russian, Savoy's and Lucene's light ones for other languages, this project's
 * {@link SuffixStemmer} for Turkic ones. A stem has at least three letters; a word with a shorter
 * one, and words of languages without a stemmer, are their own stems.
 *
 * <p>Not safe for use by several threads at once.
 */
public abstract class Stemmer {
  private static final int MIN_STEM = 3;

  private Map<String, String> forms = Map.of();

  /** The stemmer of the language, a BCP 47 tag. */
  public static Stemmer of(String language) {
    Stemmer stemmer = create(Languages.primary(language));
    stemmer.forms = forms(Languages.primary(language));
    return stemmer;
  }

  private static Stemmer create(String language) {
    return switch (language) {
      case "en" -> new English();
      case "ru" -> new Snowball(new RussianStemmer());
      case "ar" -> new InPlace(Stemmer::stemArabic);
      case "fa" -> new InPlace(new PersianNormalizer()::normalize);
      case "de" -> new InPlace(new GermanLightStemmer()::stem);
      case "es" -> new InPlace(new SpanishLightStemmer()::stem);
      case "fi" -> new InPlace(new FinnishLightStemmer()::stem);
      case "fr" -> new InPlace(new FrenchLightStemmer()::stem);
      case "hu" -> new InPlace(new HungarianLightStemmer()::stem);
      case "it" -> new InPlace(new ItalianLightStemmer()::stem);
      case "pt" -> new InPlace(new PortugueseLightStemmer()::stem);
      case "sv" -> new InPlace(new SwedishLightStemmer()::stem);
      case "az", "kk", "ky", "tr", "uz" -> SuffixStemmer.load(language);
      default -> new None();
    };
  }

  /** The stem of the word, which is in lower case. */
  public final String stem(String word) {
    String stem = cut(word);
    return stem.length() < MIN_STEM ? word : forms.getOrDefault(stem, stem);
  }

  abstract String cut(String word);

  /** Stems that stand for one another, such as two spellings. */
  private static Map<String, String> forms(String language) {
    return Resources.lines("/org/summitthemes/text/stems/" + language + ".txt").stream()
        .map(line -> line.split(" +"))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  private static int stemArabic(char[] word, int length) {
    return new ArabicStemmer().stem(word, new ArabicNormalizer().normalize(word, length));
  }

  private static final class None extends Stemmer {
    @Override
    String cut(String word) {
      return word;
    }
  }

  /** Krovetz's stemmer, which Lucene offers as a filter of token streams only. */
  private static final class English extends Stemmer {
    private final OneToken token = new OneToken();
    private final KStemFilter filter = new KStemFilter(token);

    @Override
    String cut(String word) {
      try {
        token.word = word;
        filter.incrementToken();
        return token.term.toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class OneToken extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";

    @Override
    public boolean incrementToken() {
      term.setEmpty().append(word);
      return true;
    }
  }

  private static final class Snowball extends Stemmer {
    private final SnowballStemmer stemmer;

    Snowball(SnowballStemmer stemmer) {
      this.stemmer = stemmer;
    }

    @Override
    String cut(String word) {
      stemmer.setCurrent(word);
      stemmer.stem();
      return stemmer.getCurrent();
    }
  }

  /** A stemmer that works on the characters and returns the new length. */
  private static final class InPlace extends Stemmer {
    private final Cut cut;

    InPlace(Cut cut) {
      this.cut = cut;
    }

    @Override
    String cut(String word) {
      char[] characters = Arrays.copyOf(word.toCharArray(), word.length() + 1);
      return new String(characters, 0, cut.apply(characters, word.length()));
    }

    private interface Cut {
      int apply(char[] word, int length);
    }
  }
}
