package org.summitthemes.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.summitthemes.corpus.PhraseTrie.Found;

/**
 * Finds out from title and text who speaks and for which country.
 *
 * <p>The speaker is the one person whom the title gives an address to ("Address of President NAME",
 * "Remarks by NAME"); else the one person who speaks in a transcript ("President NAME:", alone on
 * the line up to the colon); else the person to whom a report ascribes words ("NAME noted", "said
 * NAME"), beginning in its opening, at least twice and at least twice as often as to anybody else.
 * A surname counts for the full name that the text also gives. Where the text speaks in the first
 * person itself, those named in it are quoted and do not speak. A speaker without given name stays
 * unknown, and so does one of several. What the text also writes in small letters is no name.
 *
 * <p>The country is that of the office next to the speaker's name ("President of Kazakhstan NAME",
 * "Kazakhstan's president NAME", "President NAME of Kazakhstan"); else that of an office without a
 * name to which words are ascribed ("the President of Kazakhstan noted"). If these disagree, it is
 * unknown.
 */
final class SpeakerRule {
  private static final int OPENING = 1500;
  private static final int LOOKED_AT = 20_000;
  private static final int CHARACTERS_PER_REPORT = 2_500;
  private static final int NEAR = 60;
  private static final String LEAD = "(?:(?i:also|then|later|has|had|further|in turn) )?";

  private static final Pattern ADDRESS = Vocabulary.words(Vocabulary.ADDRESS);
  private static final Pattern OFFICE = Vocabulary.words(Vocabulary.OFFICE);
  private static final Pattern RUN = Names.pattern("(?<![\\p{L}\\p{N}])" + Names.RUN);
  private static final Pattern LABEL =
      Pattern.compile("^([\\p{L}\\p{Mn} .,'’-]{3,120}?) ?:(?=\\s|$)", Pattern.MULTILINE);
  private static final Pattern JOINED =
      Names.pattern("^(?:,| and| &).{0,60}?\\p{Lu}|^,? \\p{Ll}{0,3} ?\\p{Lu}\\S+ and ");

  /** Words that titles in capitals put behind a name: "Statement by NAME Welcoming Finland". */
  private static final Pattern NO_PART =
      Pattern.compile(
          "\\b(?:And|At|In|On|To|With|For|As|From|Before|After|During|Following|Upon|Regarding|Concerning"
              + "|Announcing|Welcoming|Previewing|Honou?ring|Congratulating|Condemning|Marking"
              + "|Celebrating|Commemorating|Introducing|Opening|Closing|Addressing|Thanking|Urging)\\b");

  private static final Pattern OWN_OFFICE =
      Vocabulary.pattern("^, (?:the )?(?:" + Vocabulary.OFFICE + ")(?=[ ,])(?! and )");
  private static final Pattern FILLER =
      Pattern.compile(
          "(?iu)\\b(?:of|by|from|the|his|her|excellency|h\\.\\s?e|mr|mrs|ms|republic|kingdom|state|federation"
              + "|on behalf|first|acting|as prepared for delivery|delivered)\\b|[,.:–—’'-]|(?:['’]s)");
  private static final Pattern OFFICE_WORDS =
      Names.pattern(
          "(?:(?!(?iu:[\\p{L}]+ing|and|at|in|on|to|with|for|before|after|during) )\\p{Lu}\\S* )*");
  private static final Pattern OFFICE_OF =
      Vocabulary.pattern(
          "(?<![\\p{L}\\p{N}])(?:"
              + Vocabulary.OFFICE
              + "),?(?: (?:of|for)(?: the)?(?: \\p{L}+ of)?(?: the)?"
              + "(?: (?:\\p{L}+[’']?s? )?(?:republic|kingdom|state|emirate|sultanate|commonwealth|union)"
              + " of(?: the)?)?)? $");
  private static final Pattern OFFICE_AFTER =
      Vocabulary.pattern("(?:['’]s)? (?:" + Vocabulary.OFFICE + ")(?![\\p{L}\\p{N}])");
  private static final Pattern HOLDER_AFTER =
      Names.pattern("^,?(?: (?:H\\. ?E\\.|Mr\\.?|Mrs\\.?|Ms\\.?))?,? (" + Names.RUN + ")");
  private static final Pattern HOLDER_BEFORE = Names.pattern("(" + Names.RUN + "), (?:the )?$");
  private static final Pattern HOLDER_OF = Names.pattern("(" + Names.RUN + ") of (?:the )?$");
  private static final Pattern SAYING =
      Vocabulary.pattern(Vocabulary.SAYING + "|according to|по словам");
  private static final Pattern SAYS_AFTER =
      Vocabulary.pattern(",? " + LEAD + "(?:" + Vocabulary.SAID + ")(?!\\p{L})");

