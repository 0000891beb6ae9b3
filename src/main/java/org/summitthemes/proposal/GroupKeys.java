package org.summitthemes.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.text.Tokenizer;
import org.summitthemes.text.Tokens;

/**
 * Keys under which the same initiative is found in other speeches.
 *
 * <p>A key is the kind of thing that the initiative is called by ("council" and "mechanism" are
 * bodies, "treaty" and "programme" documents) with one to three of the up to five nearest other
 * words, stemmed and sorted: {@code document:ban+comprehensive+test}. Words that say nothing about
 * which initiative it is do not count. So "a comprehensive test ban treaty" and "the convention on
 * the comprehensive banning of tests" share a key, whatever the order of their words.
 *
 * <p>A single word makes a name only next to the noun and with a capital ("Peacebuilding
 * Commission"); any other single word gives a key that begins with {@code ~} and is weak.
 *
 * <p>Not safe for use by several threads at once.
 */
final class GroupKeys {
  private static final int NEAREST = 5;
  private static final int REACH = 5;

  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> generic = new HashSet<>();
  private final Patterns links;
  private final boolean dotless;
  private final Tokenizer tokenizer;

  GroupKeys(String language, ProposalsConfig.Language patterns, boolean dotless) {
    this.dotless = dotless;
    tokenizer = new Tokenizer(language);
    new TreeMap<>(patterns.names())
        .forEach(
            (kind, nouns) ->
                nouns.forEach(
                    noun -> tokenizer.tokens(noun).stems().forEach(stem -> kinds.put(stem, kind))));
    patterns.generic().forEach(word -> generic.addAll(tokenizer.tokens(word).stems()));
    links = SpanRule.places(new Pattern.Compiler(patterns.classes(), dotless), patterns.links());
  }

  /**
   * The keys of an initiative, sorted.
   *
   * @param sentence the sentence that names it
   * @param before the sentence before, whose words count if this one points back to it and gives
   *     what it means no name of its own
   */
  List<String> of(String title, String sentence, String before) {
    Set<String> keys = new TreeSet<>();
    Tokens tokens = tokenizer.tokens(title);
    Set<String> names = capitalized(title);
    Set<String> unnamed = new TreeSet<>();
    List<String> stems = tokens.stems();
    for (int i = 0; i < stems.size(); i++) {
      String kind = kinds.get(stems.get(i));
      if (kind != null) {
        if (!names.contains(tokens.surfaces().get(i))) {
          unnamed.add(kind);
        }
        addKeys(kind, i, tokens, names, keys);
      }
    }
    if (!unnamed.isEmpty() && links.fit(new Reading(Token.of(sentence, dotless)))) {
      for (String stem : tokenizer.tokens(before).stems()) {
        if (tells(stem)) {
          unnamed.forEach(kind -> keys.add("~" + kind + ":" + stem));
        }
      }
    }
    return List.copyOf(keys);
  }

  private void addKeys(String kind, int at, Tokens tokens, Set<String> names, Set<String> keys) {
    List<String> stems = tokens.stems();
    List<String> near = new ArrayList<>();
    for (int distance = 1; distance <= REACH && near.size() < NEAREST; distance++) {
      for (int i : new int[] {at - distance, at + distance}) {
        if (i >= 0 && i < stems.size() && tells(stems.get(i)) && !near.contains(stems.get(i))) {
          near.add(stems.get(i));
        }
      }
    }
    boolean named =
        at > 0
            && tells(stems.get(at - 1))
            && names.contains(tokens.surfaces().get(at - 1))
            && names.contains(tokens.surfaces().get(at));
    for (int i = 0; i < near.size(); i++) {
      String one = near.get(i);
      keys.add((named && one.equals(stems.get(at - 1)) ? "" : "~") + kind + ":" + one);
      for (int j = i + 1; j < near.size(); j++) {
        keys.add(key(kind, one, near.get(j)));
        for (int k = j + 1; k < near.size(); k++) {
          keys.add(key(kind, one, near.get(j), near.get(k)));
        }
      }
    }
  }

  private static String key(String kind, String... stems) {
    return kind + ":" + String.join("+", new TreeSet<>(List.of(stems)));
  }

  private boolean tells(String stem) {
    return stem.length() > 2
        && !generic.contains(stem)
        && !kinds.containsKey(stem)
        && Character.isLetter(stem.charAt(0));
  }

  private Set<String> capitalized(String title) {
    Set<String> words = new HashSet<>();
    for (Token token : Token.of(title, dotless)) {
      if (token.isCapitalized()) {
        words.addAll(List.of(token.folded().split("-")));
      }
    }
    return words;
  }
}
