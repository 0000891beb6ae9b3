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
 * and by those of its beginnings with which some term begins a word. From each word the trie is
 * followed as long as it goes, at most as far as the longest term, so the work is linear in the
 * text.
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
  private final Beginnings known;
  private final Node root = new Node();

  Matcher(List<String> themeIds, CaseFolding folding, List<Term> terms) {
    this.themeIds = themeIds;
    this.folding = folding;
    this.terms = List.copyOf(terms);
    terms.forEach(this::add);
    this.known = new Beginnings(beginnings.keySet());
  }

  /** The hits in a text, by their place in it and then in the catalog's order of themes. */
  public List<Hit> hits(String text) {
    return hits(best(text));
  }

  /** Hits of a text as readers see them. */
  List<Hit> hits(List<Candidate> best) {
    return best.stream()
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

  /** How words are brought to lower case. */
  CaseFolding folding() {
    return folding;
  }

  /** All terms and exclusions, in the catalog's order. */
  List<Term> terms() {
    return terms;
  }

  /** The terms hit in a text, with their places, as {@link #hits}. */
  List<Candidate> best(String text) {
    return best(Word.of(text, folding));
  }

  /** The same for a text that has been cut into words by {@link #folding}. */
  List<Candidate> best(List<Word> words) {
    List<Candidate> candidates = candidates(words);
    if (candidates.isEmpty()) {
      return candidates;
    }

    List<Candidate> best = new ArrayList<>();
    List<Candidate> taken = new ArrayList<>();
    candidates.sort(BEST_FIRST);
    for (Candidate candidate : candidates) {
      if (candidate.term().excludes()) {
        taken.add(candidate);
      }
    }
    for (Candidate candidate : candidates) {
      if (!candidate.term().excludes() && candidate.isFree(taken)) {
        taken.add(candidate);
        best.add(candidate);
      }
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
    return new Node();
  }

  private List<Candidate> candidates(List<Word> words) {
    List<List<TermWord>> known = new ArrayList<>(words.size());
    for (Word word : words) {
      known.add(known(word));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      if (!known.get(start).isEmpty()) {
        follow(words, known, start, candidates);
      }
    }
    return candidates;
  }

  private List<TermWord> known(Word word) {
    List<TermWord> known = new ArrayList<>(0);
    collect(whole.get(word.folded()), word, known);
    this.known.of(word.folded(), beginning -> collect(beginnings.get(beginning), word, known));
    return known;
  }

  private static void collect(@Nullable List<TermWord> termWords, Word word, List<TermWord> known) {
    if (termWords == null) {
      return;
    }

    for (TermWord termWord : termWords) {
      if (termWord.matches(word)) {
        known.add(termWord);
      }
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

  /** A term that occurs at a place, before it has won or lost against others. */
  record Candidate(Term term, int start, int end) {
    int length() {
      return end - start;
    }

    boolean overlaps(Candidate other) {
      return start < other.end && other.start < end;
    }

    /** Whether it overlaps none of its theme. */
    boolean isFree(List<Candidate> taken) {
      for (Candidate other : taken) {
        if (other.term.theme() == term.theme() && overlaps(other)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class Node implements Serializable {
    final Map<TermWord, Node> next = new HashMap<>();
    final List<Term> terms = new ArrayList<>(1);
  }
}