  private SpeakerRule() {}

  static Speaker find(@Nullable String title, String text) {
    String head = title == null ? "" : title;
    String report = head + "\n" + text.substring(0, Math.min(text.length(), LOOKED_AT));
    Map<String, Boolean> labels = labels(text);
    boolean reported = !FirstPerson.speaks(text);
    String name =
        fromTitle(head)
            .or(() -> onlySpeaker(labels, report))
            .or(() -> labels.isEmpty() && reported ? fromReport(report, head) : Optional.empty())
            .orElse(null);
    return new Speaker(name, country(report, name).orElse(null));
  }

  /** The country of a speaker whose name is already known. */
  static Optional<String> countryOf(String name, @Nullable String title, String text) {
    String head = title == null ? "" : title;
    return country(head + "\n" + text.substring(0, Math.min(text.length(), LOOKED_AT)), name);
  }

  private static Optional<String> fromTitle(String heading) {
    String title =
        NO_PART.matcher(heading).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
    Matcher address = ADDRESS.matcher(title);
    if (!address.find()) {
      return Optional.empty();
    }

    Matcher run = RUN.matcher(title);
    for (int from = address.end(); run.find(from); from = run.end()) {
      Optional<String> name = Names.in(run.group()).filter(Names::isFull);
      if (name.isPresent()) {
        int start = run.end() - name.get().length();
        boolean direct = isFiller(title.substring(address.end(), Math.max(start, address.end())));
        String rest = OWN_OFFICE.matcher(title.substring(run.end())).replaceFirst("");
        boolean joint = JOINED.matcher(rest).find();
        return direct && !joint ? name : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Offices, countries and small words only: capitalized words of which the last is an office. */
  private static boolean isFiller(String between) {
    String rest = between;
    List<Found<String>> countries = Countries.standard().find(between);
    for (int i = countries.size() - 1; i >= 0; i--) {
      Found<String> country = countries.get(i);
      rest = rest.substring(0, country.start()) + rest.substring(country.end());
    }
    String words =
        FILLER
            .matcher(OFFICE.matcher(rest).replaceAll(""))
            .replaceAll(" ")
            .strip()
            .replaceAll("\\s+", " ");
    return words.isEmpty()
        || (OFFICE_WORDS.matcher(words + " ").matches()
            && Names.isNoName(words.substring(words.lastIndexOf(' ') + 1)));
  }

  private static Optional<String> onlySpeaker(Map<String, Boolean> labels, String report) {
    return labels.entrySet().stream()
        .filter(label -> labels.size() == 1 && label.getValue())
        .map(Map.Entry::getKey)
        .filter(name -> !isCommon(name, report))
        .findFirst();
  }

  /** Whether the last word of what may be a name also stands in the text in small letters. */
  private static boolean isCommon(String name, String text) {
    String word = Pattern.quote(Names.surname(name).toLowerCase(Locale.ROOT));
    return Pattern.compile("(?<![\\p{L}\\p{N}@./-])" + word + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }

  /**
   * Names before colons at the beginning of paragraphs, and whether only an office stands before
   * the name there; no more than two. The first must stand in the opening: further down, what
   * stands before a colon is the heading of a list.
   */
  private static Map<String, Boolean> labels(String text) {
    Matcher label = LABEL.matcher(text);
    Map<String, Boolean> speakers = new TreeMap<>();
    while (label.find()
        && speakers.size() < 2
        && (label.start() <= OPENING || !speakers.isEmpty())) {
      String words = label.group(1);
      Matcher run = RUN.matcher(words);
      while (run.find()) {
        Optional<String> name =
            run.end() == words.length()
                ? Names.in(run.group()).filter(Names::isFull)
                : Optional.empty();
        name.ifPresent(
            found -> {
              String before = words.substring(0, words.length() - found.length());
              speakers.merge(found, isFiller(before), Boolean::logicalOr);
            });
      }
    }
    return speakers;
  }

  private static Optional<String> fromReport(String report, String title) {
    Map<String, Integer> counts = new TreeMap<>();
    int first = Integer.MAX_VALUE;
    Matcher run = RUN.matcher(report);
    while (run.find()) {
      boolean speaks =
          SAYS_AFTER.matcher(report).region(run.end(), report.length()).lookingAt()
              || isAfterVerb(report, run.start());
      Optional<String> name = speaks ? Names.in(run.group()) : Optional.empty();
      if (name.isPresent() && !isCommon(name.get(), report)) {
        counts.merge(name.get(), 1, Integer::sum);
        first = Math.min(first, run.start());
      }
    }
    return first <= title.length() + OPENING
        ? mostOften(merged(counts), report.length())
        : Optional.empty();
  }

  /**
   * Whether one of the two words before the offset, or both together, is a verb of speaking that
   * the speaker may follow.
   */
  private static boolean isAfterVerb(String report, int offset) {
    String[] words = report.substring(Math.max(0, offset - 40), offset).split(" ");
    int last = words.length - 1;
    if (last >= 0 && words[last].equalsIgnoreCase("the")) {
      last--;
    }
    return last >= 0
        && offset > 0
        && report.charAt(offset - 1) == ' '
        && (SAYING.matcher(words[last]).matches()
            || (last > 0 && SAYING.matcher(words[last - 1] + " " + words[last]).matches()));
  }

  /** Counts of full names; a surname's count goes to the full name, if only one has it. */
  private static Map<String, Integer> merged(Map<String, Integer> counts) {
    Map<String, Integer> full = new TreeMap<>();
    Map<String, Set<String>> bySurname = new HashMap<>();
    counts.forEach(
        (name, count) -> {
          if (Names.isFull(name)) {
            full.merge(name, count, Integer::sum);
            bySurname.computeIfAbsent(Names.surname(name), key -> new HashSet<>()).add(name);
          }
        });
    counts.forEach(
        (name, count) -> {
          Set<String> owners = bySurname.getOrDefault(name, Set.of());
          if (!Names.isFull(name) && owners.size() == 1) {
            full.merge(owners.iterator().next(), count, Integer::sum);
          }
        });
    return full;
  }

  private static Optional<String> mostOften(Map<String, Integer> counts, int length) {
    String best = null;
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        second = most;
        most = entry.getValue();
        best = entry.getKey();
      } else {
        second = Math.max(second, entry.getValue());
      }
    }
    boolean often = most >= 2 && most * CHARACTERS_PER_REPORT >= length;
    return often && most >= 2 * second ? Optional.ofNullable(best) : Optional.empty();
  }

  private static Optional<String> country(String report, @Nullable String speaker) {
    Set<String> named = new HashSet<>();
    Set<String> unnamed = new HashSet<>();
    for (Found<String> country : Countries.standard().find(report)) {
      int from = Math.max(0, country.start() - NEAR);
      Matcher ahead = OFFICE_OF.matcher(report).region(from, country.start());
      Matcher behind = OFFICE_AFTER.matcher(report).region(country.end(), report.length());
      if (ahead.find()) {
        vote(report, ahead.start(), country.end(), country.value(), speaker, named, unnamed);
      } else if (behind.lookingAt()) {
        vote(report, country.start(), behind.end(), country.value(), speaker, named, unnamed);
      } else if (isHolderOf(report.substring(from, country.start()), speaker)) {
        named.add(country.value());
      }
    }
    Set<String> votes = named.isEmpty() ? unnamed : named;
    return votes.size() == 1 ? votes.stream().findFirst() : Optional.empty();
  }

  /** Counts an office of a country for the speaker, if the speaker holds it. */
  private static void vote(
      String report,
      int start,
      int end,
      String country,
      @Nullable String speaker,
      Set<String> named,
      Set<String> unnamed) {
    String behind = report.substring(end, Math.min(report.length(), end + 2 * NEAR));
    String ahead = report.substring(Math.max(0, start - 2 * NEAR), start);
    Optional<String> holder = holder(ahead, behind);
    if (holder.isPresent()) {
      if (speaker != null && isSame(holder.get(), speaker)) {
        named.add(country);
      }
    } else if (SAYS_AFTER.matcher(behind).lookingAt() || isAfterVerb(report, start)) {
      unnamed.add(country);
    }
  }

  /** "President NAME of ". */
  private static boolean isHolderOf(String ahead, @Nullable String speaker) {
    Matcher holder = HOLDER_OF.matcher(ahead);
    return speaker != null
        && holder.find()
        && OFFICE.matcher(holder.group(1)).lookingAt()
        && Names.in(holder.group(1)).filter(name -> isSame(name, speaker)).isPresent();
  }

  private static boolean isSame(String name, String speaker) {
    return Names.surname(name).equals(Names.surname(speaker));
  }

  private static Optional<String> holder(String ahead, String behind) {
    Matcher after = HOLDER_AFTER.matcher(behind);
    if (after.find()) {
      Optional<String> name = Names.in(after.group(1));
      if (name.isPresent()) {
        return name;
      }
    }

    Matcher before = HOLDER_BEFORE.matcher(ahead);
    return before.find() ? Names.in(before.group(1)) : Optional.empty();
  }

  /** Who speaks; each part null if it is not sure. */
  record Speaker(@Nullable String name, @Nullable String country) {}
}
