package org.summitthemes.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or phrase of a catalog, as it is found in tokens.
 *
 * <p>Its words are tokenized and stemmed like the texts, stop words dropped; a word matches a token
 * with the same surface form or the same stem. A word that ends in {@code *} matches the surface
 * forms that begin with what stands before it.
 */
public final class TermPattern {
  private final List<Part> parts;

  private TermPattern(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The pattern in the tokenizer's language. */
  public static TermPattern parse(String pattern, Tokenizer tokenizer) {
    List<Part> parts = new ArrayList<>();
    for (String word : pattern.strip().split("\\s+")) {
      if (word.endsWith("*")) {
        parts.addAll(beginning(word.substring(0, word.length() - 1), tokenizer));
      } else {
        parts.addAll(exact(tokenizer.tokens(word)));
      }
    }
    return new TermPattern(parts);
  }

  /** The number of tokens that the pattern matches; 0 if its words are all stop words. */
  public int length() {
    return parts.size();
  }

  /** Whether the tokens from the start on match. The lists are parallel. */
  public boolean matchesAt(int start, List<String> stems, List<String> surfaces) {
    if (parts.isEmpty() || start + parts.size() > stems.size()) {
      return false;
    }

    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).matches(stems.get(start + i), surfaces.get(start + i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the tokens match from first to last. */
  public boolean matches(List<String> stems, List<String> surfaces) {
    return stems.size() == parts.size() && matchesAt(0, stems, surfaces);
  }

  private static List<Part> exact(Tokens tokens) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < tokens.stems().size(); i++) {
      parts.add(new Part(tokens.stems().get(i), tokens.surfaces().get(i), false));
    }
    return parts;
  }

  /** The last of the parts between hyphens is the beginning, the ones before it are whole words. */
  private static List<Part> beginning(String word, Tokenizer tokenizer) {
    int hyphen = word.lastIndexOf('-');
    List<Part> parts = new ArrayList<>(exact(tokenizer.tokens(word.substring(0, hyphen + 1))));
    String prefix = tokenizer.lower(word.substring(hyphen + 1));
    if (!prefix.isEmpty()) {
      parts.add(new Part("", prefix, true));
    }
    return parts;
  }

  private record Part(String stem, String surface, boolean beginning) {
    boolean matches(String tokenStem, String tokenSurface) {
      return beginning
          ? tokenSurface.startsWith(surface)
          : tokenSurface.equals(surface) || tokenStem.equals(stem);
    }
  }
}
