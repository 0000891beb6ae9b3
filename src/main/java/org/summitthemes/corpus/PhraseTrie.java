package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.Words.Word;

/**
 * Finds names of one or more words in a text: the leftmost, and of those the longest; names inside
 * it are not found again. Time is linear in the text: a word is looked at once for each name that
 * may begin before it, and names are short.
 *
 * <p>Capitals decide, for small letters are ordinary words ({@code who}, {@code united nations}):
 * an abbreviation must stand exactly as listed; a name of one word as listed or all in capitals; of
 * the words of a longer name, those listed with a capital must have one, both words of two, the
 * first word of three or more. A {@code the} inside the name may be there or not. Between the words
 * may stand spaces, one line break, hyphens, slashes, quotation marks.
 */
final class PhraseTrie<T> {
  private static final Pattern GAP =
      Pattern.compile("(?:\\.(?=[ ]?[-‐‑–—]))?[ \\-‐‑–—/+&'’\"“”«»]{0,4}\\n?[ ]?");
  private static final String EXACT = "=";

  private final Node<T> root = new Node<>();

  void add(String phrase, T value) {
    List<Word> words = Words.of(phrase);
    if (words.isEmpty()) {
      return;
    }

    Node<T> node = root;
    for (Word word : words) {
      node = node.next.computeIfAbsent(filed(word, words.size()), key -> new Node<>());
    }
    node.entries.add(new Entry<>(value, words));
  }

  List<Found<T>> find(String text) {
    return find(text, Words.of(text));
  }

  private List<Found<T>> find(String text, List<Word> words) {
    List<Found<T>> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      // Names begin with a capital or a digit: most words need no second look.
      Found<T> longest = words.get(i).isCapitalized() ? longest(text, words, i, i, root) : null;
      if (longest == null) {
        i++;
      } else {
        found.add(longest);
        i = longest.lastWord() + 1;
      }
    }
    return found;
  }

  private @Nullable Found<T> longest(
      String text, List<Word> words, int first, int at, Node<T> node) {
    if (at >= words.size() || (at > first && !joined(text, words.get(at - 1), words.get(at)))) {
      return null;
    }

    Word word = words.get(at);
    Found<T> best = null;
    for (Node<T> next : node.after(word)) {
      best = longer(best, next.match(words, first, at));
      best = longer(best, longest(text, words, first, at + 1, next));
    }
    return best == null && at > first && word.surface().equalsIgnoreCase("the")
        ? longest(text, words, first, at + 1, node)
        : best;
  }

  private static <T> @Nullable Found<T> longer(@Nullable Found<T> a, @Nullable Found<T> b) {
    return a == null || (b != null && b.end() > a.end()) ? b : a;
  }

  private static boolean joined(String text, Word left, Word right) {
    int from = left.end();
    int to = right.start();
    return to - from <= 6 && GAP.matcher(text).region(from, to).matches();
  }

  private static String filed(Word word, int ofWords) {
    return isAbbreviation(word, ofWords) ? EXACT + word.surface() : WordForms.filed(word.folded());
  }

  /** Capitals, at least two characters; inside a longer name, digits alone are ordinary words. */
  private static boolean isAbbreviation(Word word, int ofWords) {
    return word.isCapitals() && (word.surface().length() >= 2 || ofWords > 1);
  }

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private final List<Entry<T>> entries = new ArrayList<>();

    List<Node<T>> after(Word word) {
      if (next.isEmpty()) {
        return List.of();
      }

      List<Node<T>> nodes = new ArrayList<>(2);
      Node<T> exact = next.get(EXACT + word.surface());
      if (exact != null) {
        nodes.add(exact);
      }
      for (String form : word.forms()) {
        Node<T> node = next.get(form);
        if (node != null && !nodes.contains(node)) {
          nodes.add(node);
        }
      }
      return nodes;
    }

    @Nullable Found<T> match(List<Word> words, int first, int last) {
      for (Entry<T> entry : entries) {
        if (entry.capitalsFit(words, first, last)) {
          return new Found<>(entry.value(), words.get(first).start(), words.get(last).end(), last);
        }
      }
      return null;
    }
  }

  private record Entry<T>(T value, List<Word> listed) {
    boolean capitalsFit(List<Word> words, int first, int last) {
      if (listed.size() == 1) {
        return fitsAlone(listed.get(0), words.get(first));
      }

      Word listedFirst = listed.get(0);
      if (listedFirst.isCapitalized() && !words.get(first).isCapitalized()) {
        return false;
      }

      Word listedLast = listed.get(listed.size() - 1);
      return listed.size() > 2 || !listedLast.isCapitalized() || words.get(last).isCapitalized();
    }

    private static boolean fitsAlone(Word listed, Word word) {
      boolean plain = listed.isCapitals() || !listed.surface().equals(capitalized(listed));
      if (plain) {
        return word.surface().equals(listed.surface());
      }

      return word.isCapitalized();
    }

    /** The word as any capitalized word is written; {@code IsDB} and {@code CoE} are not. */
    private static String capitalized(Word word) {
      String surface = word.surface();
      int head = Character.charCount(surface.codePointAt(0));
      StringBuilder out = new StringBuilder(surface.substring(0, head));
      surface
          .substring(head)
          .codePoints()
          .map(Character::toLowerCase)
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  }

  /** A name found in a text, in UTF-16 units, end exclusive. */
  record Found<T>(T value, int start, int end, int lastWord) {}
}
