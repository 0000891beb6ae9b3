package org.summitthemes.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Function words of a language, which say nothing of what a text is about: articles, pronouns,
 * prepositions, conjunctions, auxiliaries. Courtesies are not among them.
 *
 * <p>Lucene's list where Lucene has one, with this project's additions; this project's own list
 * otherwise. A language with neither has no stop words.
 */
public final class StopWords {
  private static final String LUCENE = "/org/apache/lucene/analysis/";
  private static final String OWN = "/org/summitthemes/text/stopwords/";
  private static final Map<String, String> SNOWBALL =
      Map.ofEntries(
          Map.entry("da", "danish"),
          Map.entry("nl", "dutch"),
          Map.entry("en", "english"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("de", "german"),
          Map.entry("hu", "hungarian"),
          Map.entry("it", "italian"),
          Map.entry("nb", "norwegian"),
          Map.entry("nn", "norwegian"),
          Map.entry("no", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ru", "russian"),
          Map.entry("es", "spanish"),
          Map.entry("sv", "swedish"));
  private static final Map<String, String> FOLDERS = Map.of("cs", "cz");
  private static final Map<String, StopWords> LOADED = new ConcurrentHashMap<>();

  private final Set<String> words;

  private StopWords(String language) {
    words = new HashSet<>();
    for (String path : paths(language)) {
      Resources.lines(path).forEach(line -> words.addAll(Arrays.asList(line.split("\\s+"))));
    }
  }

  /** The stop words of the language, a BCP 47 tag. */
  public static StopWords of(String language) {
    return LOADED.computeIfAbsent(Languages.primary(language), StopWords::new);
  }

  /** Whether the word, in lower case and with straight apostrophes, is a stop word. */
  public boolean contains(String word) {
    return words.contains(word);
  }

  /** Whether nothing is known of the language's function words. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  private static List<String> paths(String language) {
    List<String> paths = new ArrayList<>();
    if (SNOWBALL.containsKey(language)) {
      paths.add(LUCENE + "snowball/" + SNOWBALL.get(language) + "_stop.txt");
    } else {
      paths.add(LUCENE + FOLDERS.getOrDefault(language, language) + "/stopwords.txt");
    }
    paths.add(OWN + language + ".txt");
    return paths;
  }
}
