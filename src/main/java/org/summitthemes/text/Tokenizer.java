package org.summitthemes.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns text of one language into tokens: the words on which models and counts rest.
 *
 * <p>A word is composed (NFC), lower-cased by the rules of its language and cut at hyphens, except
 * after the English prefixes co- and re- ({@code co-operation} is {@code cooperation}). Endings
 * after an apostrophe are cut off in English, Turkish and Azerbaijani ({@code Kazakhstan's}, {@code
 * Türkiye'nin}), elided words before one in French and Italian ({@code l'énergie}). Full stops
 * inside abbreviations go ({@code U.N.} is {@code un}) unless a stop word would remain.
 *
 * <p>Parts that begin with a digit, have fewer than two letters, or are stop words are no tokens.
 * In English, {@code US} and {@code WHO} in capitals are the country and the organization, not stop
 * words.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Tokenizer {
  private static final int CACHED_WORDS = 200_000;
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Set<String> JOINING_PREFIXES = Set.of("co", "re");
  private static final Map<String, String> ACRONYMS = Map.of("US", "u.s", "WHO", "who");

  private final String language;
  private final LowerCase lowerCase;
  private final StopWords stopWords;
  private final Stemmer stemmer;
  private final Map<String, Tokens> cache = new HashMap<>();

  /** For texts of the language, a BCP 47 tag. */
  public Tokenizer(String language) {
    this.language = Languages.primary(language);
    lowerCase = LowerCase.of(language);
    stopWords = StopWords.of(language);
    stemmer = Stemmer.of(language);
  }

  /** The tokens of the text. */
  public Tokens tokens(String text) {
    int[] bounds = Words.bounds(text);
    List<String> stems = new ArrayList<>(bounds.length / 3);
    List<String> surfaces = new ArrayList<>(bounds.length / 3);
    boolean capitalsTell = language.equals("en") && hasSmallLetter(text);
    int stops = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      String word = text.substring(bounds[i], bounds[i + 1]);
      Tokens tokens = capitalsTell && ACRONYMS.containsKey(word) ? acronym(word) : cached(word);
      stems.addAll(tokens.stems());
      surfaces.addAll(tokens.surfaces());
      stops += tokens.stopWords();
    }
    return new Tokens(bounds.length / 2, stops, stems, surfaces);
  }

  /** The word in lower case, by the rules of the language. */
  public String lower(String word) {
    return lowerCase.apply(word);
  }

  private static boolean hasSmallLetter(String text) {
    return text.chars().anyMatch(Character::isLowerCase);
  }

  private static Tokens acronym(String word) {
    List<String> token = List.of(ACRONYMS.get(word));
    return new Tokens(1, 0, token, token);
  }

  /** Words come back so often that looking one up is most of the work; the cache is bounded. */
  private Tokens cached(String word) {
    Tokens known = cache.get(word);
    if (known != null) {
      return known;
    }

    if (cache.size() >= CACHED_WORDS) {
      cache.clear();
    }
    Tokens tokens = word(word);
    cache.put(word, tokens);
    return tokens;
  }

  private Tokens word(String word) {
    List<String> stems = new ArrayList<>(1);
    List<String> surfaces = new ArrayList<>(1);
    boolean stop = true;
    for (String part : parts(plain(word))) {
      String surface = withoutAffixes(part);
      boolean isStop = stopWords.contains(part) || stopWords.contains(surface);
      stop &= isStop;
      if (!isStop && isToken(surface)) {
        surfaces.add(surface);
        stems.add(stemmer.stem(surface));
      }
    }
    return new Tokens(1, stop ? 1 : 0, List.copyOf(stems), List.copyOf(surfaces));
  }

  /** Composed, in lower case, with straight apostrophes and hyphens, without invisible hyphens. */
  private String plain(String word) {
    String lower = lowerCase.apply(NFC.normalize(word));
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Chars.isHyphen(c)) {
        plain.append('-');
      } else if (Chars.isApostrophe(c)) {
        plain.append('\'');
      } else if (c != 0xAD && c != 0x200C && c != 0x200D) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private List<String> parts(String word) {
    int hyphen = word.indexOf('-');
    if (hyphen < 0) {
      return List.of(word.indexOf('.') > 0 ? withoutStops(word) : word);
    }

    if (language.equals("en") && JOINING_PREFIXES.contains(word.substring(0, hyphen))) {
      return parts(word.substring(0, hyphen) + word.substring(hyphen + 1));
    }

    return List.of(word.split("-"));
  }

  private String withoutStops(String word) {
    String bare = word.replace(".", "");
    boolean isAcronym = 2 * bare.length() <= word.length() + 1;
    return isAcronym && !stopWords.contains(bare) ? bare : word;
  }

  private String withoutAffixes(String word) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      return word;
    }

    return switch (language) {
      case "en" -> withoutEnglishEnding(word);
      case "tr", "az" -> word.substring(0, apostrophe);
      case "fr", "it", "ca" ->
          apostrophe <= 2 || word.startsWith("qu'") ? word.substring(apostrophe + 1) : word;
      default -> word;
    };
  }

  private static String withoutEnglishEnding(String word) {
    int apostrophe = word.lastIndexOf('\'');
    return switch (word.substring(apostrophe + 1)) {
      case "s", "d", "m", "ll", "re", "ve" -> word.substring(0, apostrophe);
      case "t" -> word.substring(0, apostrophe - (word.charAt(apostrophe - 1) == 'n' ? 1 : 0));
      default -> word;
    };
  }

  private static boolean isToken(String part) {
    return !part.isEmpty()
        && Character.isLetter(part.codePointAt(0))
        && part.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }
}
