package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.proposal.Token.Kind;

/**
 * Tells the speaker's words from the reporter's.
 *
 * <p>A text in which more sentences speak in the first person than ascribe words to somebody is a
 * transcript: all its sentences are the speaker's. In any other text these are the speaker's:
 * sentences between quotation marks, where a mark that closes without one that opened reaches back
 * to the last sentence that ascribes words or tells what happened; sentences in the first person;
 * sentences that ascribe words ("He stressed that …"); and what follows these without telling what
 * happened. The rest is the reporter's. A text without a first person is a transcript too if at
 * most one sentence in five ascribes words or tells what happened.
 */
final class VoiceRules implements Serializable {
  /** A quotation that is never closed ends after so many sentences. */
  private static final int LONGEST_QUOTATION = 40;

  /** In a report without a first person at least one sentence of so many ascribes or tells. */
  private static final int FEWEST_REPORTING = 5;

  private final Patterns first;
  private final Patterns said;
  private final Patterns tags;
  private final Patterns frame;
  private final boolean dotless;

  VoiceRules(ProposalsConfig.Language language, boolean dotless) {
    this.dotless = dotless;
    Pattern.Compiler compiler = new Pattern.Compiler(language.classes(), dotless);
    first = SpanRule.places(compiler, language.voice().first());
    said = SpanRule.places(compiler, language.voice().said());
    tags = SpanRule.places(compiler, language.voice().tags());
    frame = SpanRule.places(compiler, language.voice().frame());
  }

  /** The voices of a text's sentences, in order. */
  Voice[] voices(List<String> sentences) {
    List<Traits> traits = sentences.stream().map(this::traits).toList();
    boolean[] quoted = quoted(traits);
    if (isTranscript(traits, quoted)) {
      Voice[] direct = new Voice[traits.size()];
      Arrays.fill(direct, Voice.DIRECT);
      return direct;
    }

    return inReport(traits, quoted);
  }

  private static boolean isTranscript(List<Traits> traits, boolean[] quoted) {
    int own = 0;
    int reports = 0;
    int framed = 0;
    for (int i = 0; i < traits.size(); i++) {
      Traits each = traits.get(i);
      boolean ascribed = each.said() || each.tagged();
      own += each.first() && !ascribed && !quoted[i] ? 1 : 0;
      reports += ascribed ? 1 : 0;
      framed += each.frame() ? 1 : 0;
    }
    return own > 0
        ? own >= reports + framed
        : FEWEST_REPORTING * (reports + framed) <= traits.size();
  }

  private static Voice[] inReport(List<Traits> traits, boolean[] quoted) {
    Voice[] voices = new Voice[traits.size()];
    boolean framed = traits.stream().anyMatch(Traits::frame);
    Voice last = framed ? Voice.REPORTER : Voice.REPORTED;
    for (int i = 0; i < voices.length; i++) {
      Traits each = traits.get(i);
      if (each.heading() && !quoted[i] && !each.first()) {
        voices[i] = Voice.REPORTER;
        last = Voice.REPORTER;
      } else if (quoted[i] || (each.first() && !each.said())) {
        voices[i] = Voice.DIRECT;
        last = quoted[i] && each.closes() ? Voice.REPORTER : Voice.REPORTED;
      } else if (each.said() || each.tagged()) {
        voices[i] = Voice.REPORTED;
        last = Voice.REPORTED;
      } else {
        last = each.frame() ? Voice.REPORTER : last;
        voices[i] = last;
      }
    }
    return voices;
  }

  /** Which sentences stand between quotation marks. */
  private static boolean[] quoted(List<Traits> traits) {
    boolean[] quoted = new boolean[traits.size()];
    boolean open = false;
    int length = 0;
    for (int i = 0; i < quoted.length; i++) {
      Traits each = traits.get(i);
      if (open && (each.frame() || length >= LONGEST_QUOTATION) && !each.closes()) {
        open = false;
      }
      if (open) {
        quoted[i] = true;
        length++;
        open = !each.closes() || each.opens();
      } else {
        if (each.closes()) {
          reachBack(traits, quoted, i);
        }
        if (each.opens()) {
          quoted[i] = !each.said();
          open = true;
          length = 1;
        }
      }
    }
    return quoted;
  }

  private static void reachBack(List<Traits> traits, boolean[] quoted, int at) {
    quoted[at] = true;
    for (int i = at - 1; i >= 0 && !quoted[i]; i--) {
      Traits each = traits.get(i);
      if (each.said() || each.tagged() || each.frame() || each.heading()) {
        return;
      }

      quoted[i] = true;
    }
  }

  private Traits traits(String sentence) {
    Reading reading = new Reading(Token.of(sentence, dotless));
    int open = 0;
    int closed = 0;
    for (int i = 0; i < reading.size(); i++) {
      Token token = reading.token(i);
      if (token.kind() == Kind.QUOTE) {
        if (isOpening(sentence, token)) {
          open++;
        } else if (open > 0) {
          open--;
        } else {
          closed++;
        }
      }
    }
    return new Traits(
        first.fit(reading),
        said.fit(reading),
        tags.fit(reading),
        frame.fit(reading),
        isHeading(reading),
        open > 0,
        closed > 0);
  }

  /** By its place, as typists turn the marks around; by its form where the place leaves it open. */
  private static boolean isOpening(String sentence, Token quote) {
    boolean behind = quote.start() > 0 && isClosingPlace(sentence.charAt(quote.start() - 1));
    boolean before =
        quote.end() < sentence.length() && !Character.isWhitespace(sentence.charAt(quote.end()));
    return switch (quote.surface().charAt(0)) {
      case '„', '«', '‟' -> true;
      case '“', '"' -> !behind;
      case '”' -> !behind && before;
      default -> false;
    };
  }

  private static boolean isClosingPlace(char before) {
    return !Character.isWhitespace(before) && before != '(' && before != '—';
  }

  /** A line without a full stop, most of whose words are capitalized. */
  private static boolean isHeading(Reading reading) {
    int words = 0;
    int capitalized = 0;
    boolean ends = false;
    for (int i = 0; i < reading.size(); i++) {
      words += reading.token(i).isWord() ? 1 : 0;
      capitalized += reading.isCapitalized(i) ? 1 : 0;
      ends = reading.token(i).kind() == Kind.STRONG && i == reading.size() - 1;
    }
    return !ends && words > 0 && words <= 25 && 2 * capitalized > words;
  }

  private record Traits(
      boolean first,
      boolean said,
      boolean tagged,
      boolean frame,
      boolean heading,
      boolean opens,
      boolean closes) {}
}
