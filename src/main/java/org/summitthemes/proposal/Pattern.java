package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.proposal.Node.WordSet;

/**
 * A pattern over the words of a sentence, as people write it.
 *
 * <ul>
 *   <li>{@code call|calls}: one of these words, or {@code put_forward} of several in a row; {@code
 *       propos*}, {@code *'s}: any ending or beginning
 *   <li>{@code @class}: a word or phrase of that class; {@code @Name}: capitalized words, of which
 *       the first is not of the class {@code notname}, nor, where it stands alone at the beginning
 *       of the sentence, of the class {@code common}
 *   <li>{@code word?}: or nothing; {@code &word}: comes next and belongs to what follows
 *   <li>{@code !word}: not behind this word; {@code <word}, {@code >word}: this word stands in the
 *       fourteen before or after, with no strong punctuation between
 *   <li>{@code ..}: at most six words without punctuation; {@code ...}: at most fourteen, across
 *       commas
 *   <li>{@code {}}: the initiative: to the end of the clause where it stands last, from its
 *       beginning where it stands first
 *   <li>{@code ^}: the beginning of the sentence
 * </ul>
 *
 * @param text as written
 * @param node the first step
 * @param initiativeFirst whether the initiative stands before the rest
 * @param first words with which it can begin; null if it can begin with any
 * @param anchor words of which one must stand in it; null if none must
 */
