package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of a catalog in texts of one language.
 *
 * <p>The terms form a trie whose edges are words. Every word of the text is looked up once: whole,
 * and by those of its beginnings that are as long as the beginning of some term. From each word the
 * trie is followed as long as it goes, at most as far as the longest term, so the work is linear in
 * the text.
 *
 * <p>Of the candidates of one theme, those that overlap one of its exclusions fall away. Then the
 * longest (in code points) wins over those it overlaps; of equally long ones the earlier; of the
 * same span the term with fewer wildcards, then the one that stands first in the catalog. Different
 * themes never compete for a span.
 */
public final class Matcher implements Serializable {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt((Candidate candidate) -> -candidate.length())
          .thenComparingInt(Candidate::start)
          .thenComparingLong(candidate -> candidate.term().wildcards())
          .thenComparingInt(candidate -> candidate.term().order());
  private static final Comparator<Candidate> IN_TEXT_ORDER =
      Comparator.comparingInt(Candidate::start)
          .thenComparingInt(candidate -> candidate.term().theme());

  private final List<String> themeIds;
  private final CaseFolding folding;
  private final List<Term> terms;
  private final Map<String, List<TermWord>> whole = new HashMap<>();
  private final Map<String, List<TermWord>> beginnings = new HashMap<>();
  private int shortestBeginning = Integer.MAX_VALUE;
  private int longestBeginning;
  private final Node root = new Node();

  Matcher(List<String> themeIds, CaseFolding folding, List<Term> terms) {
    this.themeIds = themeIds;
    this.folding = folding;
    this.terms = List.copyOf(terms);
    terms.forEach(this::add);
  }

  /** The hits in a text, by their place in it and then in the catalog's order of themes. */
  public List<Hit> hits(String text) {
    return best(text).stream()
        .map(
            candidate ->
                new Hit(
                    themeIds.get(candidate.term().theme()),
                    candidate.term().text(),
                    candidate.term().weight(),
                    candidate.start(),
                    candidate.end()))
        .toList();
  }

  /** All terms and exclusions, in the catalog's order. */
  List<Term> terms() {
    return terms;
  }

  /** The terms hit in a text, with their places, as {@link #hits}. */
  List<Candidate> best(String text) {
    List<Candidate> candidates = candidates(Word.of(text, folding));
    if (candidates.isEmpty()) {
      return candidates;
    }

    List<Candidate> best = new ArrayList<>();
    for (int theme = 0; theme < themeIds.size(); theme++) {
      addBest(theme, candidates, best);
    }
    best.sort(IN_TEXT_ORDER);
    return best;
  }

  private void add(Term term) {
    Node node = root;
    for (TermWord word : term.words()) {
      node = node.next.computeIfAbsent(word, this::register);
    }
    node.terms.add(term);
  }

  private Node register(TermWord word) {
    Map<String, List<TermWord>> words = word.prefix() ? beginnings : whole;
    List<TermWord> same = words.computeIfAbsent(word.folded(), key -> new ArrayList<>(1));
    if (!same.contains(word)) {
      same.add(word);
    }
    if (word.prefix()) {
      shortestBeginning = Math.min(shortestBeginning, word.folded().length());
      longestBeginning = Math.max(longestBeginning, word.folded().length());
    }
    return new Node();
  }

  private List<Candidate> candidates(List<Word> words) {
    List<List<TermWord>> known = words.stream().map(this::known).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      follow(words, known, start, candidates);
    }
    return candidates;
  }

  private List<TermWord> known(Word word) {
    List<TermWord> known = new ArrayList<>(2);
    collect(whole.get(word.folded()), word, known);
    int longest = Math.min(longestBeginning, word.folded().length());
    for (int length = shortestBeginning; length <= longest; length++) {
      collect(beginnings.get(word.folded().substring(0, length)), word, known);
    }
    return known;
  }

  private static void collect(@Nullable List<TermWord> termWords, Word word, List<TermWord> known) {
    if (termWords != null) {
      termWords.stream().filter(termWord -> termWord.matches(word)).forEach(known::add);
    }
  }

  private void follow(
      List<Word> words, List<List<TermWord>> known, int start, List<Candidate> candidates) {
    List<Node> nodes = List.of(root);
    for (int i = start; i < words.size() && !nodes.isEmpty(); i++) {
      if (i > start && !words.get(i).joined()) {
        return;
      }

      nodes = next(nodes, known.get(i));
      for (Node node : nodes) {
        for (Term term : node.terms) {
          candidates.add(new Candidate(term, words.get(start).start(), words.get(i).end()));
        }
      }
    }
  }

  private static List<Node> next(List<Node> nodes, List<TermWord> words) {
    List<Node> next = new ArrayList<>(2);
    for (Node node : nodes) {
      for (TermWord word : words) {
        Node child = node.next.get(word);
        if (child != null) {
          next.add(child);
        }
      }
    }
    return next;
  }

  private static void addBest(int theme, List<Candidate> candidates, List<Candidate> best) {
    List<Candidate> exclusions =
        candidates.stream()
            .filter(candidate -> candidate.term().theme() == theme)
            .filter(candidate -> candidate.term().excludes())
            .toList();
    List<Candidate> taken = new ArrayList<>(exclusions);
    candidates.stream()
        .filter(candidate -> candidate.term().theme() == theme)
        .filter(candidate -> !candidate.term().excludes())
        .sorted(BEST_FIRST)
        .forEach(
            candidate -> {
              if (taken.stream().noneMatch(candidate::overlaps)) {
                taken.add(candidate);
                best.add(candidate);
              }
            });
  }

  /** A term that occurs at a place, before it has won or lost against others. */
  record Candidate(Term term, int start, int end) {
    int length() {
      return end - start;
    }

    boolean overlaps(Candidate other) {
      return start < other.end && other.start < end;
    }
  }

  private static final class Node implements Serializable {
    final Map<TermWord, Node> next = new HashMap<>();
    final List<Term> terms = new ArrayList<>(1);
  }
}
