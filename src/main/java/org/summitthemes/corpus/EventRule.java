package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.PhraseTrie.Found;

/**
 * Finds the meeting in title and opening: its name, its place and its day.
 *
 * <ul>
 *   <li>Name: the phrase around a word for a meeting, if it names the venue ("meeting of the
 *       Council of Heads of State of the SCO Member States") or says more than that there was one
 *       ("informal summit", to which "of the OTS" is added).
 *   <li>Place: where it was "held in" or the "summit in", in a sentence that names the venue.
 *   <li>Day: a date within sixty characters of the word for the meeting, in such a sentence. A day
 *       without a year takes the year of publication, or the one before if it would lie more than a
 *       month after it.
 * </ul>
 */
final class EventRule {
  private static final int OPENING = 1000;
  private static final int NEAR = 60;
  private static final int FIRST_YEAR = 1945;

  private static final Pattern MEETING = Vocabulary.words(Vocabulary.MEETING);
  private static final String MODIFIER =
      "(?iu:informal|extraordinary|annual|regular|plenary|joint|expanded|special|emergency|ministerial"
          + "|consultative|high-level|jubilee|inaugural|virtual|first|second|third|fourth|fifth|sixth"
          + "|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,3}(?:st|nd|rd|th)|leaders['’]?)";
  private static final Pattern BEFORE =
      Names.pattern("((?:(?:" + MODIFIER + "|\\p{Lu}[\\p{L}\\p{N}.+’'-]*) ){0,6})$");
  private static final Pattern MODIFIED =
      Names.pattern("(?:" + MODIFIER + " ){1,6}(?iu:summit|meeting|session|forum)");
  private static final Pattern AFTER =
      Names.pattern(
          "^((?: (?:of|for)(?: the| its)?(?: (?:\\p{Lu}[\\p{L}\\p{N}.+’'-]*|member|states|heads|state|government"
              + "|foreign|ministers|leaders|countries|and|of|the|on|in|for)){1,14})?)");
  private static final Pattern TRAILING =
      Pattern.compile("(?: (?:of|for|the|its|and|on|in|member|heads))+$");

