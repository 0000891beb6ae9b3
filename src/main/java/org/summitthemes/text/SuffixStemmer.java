package org.summitthemes.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A light stemmer for Turkic nouns, driven by a table of endings for each language.
 *
 * <p>A noun is stem, plural, possessive, case. The longest possessive and case ending that leaves
 * four letters goes first, then a plural that leaves three, then one final vowel, so that a noun
 * that itself ends in a vowel gets the same stem with and without endings; a consonant that has
 * become voiced before an ending is restored ({@code güvenliği}: {@code güvenlik}). An ending that
 * begins with a vowel follows a consonant only, one that begins with s or y a vowel only, one with
 * t, k or q a voiceless consonant only. Words listed under {@code keep} are stems.
 *
 * <p>Some cases begin with an n that stands after possessives only ({@code possessed}), which tells
 * {@code devleti-ni} from {@code kanun-u}.
 *
 * <p>Verbs are left alone: their endings are too many to cut off without harm.
 */
final class SuffixStemmer extends Stemmer {
  private static final String VOICELESS = "çfhkpqsştxкқпстфхһцчшщ";
  private static final String VOICELESS_SUFFIXES = "tkqткқ";
  private static final int MIN_STEM = 4;
  private static final int MIN_PLURAL_STEM = 3;
  private static final Map<String, Map<String, List<String>>> TABLES = new ConcurrentHashMap<>();

  private final String vowels;
  private final Set<String> keep;
  private final List<String> plurals;
  private final List<String> endings;
  private final Map<String, String> voiced = new HashMap<>();

  private SuffixStemmer(Map<String, List<String>> table) {
    vowels = String.join("", table.get("vowels"));
    keep = new HashSet<>(table.get("keep"));
    plurals = longestFirst(table.get("plural"));
    endings = longestFirst(combine(table, vowels));
    table.get("voiced").forEach(pair -> voiced.put(pair.split("=")[0], pair.split("=")[1]));
  }

  /** The stemmer for the language, which must have a table. */
  static SuffixStemmer load(String language) {
    return new SuffixStemmer(TABLES.computeIfAbsent(language, SuffixStemmer::table));
  }

  private static Map<String, List<String>> table(String language) {
    Map<String, List<String>> table = new HashMap<>();
    for (String line : Resources.lines("/org/summitthemes/text/suffixes/" + language + ".txt")) {
      String[] parts = line.split(":");
      table
          .computeIfAbsent(parts[0], key -> new ArrayList<>())
          .addAll(Arrays.asList(parts[1].strip().split(" +")));
    }
    return table;
  }

  /** Possessives, cases, and possessives with the cases that can follow them. */
  private static List<String> combine(Map<String, List<String>> table, String vowels) {
    Set<String> combined = new LinkedHashSet<>(table.get("possessive"));
    combined.addAll(table.get("case"));
    List<String> cases = new ArrayList<>(table.get("case"));
    cases.addAll(table.getOrDefault("possessed", List.of()));
    for (String possessive : table.get("possessive")) {
      cases.stream()
          .filter(ending -> follows(ending, possessive, vowels))
          .forEach(ending -> combined.add(possessive + ending));
    }
    return List.copyOf(combined);
  }

  /** After a possessive that ends in a vowel, a case begins with n or another consonant. */
  private static boolean follows(String ending, String possessive, String vowels) {
    boolean afterVowel = vowels.indexOf(possessive.charAt(possessive.length() - 1)) >= 0;
    boolean beginsOpen = ending.charAt(0) == 'y' || vowels.indexOf(ending.charAt(0)) >= 0;
    return !(afterVowel && beginsOpen);
  }

  private static List<String> longestFirst(List<String> endings) {
    return endings.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(String::compareTo))
        .toList();
  }

  @Override
  String cut(String word) {
    if (keep.contains(word)) {
      return word;
    }

    String bare = without(endings, word, MIN_STEM);
    String singular = keep.contains(bare) ? bare : without(plurals, bare, MIN_PLURAL_STEM);
    return keep.contains(singular) ? singular : restored(withoutVowel(singular), word);
  }

  private String without(List<String> suffixes, String word, int minStem) {
    for (String suffix : suffixes) {
      if (word.endsWith(suffix) && isKnownStem(without(suffix, word))) {
        return without(suffix, word);
      }
    }
    for (String suffix : suffixes) {
      if (word.length() - suffix.length() >= minStem
          && word.endsWith(suffix)
          && joins(suffix, word)) {
        return without(suffix, word);
      }
    }
    return word;
  }

  /** A listed stem, or one whose end only a voiced consonant before an ending can be. */
  private boolean isKnownStem(String stem) {
    return keep.contains(stem)
        || (stem.length() >= MIN_STEM && voiced.keySet().stream().anyMatch(stem::endsWith));
  }

  private static String without(String suffix, String word) {
    return word.substring(0, word.length() - suffix.length());
  }

  private boolean joins(String suffix, String word) {
    char before = word.charAt(word.length() - suffix.length() - 1);
    boolean afterVowel = isVowel(before);
    char first = suffix.charAt(0);
    if (isVowel(first)) {
      return !afterVowel;
    }

    if (VOICELESS_SUFFIXES.indexOf(first) >= 0) {
      return VOICELESS.indexOf(before) >= 0;
    }

    return afterVowel || "syс".indexOf(first) < 0;
  }

  private String withoutVowel(String word) {
    int last = word.length() - 1;
    return last >= MIN_STEM && isVowel(word.charAt(last)) && !isVowel(word.charAt(last - 1))
        ? word.substring(0, last)
        : word;
  }

  private String restored(String stem, String word) {
    if (stem.length() == word.length()) {
      return stem;
    }

    for (Map.Entry<String, String> change : voiced.entrySet()) {
      if (stem.endsWith(change.getKey())) {
        return without(change.getKey(), stem) + change.getValue();
      }
    }
    return stem;
  }

  private boolean isVowel(char c) {
    return vowels.indexOf(c) >= 0;
  }
}
