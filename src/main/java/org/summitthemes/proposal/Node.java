package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.summitthemes.proposal.Token.Kind;

/** A step of a compiled pattern, and what comes after it. */
abstract sealed class Node implements Serializable {

  /** Goes on from here; true if the whole rest of the pattern fits. */
  abstract boolean fits(Reading reading, int at);

  /** One word of a list. */
  static final class Word extends Node {
    final WordSet words;
    private final Node next;

    Word(WordSet words, Node next) {
      this.words = words;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      return at < reading.size()
          && words.contains(reading.folded(at))
          && next.fits(reading, at + 1);
    }
  }

  /** The first of several ways that fits. */
  static final class Fork extends Node {
    final List<Node> ways;

    Fork(List<Node> ways) {
      this.ways = List.copyOf(ways);
    }

    @Override
    boolean fits(Reading reading, int at) {
      for (Node way : ways) {
        if (way.fits(reading, at)) {
          return true;
        }
      }
      return false;
    }
  }

  /** One to six capitalized words, small joining words between them, the fewest first. */
  static final class Name extends Node {
    private static final int LONGEST = 7;
    private static final Set<String> JOINING =
        Set.of("of", "the", "and", "de", "el", "al", "bin", "ibn", "von", "van");
    private final WordSet not;
    private final WordSet opening;
    private final Node next;

    Name(WordSet not, WordSet opening, Node next) {
      this.not = not;
      this.opening = opening;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      if (at >= reading.size() || !reading.isCapitalized(at) || not.contains(reading.folded(at))) {
        return false;
      }

      for (int end = at + 1; end <= Math.min(reading.size(), at + LONGEST); end++) {
        if (isNameTo(reading, at, end) && next.fits(reading, end)) {
          return true;
        }
        if (end < reading.size()
            && !reading.isCapitalized(end)
            && !JOINING.contains(reading.folded(end))) {
          return false;
        }
      }
      return false;
    }

    /**
     * Whether a whole name ends here. A capital tells little at the beginning of a sentence;
     * "Cuba's call" is no call of Cuba.
     */
    private boolean isNameTo(Reading reading, int at, int end) {
      boolean common = end == at + 1 && opening.contains(reading.folded(at)) && reading.isStart(at);
      return reading.isCapitalized(end - 1)
          && !common
          && (end >= reading.size() || !reading.isCapitalized(end))
          && !reading.folded(end - 1).endsWith("'s")
          && !reading.folded(end - 1).endsWith("s'");
    }
  }

  /** Some words in between, the fewest first, never across strong punctuation. */
  static final class Gap extends Node {
    private final int most;
    private final boolean acrossCommas;
    private final Node next;

    Gap(int most, boolean acrossCommas, Node next) {
      this.most = most;
      this.acrossCommas = acrossCommas;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      for (int i = at; i <= Math.min(reading.size(), at + most); i++) {
        if (next.fits(reading, i)) {
          return true;
        }
        if (i < reading.size() && !reading.isPassable(i, acrossCommas)) {
          return false;
        }
      }
      return false;
    }
  }

  /** What names the initiative, with more of the pattern behind it. */
  static final class Initiative extends Node {
    private static final int LONGEST = 25;
    private final Node next;

    Initiative(Node next) {
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      for (int end = at + 1; end <= Math.min(reading.size(), at + LONGEST); end++) {
        if (!reading.isPassable(end - 1, true)) {
          return false;
        }
        if (next.fits(reading, end)) {
          reading.initiative(at, end);
          return true;
        }
      }
      return false;
    }
  }

  /** A word that must come next but is left to what follows. */
  static final class Ahead extends Node {
    private final Node word;
    private final Node next;

    Ahead(Node word, Node next) {
      this.word = word;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      return word.fits(reading, at) && next.fits(reading, at);
    }
  }

  /** A place behind none of some words. */
  static final class NotBehind extends Node {
    private final WordSet words;
    private final Node next;

    NotBehind(WordSet words, Node next) {
      this.words = words;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      return (at == 0 || !words.contains(reading.folded(at - 1))) && next.fits(reading, at);
    }
  }

  /** A place with some word before it or behind it in its clause. */
  static final class Near extends Node {
    private static final int FARTHEST = 14;
    private final WordSet words;
    private final boolean behind;
    private final Node next;

    Near(WordSet words, boolean behind, Node next) {
      this.words = words;
      this.behind = behind;
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      int from = behind ? at : at - 1;
      for (int step = 0; step < FARTHEST; step++) {
        int i = behind ? from + step : from - step;
        if (i < 0 || i >= reading.size() || reading.token(i).kind() == Kind.STRONG) {
          return false;
        }
        if (words.contains(reading.folded(i))) {
          return next.fits(reading, at);
        }
      }
      return false;
    }
  }

  /** Fits everywhere. */
  static final class Anything extends Node {
    @Override
    boolean fits(Reading reading, int at) {
      return true;
    }
  }

  /** The beginning of the sentence. */
  static final class Start extends Node {
    private final Node next;

    Start(Node next) {
      this.next = next;
    }

    @Override
    boolean fits(Reading reading, int at) {
      return reading.isStart(at) && next.fits(reading, at);
    }
  }

  /** The end of the pattern. */
  static final class End extends Node {
    private final boolean openInitiative;

    /** With {@code openInitiative}, what names the initiative begins here. */
    End(boolean openInitiative) {
      this.openInitiative = openInitiative;
    }

    @Override
    boolean fits(Reading reading, int at) {
      if (openInitiative) {
        if (at >= reading.size()) {
          return false;
        }

        reading.initiative(at, Reading.OPEN);
      }
      reading.matchedTo(at);
      return true;
    }
  }

  /** Words in full, or their beginnings or endings, marked by a star. */
  record WordSet(Set<String> whole, List<String> beginnings, List<String> endings)
      implements Serializable {
    boolean contains(@Nullable String word) {
      return word != null && (whole.contains(word) || begins(word) || ends(word));
    }

    private boolean begins(String word) {
      for (String beginning : beginnings) {
        if (word.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }

    private boolean ends(String word) {
      for (String ending : endings) {
        if (word.endsWith(ending)) {
          return true;
        }
      }
      return false;
    }
  }
}
