package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.summitthemes.proposal.Patterns.Match;
import org.summitthemes.proposal.Token.Kind;

/**
 * Cuts out what names an initiative: from where the pattern leaves it to the end of the clause,
 * without the words that lead to it ("to establish a").
 */
final class SpanRule implements Serializable {
  private static final int LONGEST = 30;

  private final Patterns stops;
  private final Patterns leads;

  SpanRule(Patterns stops, Patterns leads) {
    this.stops = stops;
    this.leads = leads;
  }

  /** First token and the one behind the last. */
  record Range(int from, int to) {}

  /** The initiative of a match; null if there is no word in it. */
  @Nullable Range of(Reading reading, Match match, boolean initiativeFirst) {
    if (match.initiativeStart() == Reading.OPEN && initiativeFirst) {
      return trimmed(reading, clauseStart(reading, match.start()), match.start());
    }

    int from = match.initiativeStart() == Reading.OPEN ? match.start() : match.initiativeStart();
    int to =
        match.initiativeEnd() == Reading.OPEN ? clauseEnd(reading, from) : match.initiativeEnd();
    if (match.initiativeStart() == Reading.OPEN) {
      to = match.end();
    }
    return trimmed(reading, from, to);
  }

  private int clauseEnd(Reading reading, int from) {
    boolean quoted = false;
    int most = Math.min(reading.size(), from + LONGEST);
    for (int i = from; i < most; i++) {
      Kind kind = reading.token(i).kind();
      if (kind == Kind.QUOTE) {
        if (!quoted && !opens(reading, i)) {
          return i;
        }

        quoted = !quoted;
      } else if (kind == Kind.STRONG && !quoted && !(i == from)) {
        return i;
      } else if (i > from && !quoted && stops.endAt(reading, i) >= 0) {
        return i;
      }
    }
    return most;
  }

  private static boolean opens(Reading reading, int at) {
    Token quote = reading.token(at);
    return switch (quote.surface().charAt(0)) {
      case '“', '„', '«', '‟' -> true;
      case '"' ->
          at + 1 < reading.size()
              && reading.token(at + 1).start() == quote.end()
              && (at == 0 || reading.token(at - 1).end() < quote.start());
      default -> false;
    };
  }

  private static int clauseStart(Reading reading, int before) {
    int start = before;
    while (start > 0
        && before - start < LONGEST
        && reading.token(start - 1).kind() != Kind.STRONG
        && reading.token(start - 1).kind() != Kind.QUOTE) {
      start--;
    }
    return start;
  }

  private @Nullable Range trimmed(Reading reading, int from, int to) {
    int start = from;
    int end = to;
    while (end > start && !reading.token(end - 1).isWord() && !closes(reading, start, end)) {
      end--;
    }
    for (int lead = start; lead >= 0 && lead < end; lead = next(reading, start, end)) {
      start = lead;
    }
    return start < end ? new Range(start, end) : null;
  }

  /** Where the next word stands behind words that lead to the name; negative if there is none. */
  private int next(Reading reading, int start, int end) {
    Token token = reading.token(start);
    if (!token.isWord() && !(token.kind() == Kind.QUOTE && closes(reading, start, end))) {
      return start + 1 < end ? start + 1 : -1;
    }

    int lead = leads.endAt(reading, start);
    return lead > start && lead < end ? lead : -1;
  }

  /** Whether the last token closes a quotation that begins inside. */
  private static boolean closes(Reading reading, int start, int end) {
    if (reading.token(end - 1).kind() != Kind.QUOTE) {
      return false;
    }

    int quotes = 0;
    for (int i = start; i < end; i++) {
      quotes += reading.token(i).kind() == Kind.QUOTE ? 1 : 0;
    }
    return quotes % 2 == 0;
  }

  /** Patterns that only mark places. */
  static Patterns places(Pattern.Compiler compiler, List<String> texts) {
    return new Patterns(texts.stream().map(compiler::compile).toList());
  }
}