  /** What ends before the name of a meeting: "Remarks Before the", "Monday", "Last November’s". */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:.* )?(?:The|This|A|An|At|In|On|To|With|And|Before|After|During|Following|Upon|Ahead"
              + "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Today|(?:Today|\\p{Lu}\\p{Ll}+(?:ary|ber|ch|il|ust))[’']s"
              + "|(?:Last|This|Next) (?:Year|Month|Week)[’']s) ");

  private static final Pattern FURTHER = Pattern.compile(" \\p{Lu}");
  private static final Pattern PLACE =
      Names.pattern(
          "(?:(?iu:held|took place|taking place|takes place|hosted|convened|gathered|summit|meeting|session|forum"
              + "|conference)) (?:(?iu:today|yesterday) )?(?iu:in) ((?:[Tt]he )?(?:St\\.? )?\\p{Lu}[\\p{L}’'-]+(?: (?:\\p{Lu}[\\p{L}’'-]+)){0,2})");

  private EventRule() {}

  static Event find(
      @Nullable String title,
      String text,
      @Nullable String venue,
      @Nullable PartialDate published,
      Gazetteer gazetteer) {
    List<String> sentences = new ArrayList<>();
    if (title != null) {
      sentences.add(title);
    }
    sentences.addAll(Sentences.opening(text, OPENING));
    List<String> ours =
        sentences.stream().filter(sentence -> names(sentence, venue, gazetteer)).toList();
    return new Event(
        name(sentences, venue, gazetteer).orElse(null),
        place(ours).orElse(null),
        day(ours, published).orElse(null));
  }

  private static boolean names(String sentence, @Nullable String venue, Gazetteer gazetteer) {
    return gazetteer.found(sentence).stream().anyMatch(found -> found.value().equals(venue));
  }

  private static Optional<String> name(
      List<String> sentences, @Nullable String venue, Gazetteer gazetteer) {
    if (venue == null) {
      return Optional.empty();
    }

    return sentences.stream()
        .flatMap(sentence -> phrases(sentence).stream())
        .map(phrase -> named(ofNamedMeeting(phrase, gazetteer), venue, gazetteer))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<String> phrases(String sentence) {
    List<String> phrases = new ArrayList<>();
    Matcher meeting = MEETING.matcher(sentence);
    while (meeting.find()) {
      String ahead = sentence.substring(0, meeting.start());
      Matcher before = BEFORE.matcher(ahead.substring(Math.max(0, ahead.length() - 120)));
      Matcher after = AFTER.matcher(sentence.substring(meeting.end()));
      String left = before.find() ? before.group(1) : "";
      String right = after.find() ? withoutDate(after.group(1)) : "";
      phrases.add(
          LEADING.matcher(left).replaceAll("")
              + meeting.group()
              + TRAILING.matcher(right).replaceAll("").replaceAll("(?<=\\p{L}{2})\\.$", ""));
    }
    return phrases;
  }

  private static String withoutDate(String phrase) {
    String[] words = phrase.split(" ");
    StringBuilder kept = new StringBuilder();
    for (int i = 1; i < words.length && !Dates.isMonth(words[i]); i++) {
      kept.append(' ').append(words[i]);
    }
    return kept.toString();
  }

  /** Without what follows a name that is a meeting's own: "Summit of the Americas Deliverables". */
  private static String ofNamedMeeting(String phrase, Gazetteer gazetteer) {
    for (Found<String> found : gazetteer.found(phrase)) {
      boolean own = MEETING.matcher(phrase.substring(found.start(), found.end())).find();
      if (own && FURTHER.matcher(phrase).region(found.end(), phrase.length()).lookingAt()) {
        return phrase.substring(0, found.end());
      }
    }
    return phrase;
  }

  private static Optional<String> named(String phrase, String venue, Gazetteer gazetteer) {
    List<Found<String>> organizations = gazetteer.found(phrase);
    if (organizations.isEmpty()) {
      return MODIFIED.matcher(phrase).matches()
          ? Optional.of(phrase + " of the " + venue)
          : Optional.empty();
    }

    boolean ours = organizations.stream().allMatch(found -> found.value().equals(venue));
    return ours ? Optional.of(phrase) : Optional.empty();
  }

  private static Optional<String> place(List<String> sentences) {
    for (String sentence : sentences) {
      Matcher place = PLACE.matcher(sentence);
      if (MEETING.matcher(sentence).find() && place.find() && isPlace(place.group(1))) {
        return Optional.of(place.group(1));
      }
    }
    return Optional.empty();
  }

  private static boolean isPlace(String phrase) {
    return !Dates.isMonth(phrase.split(" ")[0]) && !phrase.startsWith("The ");
  }

  private static Optional<PartialDate> day(
      List<String> sentences, @Nullable PartialDate published) {
    for (String sentence : sentences) {
      Matcher meeting = MEETING.matcher(sentence);
      for (Dates.Written written : Dates.written(sentence)) {
        if (isNear(meeting.reset(), written)) {
          return date(written, published);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNear(Matcher meeting, Dates.Written written) {
    while (meeting.find()) {
      int gap =
          meeting.start() >= written.end()
              ? meeting.start() - written.end()
              : written.start() - meeting.end();
      if (gap >= 0 && gap <= NEAR) {
        return true;
      }
    }
    return false;
  }

  private static Optional<PartialDate> date(
      Dates.Written written, @Nullable PartialDate published) {
    if (written.year() != 0) {
      return written
          .date(written.year())
          .filter(date -> date.firstDay().getYear() >= FIRST_YEAR)
          .filter(date -> published == null || isNotAfter(date, published));
    }

    if (published == null) {
      return Optional.empty();
    }

    int year = published.firstDay().getYear();
    return written
        .date(year)
        .filter(date -> isNotAfter(date, published))
        .or(() -> written.date(year - 1));
  }

  private static boolean isNotAfter(PartialDate date, PartialDate published) {
    return !date.firstDay().isAfter(published.firstDay().plusDays(31));
  }

  /** What is known of the meeting; each part null if it is not sure. */
  record Event(@Nullable String name, @Nullable String place, @Nullable PartialDate day) {
    static final Event UNKNOWN = new Event(null, null, null);
  }
}
