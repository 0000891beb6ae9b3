package org.summitthemes.proposal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.proposal.Patterns.Match;
import org.summitthemes.proposal.SpanRule.Range;
import org.summitthemes.text.CodePoints;

/**
 * Finds the act of a sentence by the patterns of its language.
 *
 * <p>A pattern counts unless a lure overlaps the words that make the act. Of several, the one with
 * the highest confidence wins; of equals the earlier in the sentence, then in the catalog.
 */
final class ActRules implements Serializable {
  private final List<Rule> rules = new ArrayList<>();
  private final Patterns patterns;
  private final Patterns lures;
  private final Patterns proposes;
  private final SpanRule spans;
  private final boolean dotless;

  ActRules(ProposalsConfig.Language language, boolean dotless) {
    this.dotless = dotless;
    Pattern.Compiler compiler = new Pattern.Compiler(language.classes(), dotless);
    for (ProposalsConfig.Act act : language.acts()) {
      act.patterns()
          .forEach(
              text ->
                  rules.add(
                      new Rule(
                          act.act(),
                          act.when().equals("reported"),
                          act.confidence(),
                          compiler.compile(text))));
    }
    patterns = new Patterns(rules.stream().map(Rule::pattern).toList());
    lures = SpanRule.places(compiler, language.lures());
    proposes = SpanRule.places(compiler, language.proposes());
    spans =
        new SpanRule(
            SpanRule.places(compiler, language.stops()),
            SpanRule.places(compiler, language.leads()));
  }

  /** The act of a sentence; empty if it has none. */
  Optional<Act> act(String sentence, Voice voice) {
    Reading reading = new Reading(Token.of(sentence, dotless));
    if (isQuestion(reading)) {
      return Optional.empty();
    }

    List<Match> matches =
        patterns.in(reading).stream()
            .filter(match -> voice != Voice.DIRECT || !rules.get(match.pattern()).reported())
            .sorted(best())
            .toList();
    if (matches.isEmpty()) {
      return Optional.empty();
    }

    List<Match> veto = lures.in(reading);
    for (Match match : matches) {
      if (veto.stream().noneMatch(lure -> overlap(lure, match))) {
        Act act = act(sentence, reading, match, voice);
        if (act != null) {
          return Optional.of(act);
        }
      }
    }
    return Optional.empty();
  }

  private Comparator<Match> best() {
    return Comparator.comparingDouble((Match match) -> -rules.get(match.pattern()).confidence())
        .thenComparingInt(Match::start)
        .thenComparingInt(Match::pattern);
  }

  private @Nullable Act act(String sentence, Reading reading, Match match, Voice voice) {
    Rule rule = rules.get(match.pattern());
    Range range = spans.of(reading, match, rule.pattern().initiativeFirst());
    if (range == null) {
      return null;
    }

    int start = reading.token(range.from()).start();
    int end = reading.token(range.to() - 1).end();
    return new Act(
        rule.act().equals("called_for") && proposes(reading, match, range)
            ? "proposed"
            : rule.act(),
        new CodePoints(sentence).span(start, end),
        sentence.substring(start, end),
        rule.confidence(),
        voice == Voice.DIRECT ? null : actor(sentence, reading, match.start()),
        rule.pattern().text());
  }

  /** Whether a call names something new: a body, a document, an event to be made. */
  private boolean proposes(Reading reading, Match match, Range range) {
    int from = Math.min(match.start(), range.from());
    int to = Math.max(match.end(), range.to());
    return proposes.in(reading).stream()
        .anyMatch(found -> found.start() >= from && found.start() < to);
  }

  /** The capitalized words at the beginning of a match. */
  private static @Nullable String actor(String sentence, Reading reading, int start) {
    int end = start;
    while (end < reading.size() && reading.isCapitalized(end)) {
      end++;
    }
    return end == start
        ? null
        : sentence
            .substring(reading.token(start).start(), reading.token(end - 1).end())
            .replaceAll("\\s+", " ");
  }

  /** Whether a lure touches the words of a match outside of its initiative. */
  private static boolean overlap(Match lure, Match match) {
    boolean before = lure.start() < match.end() && match.start() < lure.end();
    boolean inside =
        match.initiativeEnd() >= 0
            && lure.start() >= match.initiativeStart()
            && lure.end() <= match.initiativeEnd();
    return before && !inside;
  }

  private static boolean isQuestion(Reading reading) {
    for (int i = reading.size() - 1; i >= 0 && !reading.token(i).isWord(); i--) {
      if (reading.token(i).surface().equals("?")) {
        return true;
      }
    }
    return false;
  }

  private record Rule(String act, boolean reported, double confidence, Pattern pattern)
      implements Serializable {}
}
