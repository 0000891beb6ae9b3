package org.summitthemes.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.summitthemes.corpus.PhraseTrie.Found;

/**
 * Names of countries in several languages and their ISO 3166-1 alpha-3 codes, from {@code
 * countries.tsv}.
 */
final class Countries {
  private final Map<String, String> codes = new HashMap<>();
  private final PhraseTrie<String> trie = new PhraseTrie<>();

  private Countries() {}

  static Countries standard() {
    return Holder.STANDARD;
  }

  /** The code of a country given by its code (two or three letters) or by a name. */
  Optional<String> code(String name) {
    return Optional.ofNullable(codes.get(Words.fold(Characters.oneLine(name))));
  }

  /** Whether the word alone is a country or the adjective of one. */
  boolean isCountry(String word) {
    List<Found<String>> found = find(word);
    return !found.isEmpty() && found.get(0).end() - found.get(0).start() == word.length();
  }

  /** Countries named in a text, by name or demonym. */
  List<Found<String>> find(String text) {
    return trie.find(text);
  }

  private static Countries load() {
    Countries countries = new Countries();
    Resource.lines("countries.tsv").forEach(countries::add);
    return countries;
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    String code = columns[0];
    put(code, code);
    if (!columns[1].isEmpty()) {
      put(columns[1], code);
    }
    for (String name : columns[2].split("\\|")) {
      put(name, code);
      trie.add(name, code);
    }
    if (!columns[3].isEmpty()) {
      for (String demonym : columns[3].split("\\|")) {
        trie.add(demonym, code);
      }
    }
  }

  private void put(String name, String code) {
    codes.putIfAbsent(Words.fold(name), code);
  }

  private static final class Holder {
    static final Countries STANDARD = load();
  }
}
