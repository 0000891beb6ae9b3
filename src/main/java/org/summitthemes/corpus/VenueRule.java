package org.summitthemes.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.PhraseTrie.Found;

/**
 * Finds out at whose meeting a speech was given, from its title and text.
 *
 * <p>Organizations collect points: named in the title 3, next to a word for a meeting (summit,
 * session, council, …) 5; the only organization whose meeting the first lines name 4; named in the
 * opening in one sentence with such a word 2; at least three mentions that are 60 % of all mentions
 * in the text 2, or else two mentions and more than any other organization 1. The one with most
 * points is the venue if it has at least 4, or 3 and the title names it. A tie means that nobody
 * knows.
 */
final class VenueRule {
  private static final int OPENING = 1000;
  private static final int NEAR = 40;
  private static final int FIRST_LINES = 500;
  private static final int BEFORE = 80;
  private static final Pattern MEETING = Vocabulary.words(Vocabulary.MEETING + "|council");

  /**
   * What an organization holds; narrower words than in titles, as a report's first lines tell more
   * than where it was.
   */
  private static final Pattern HELD =
      Vocabulary.words(
          Vocabulary.MEETING
              + "|council|working group|round table|seminar|workshop|ministerial|dialogue");

  private VenueRule() {}

  static Optional<String> find(
      @Nullable String title, String text, List<Found<String>> mentions, Gazetteer gazetteer) {
    Map<String, Integer> points = new TreeMap<>();
    Map<String, Integer> titlePoints =
        title == null ? Map.of() : titlePoints(title, gazetteer.found(title));
    titlePoints.forEach((id, n) -> points.merge(id, n, Integer::sum));
    heldPoints(text, mentions).forEach((id, n) -> points.merge(id, n, Integer::sum));
    openingPoints(text, mentions).forEach((id, n) -> points.merge(id, n, Integer::sum));
    bodyPoints(mentions).forEach((id, n) -> points.merge(id, n, Integer::sum));
    return best(points).filter(id -> points.get(id) >= (titlePoints.containsKey(id) ? 3 : 4));
  }

  private static Map<String, Integer> titlePoints(String title, List<Found<String>> mentions) {
    Map<String, Integer> points = new TreeMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      Found<String> mention = mentions.get(i);
      boolean holds = !isPrefix(mentions, i) && isNearMeeting(title, mention);
      points.merge(mention.value(), holds ? 5 : 3, Math::max);
    }
    return points;
  }

  /**
   * Of two names side by side the second holds the meeting: {@code CIS Collective Security
   * Council}.
   */
  private static boolean isPrefix(List<Found<String>> mentions, int i) {
    return i + 1 < mentions.size() && mentions.get(i + 1).start() == mentions.get(i).end() + 1;
  }

  private static boolean isNearMeeting(String title, Found<String> mention) {
    if (MEETING.matcher(title.substring(mention.start(), mention.end())).find()) {
      return true;
    }

    String before = title.substring(Math.max(0, mention.start() - NEAR), mention.start());
    String after = title.substring(mention.end(), Math.min(title.length(), mention.end() + NEAR));
    return MEETING.matcher(before).find() || MEETING.matcher(after).find();
  }

  /**
   * The organization that the first lines name right after a word for a meeting, if it is only one.
   */
  private static Map<String, Integer> heldPoints(String text, List<Found<String>> mentions) {
    Map<String, Integer> points = new TreeMap<>();
    for (Found<String> mention : mentions) {
      if (mention.start() >= FIRST_LINES) {
        break;
      }

      String before = Sentences.around(text, mention.start());
      int at = before.indexOf(text.substring(mention.start(), mention.end()));
      if (at > 0 && HELD.matcher(before.substring(Math.max(0, at - BEFORE), at)).find()) {
        points.put(mention.value(), 4);
      }
    }
    return points.size() == 1 ? points : Map.of();
  }

  private static Map<String, Integer> openingPoints(String text, List<Found<String>> mentions) {
    Map<String, Integer> points = new TreeMap<>();
    for (Found<String> mention : mentions) {
      if (mention.start() >= OPENING) {
        break;
      }

      if (MEETING.matcher(Sentences.around(text, mention.start())).find()) {
        points.put(mention.value(), 2);
      }
    }
    return points;
  }

  private static Map<String, Integer> bodyPoints(List<Found<String>> mentions) {
    Map<String, Integer> counts = new TreeMap<>();
    mentions.forEach(mention -> counts.merge(mention.value(), 1, Integer::sum));
    Optional<String> top = best(counts);
    if (top.isEmpty() || counts.get(top.get()) < 2) {
      return Map.of();
    }

    int count = counts.get(top.get());
    boolean dominant = count >= 3 && count * 10 >= mentions.size() * 6;
    return Map.of(top.get(), dominant ? 2 : 1);
  }

  /** The key of the greatest value, if only one has it. */
  private static Optional<String> best(Map<String, Integer> values) {
    int most = values.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> best =
        values.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }
}
