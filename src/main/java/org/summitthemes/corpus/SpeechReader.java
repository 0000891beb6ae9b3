package org.summitthemes.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.corpus.PhraseTrie.Found;
import org.summitthemes.corpus.ReadSpeech.OrganizationMention;
import org.summitthemes.corpus.SpeakerRule.Speaker;
import org.summitthemes.table.Speech;

/**
 * Reads a file into speeches: its documents, cleaned, with their circumstances.
 *
 * <p>Circumstances come from the side-car, the columns or front matter, the file name, the text, in
 * this order; the first that knows one decides. What none of them says for sure stays null. A
 * stated value that makes no sense is left out and flagged.
 */
public final class SpeechReader {
  private final CorpusConfig config;
  private final Formats formats;
  private final FileNamePattern fileNames;
  private final Gazetteer gazetteer;

  public SpeechReader(CorpusConfig config, OrganizationsConfig organizations) {
    this.config = config;
    this.formats = new Formats(config);
    this.fileNames = new FileNamePattern(config.fileNamePattern());
    this.gazetteer = new Gazetteer(organizations);
  }

  /**
   * What becomes of the file's inputs, one by one.
   *
   * @param sideCar name of the side-car, empty if there is none
   * @param sideCarBytes its content
   */
  public Iterator<Outcome> read(Source source, Bytes bytes, String sideCar, byte[] sideCarBytes) {
    Iterator<Item> items = formats.read(source, bytes, sideCar, sideCarBytes);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Outcome next() {
        return outcome(items.next());
      }
    };
  }

  private Outcome outcome(Item item) {
    if (item instanceof Item.Rejected rejected) {
      return rejected;
    }

    return item instanceof Item.Skipped skipped ? skipped : speech((Item.Document) item);
  }

  /** One document on which the program fails must not end the run over all the others. */
  private Outcome speech(Item.Document document) {
    try {
      return read(document);
    } catch (RuntimeException | StackOverflowError e) {
      return new Item.Rejected(
          document.sourceUri(),
          Reason.FAILED,
          "The program failed on this document, please report: " + e.getClass().getSimpleName(),
          document.nBytes(),
          document.contentSha256());
    }
  }

  Outcome read(Item.Document document) {
    Details details = document.details().orElse(fileNames.details(document.path()));
    String stated = details.text(Field.TITLE).or(() -> heading(document)).orElse(null);
    CleanText clean = TextCleaner.clean(document.text(), stated);
    int words = Words.count(clean.text());
    return words < config.minWords()
        ? tooShort(document, words)
        : speech(document, details, clean, words);
  }

  private static Optional<String> heading(Item.Document document) {
    return Optional.ofNullable(document.heading()).map(Characters::oneLine);
  }

  private Item.Rejected tooShort(Item.Document document, int words) {
    return new Item.Rejected(
        document.sourceUri(),
        words == 0 ? Reason.EMPTY : Reason.TOO_SHORT,
        words == 0
            ? "The document has no words"
            : "The document has " + words + " words, min-words is " + config.minWords(),
        document.nBytes(),
        document.contentSha256());
  }

  private ReadSpeech speech(Item.Document document, Details details, CleanText clean, int words) {
    Set<String> flags = new TreeSet<>(document.flags());
    String text = clean.text();
    String textSha256 = SpeechIds.textSha256(text);
    List<Found<String>> mentions = gazetteer.found(text);
    String told = details.text(Field.LEAD).map(lead -> lead + "\n\n" + text).orElse(text);
    Speaker speaker = speaker(details, clean.title(), told, flags);
    String venue = venue(details, clean.title(), told, flags).orElse(null);
    // A source that names the event knows where and when it was; the text may speak of others.
    EventRule.Event event =
        details.text(Field.EVENT).isPresent()
            ? EventRule.Event.UNKNOWN
            : EventRule.find(clean.title(), told, venue, clean.published(), gazetteer);
    KnownDate date = date(details, clean, event, flags);
    Speech speech =
        new Speech(
            id(details, clean, textSha256),
            clean.title(),
            speaker.name() == null ? null : emptyToNull(Slugs.of(speaker.name())),
            speaker.name(),
            speaker.country(),
            venue,
            details.text(Field.EVENT).orElse(event.name()),
            date.date() == null ? null : date.date().firstDay(),
            date.date() == null ? "unknown" : date.date().precision().label(),
            date.origin().label(),
            details.text(Field.PLACE).orElse(event.place()),
            language(details, flags),
            details.text(Field.KIND).orElse(null),
            document.sourceUri(),
            document.format(),
            text,
            String.join("|", flags),
            document.contentSha256(),
            null,
            "");
    return new ReadSpeech(speech, textSha256, words, counted(text, mentions, venue));
  }

  private static String id(Details details, CleanText clean, String textSha256) {
    String stated = details.text(Field.ID).map(SpeechIds::stated).orElse("");
    String head = clean.title() == null ? clean.text() : clean.title();
    return stated.isEmpty() ? SpeechIds.made(head, textSha256) : stated;
  }

  private Speaker speaker(Details details, @Nullable String title, String told, Set<String> flags) {
    Optional<String> stated = details.text(Field.SPEAKER);
    Optional<String> country = country(details, flags);
    if (stated.isPresent()) {
      return new Speaker(
          stated.get(),
          country
              .or(() -> SpeakerRule.countryOf(stated.get(), title, told))
              .orElse(emptyToNull(config.country())));
    }

    Speaker found = SpeakerRule.find(title, told);
    if (country.isEmpty()) {
      return config.country().isEmpty() || (found.name() != null && found.country() != null)
          ? found
          : new Speaker(found.name(), config.country());
    }

    // Somebody from elsewhere cannot be the one who speaks for this country.
    boolean foreign = found.country() != null && !found.country().equals(country.get());
    return new Speaker(foreign ? null : found.name(), country.get());
  }

  private static Optional<String> country(Details details, Set<String> flags) {
    Optional<String> stated = details.text(Field.COUNTRY);
    Optional<String> code = stated.flatMap(Countries.standard()::code);
    if (stated.isPresent() && code.isEmpty()) {
      flags.add("unknown_country");
      return stated.filter(value -> value.matches("[A-Z]{3}"));
    }

    return code;
  }

  private Optional<String> venue(
      Details details, @Nullable String title, String told, Set<String> flags) {
    Optional<String> stated = details.text(Field.ORGANIZATION);
    Optional<String> id = stated.flatMap(gazetteer::organizationId);
    if (stated.isPresent() && id.isEmpty()) {
      flags.add("unknown_organization");
    }

    Optional<String> ofCorpus =
        Optional.of(config.organization()).filter(organization -> !organization.isEmpty());
    return id.or(() -> ofCorpus)
        .or(() -> VenueRule.find(title, told, gazetteer.found(told), gazetteer));
  }

  private static KnownDate date(
      Details details, CleanText clean, EventRule.Event event, Set<String> flags) {
    for (Field field : List.of(Field.DATE, Field.YEAR)) {
      Optional<Details.Value> stated = details.value(field);
      Optional<PartialDate> date = stated.map(Details.Value::text).flatMap(Dates::parse);
      if (stated.isPresent() && date.isPresent()) {
        return new KnownDate(date.get(), stated.get().origin());
      }

      if (stated.isPresent()) {
        flags.add("bad_date");
      }
    }

    PartialDate inText = event.day() == null ? clean.dateline() : event.day();
    if (inText != null) {
      return new KnownDate(inText, Origin.TEXT);
    }

    if (clean.published() != null) {
      flags.add("publication_date");
      return new KnownDate(clean.published(), Origin.TEXT);
    }

    return new KnownDate(null, Origin.NONE);
  }

  private static @Nullable String language(Details details, Set<String> flags) {
    Optional<String> stated = details.text(Field.LANGUAGE);
    Optional<String> tag = stated.flatMap(Languages::tag);
    if (stated.isPresent() && tag.isEmpty()) {
      flags.add("unknown_language");
    }

    return tag.orElse(null);
  }

  private static List<OrganizationMention> counted(
      String text, List<Found<String>> mentions, @Nullable String venue) {
    CodePoints points = new CodePoints(text);
    Map<String, Integer> first = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Found<String> mention : mentions) {
      int offset = points.offset(mention.start());
      first.putIfAbsent(mention.value(), offset);
      counts.merge(mention.value(), 1, Integer::sum);
    }
    if (venue != null) {
      counts.putIfAbsent(venue, 0);
    }
    List<OrganizationMention> rows = new ArrayList<>();
    counts.forEach(
        (id, n) -> rows.add(new OrganizationMention(id, id.equals(venue), n, first.get(id))));
    return rows;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private record KnownDate(@Nullable PartialDate date, Origin origin) {}
}
