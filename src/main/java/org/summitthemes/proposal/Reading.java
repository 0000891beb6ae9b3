package org.summitthemes.proposal;

import java.util.List;
import org.summitthemes.proposal.Token.Kind;

/** A sentence while patterns are tried on it, and what the last one that fitted has found. */
final class Reading {
  /** The end of a span that is left to {@link SpanRule}. */
  static final int OPEN = -1;

  private final List<Token> tokens;
  private int initiativeStart;
  private int initiativeEnd;
  private int end;

  Reading(List<Token> tokens) {
    this.tokens = tokens;
  }

  int size() {
    return tokens.size();
  }

  Token token(int at) {
    return tokens.get(at);
  }

  String folded(int at) {
    return tokens.get(at).folded();
  }

  boolean isCapitalized(int at) {
    return tokens.get(at).isCapitalized();
  }

  /** Whether the token is capitalized and the one before is not, but for the sentence's first. */
  boolean beginsName(int at) {
    return isCapitalized(at) && (at == 0 || !isCapitalized(at - 1) || isStart(at - 1));
  }

  boolean isPassable(int at, boolean acrossCommas) {
    Kind kind = tokens.get(at).kind();
    return kind == Kind.WORD || (kind == Kind.WEAK && acrossCommas) || kind == Kind.QUOTE;
  }

  /** Whether nothing but punctuation stands before the token. */
  boolean isStart(int at) {
    for (int i = 0; i < at; i++) {
      if (tokens.get(i).isWord()) {
        return false;
      }
    }
    return true;
  }

  void clear() {
    initiativeStart = OPEN;
    initiativeEnd = OPEN;
    end = OPEN;
  }

  void initiative(int from, int to) {
    initiativeStart = from;
    initiativeEnd = to;
  }

  void matchedTo(int at) {
    end = at;
  }

  int initiativeStart() {
    return initiativeStart;
  }

  int initiativeEnd() {
    return initiativeEnd;
  }

  int end() {
    return end;
  }
}