record Pattern(
    String text,
    Node node,
    boolean initiativeFirst,
    @Nullable First first,
    @Nullable WordSet anchor)
    implements Serializable {
  private static final String INITIATIVE = "{}";
  private static final String NAME = "@Name";

  /** How a pattern can begin: with one of the words, or with any capitalized word. */
  record First(WordSet words, boolean name) implements Serializable {
    boolean admits(Reading reading, int at) {
      return (name && reading.beginsName(at)) || words.contains(reading.folded(at));
    }
  }

  /** Compiles patterns of one language. */
  static final class Compiler {
    private final Map<String, List<String>> classes;
    private final boolean dotless;
    private final WordSet notName;
    private final WordSet common;

    Compiler(Map<String, List<String>> classes, boolean dotless) {
      this.classes = classes;
      this.dotless = dotless;
      this.notName = wordSet(classes.getOrDefault("notname", List.of()));
      this.common = wordSet(classes.getOrDefault("common", List.of()));
    }

    Pattern compile(String text) {
      List<String> elements = List.of(text.trim().split("\\s+"));
      boolean first = elements.get(0).equals(INITIATIVE);
      boolean last = elements.get(elements.size() - 1).equals(INITIATIVE);
      List<String> inner =
          elements.subList(first ? 1 : 0, last ? elements.size() - 1 : elements.size());
      if (inner.isEmpty()) {
        throw new UserException("pattern '%s' holds no word", text);
      }

      Node node = chain(inner, new Node.End(last), text);
      return new Pattern(text, node, first, first(inner, text), anchor(inner, text));
    }

    private Node chain(List<String> elements, Node end, String text) {
      Node node = end;
      for (int i = elements.size() - 1; i >= 0; i--) {
        node = node(elements.get(i), node, text);
      }
      return node;
    }

    private Node node(String element, Node next, String text) {
      if (element.length() > 1 && element.endsWith("?")) {
        Node with = node(element.substring(0, element.length() - 1), next, text);
        return new Node.Fork(List.of(with, next));
      }

      if (element.startsWith("&")) {
        return new Node.Ahead(node(element.substring(1), new Node.Anything(), text), next);
      }

      if (element.startsWith("!")) {
        return new Node.NotBehind(wordSet(words(element.substring(1), text)), next);
      }

      if (element.startsWith("<") || element.startsWith(">")) {
        WordSet words = wordSet(words(element.substring(1), text));
        return new Node.Near(words, element.startsWith(">"), next);
      }

      return switch (element) {
        case ".." -> new Node.Gap(6, false, next);
        case "..." -> new Node.Gap(14, true, next);
        case INITIATIVE -> new Node.Initiative(next);
        case "^" -> new Node.Start(next);
        default -> oneOf(List.of(element.split("\\|")), next, text);
      };
    }

    /** Words are one step together, each class is a way of its own. */
    private Node oneOf(List<String> alternatives, Node next, String text) {
      List<Node> ways = new ArrayList<>();
      List<String> words = new ArrayList<>();
      for (String alternative : alternatives) {
        if (alternative.equals(NAME)) {
          ways.add(new Node.Name(notName, common, next));
        } else if (alternative.startsWith("@")) {
          ways.add(ofClass(alternative, next, text));
        } else if (alternative.indexOf('_') > 0) {
          ways.add(chain(List.of(alternative.split("_")), next, text));
        } else {
          words.add(alternative);
        }
      }
      if (!words.isEmpty()) {
        ways.add(new Node.Word(wordSet(words), next));
      }
      return ways.size() == 1 ? ways.get(0) : new Node.Fork(ways);
    }

    /** Single words of a class are one step, its phrases further ways. */
    private Node ofClass(String element, Node next, String text) {
      List<String> single = new ArrayList<>();
      List<Node> ways = new ArrayList<>();
      for (String phrase : members(element, text)) {
        List<String> parts = List.of(phrase.trim().split("\\s+"));
        if (parts.size() == 1 && !parts.get(0).startsWith("@")) {
          single.add(parts.get(0));
        } else {
          ways.add(chain(parts, next, text));
        }
      }
      if (!single.isEmpty()) {
        ways.add(new Node.Word(wordSet(single), next));
      }
      return ways.size() == 1 ? ways.get(0) : new Node.Fork(ways);
    }

    private List<String> words(String element, String text) {
      return element.startsWith("@") ? members(element, text) : List.of(element.split("\\|"));
    }

    private List<String> members(String element, String text) {
      List<String> members = classes.get(element.substring(1));
      if (members == null) {
        throw new UserException(
            "pattern '%s': no class %s; classes are: %s",
            text, element, String.join(", ", new java.util.TreeSet<>(classes.keySet())));
      }

      return members;
    }

    private WordSet wordSet(List<String> words) {
      Set<String> whole = new LinkedHashSet<>();
      List<String> beginnings = new ArrayList<>();
      List<String> endings = new ArrayList<>();
      for (String word : words) {
        String folded = Token.fold(word, dotless);
        if (folded.length() > 1 && folded.endsWith("*")) {
          beginnings.add(folded.substring(0, folded.length() - 1));
        } else if (folded.length() > 1 && folded.startsWith("*")) {
          endings.add(folded.substring(1));
        } else {
          whole.add(folded);
        }
      }
      return new WordSet(
          Collections.unmodifiableSet(whole), List.copyOf(beginnings), List.copyOf(endings));
    }

    private @Nullable First first(List<String> elements, String text) {
      Set<String> first = new LinkedHashSet<>();
      for (String element : elements) {
        boolean optional = element.length() > 1 && element.endsWith("?");
        if (isPlace(element)) {
          continue;
        }

        String name = optional ? element.substring(0, element.length() - 1) : element;
        if (!addFirst(name, first, text)) {
          return null;
        }
        if (!optional) {
          boolean capitalized = first.remove(NAME);
          return new First(wordSet(List.copyOf(first)), capitalized);
        }
      }
      return null;
    }

    /** Whether an element only looks at what stands around it. */
    private static boolean isPlace(String element) {
      return element.startsWith("!") || element.startsWith("<") || element.startsWith(">");
    }

    private boolean addFirst(String element, Set<String> first, String text) {
      if (element.startsWith(".") || element.startsWith("&") || element.equals(INITIATIVE)) {
        return false;
      }

      if (element.contains("|")) {
        return List.of(element.split("\\|")).stream()
            .allMatch(alternative -> addFirst(alternative, first, text));
      }

      if (element.equals(NAME) || !element.startsWith("@")) {
        first.add(element.equals(NAME) ? NAME : element.split("_")[0]);
        return !element.equals("^") && (element.length() == 1 || !element.startsWith("*"));
      }

      return members(element, text).stream()
          .allMatch(phrase -> addFirst(phrase.trim().split("\\s+")[0], first, text));
    }

    /** Of the elements that must be there, the one whose shortest word is longest: it is rare. */
    private @Nullable WordSet anchor(List<String> elements, String text) {
      Set<String> best = null;
      for (String element : elements) {
        Set<String> words = new LinkedHashSet<>();
        if (mustHave(element, words, text) && (best == null || shortest(words) > shortest(best))) {
          best = words;
        }
      }
      return best == null ? null : wordSet(List.copyOf(best));
    }

    private static int shortest(Set<String> words) {
      return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /** Collects words of which one stands wherever the element does; false if there are none. */
    private boolean mustHave(String element, Set<String> words, String text) {
      boolean free =
          element.startsWith(".")
              || element.startsWith("*")
              || isPlace(element)
              || element.equals("^");
      boolean optional = element.length() > 1 && element.endsWith("?");
      if (free || optional || element.equals(INITIATIVE) || element.equals(NAME)) {
        return false;
      }

      if (element.startsWith("&")) {
        return mustHave(element.substring(1), words, text);
      }

      if (element.contains("|")) {
        return List.of(element.split("\\|")).stream()
            .allMatch(alternative -> mustHave(alternative, words, text));
      }

      if (!element.startsWith("@")) {
        words.add(element.split("_")[0]);
        return true;
      }

      return members(element, text).stream().allMatch(phrase -> anyMustHave(phrase, words, text));
    }

    private boolean anyMustHave(String phrase, Set<String> words, String text) {
      return List.of(phrase.trim().split("\\s+")).stream()
          .anyMatch(element -> mustHave(element, words, text));
    }
  }
}
