package org.summitthemes.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A circumstance of a speech that a source can state, with the names under which sources do. */
enum Field {
  ID("id", "speech_id", "doc_id", "identifier"),
  TITLE("title", "headline", "heading"),
  /** What stands between title and text: it tells of the speech and is no part of it. */
  LEAD("lead", "lede", "standfirst"),
  SPEAKER("speaker", "speaker_name", "name_of_speaker", "author"),
  COUNTRY("country", "country_id", "country_code", "iso3", "iso_code"),
  ORGANIZATION("organization", "organisation", "organization_id", "org", "venue"),
  EVENT("event", "event_name", "meeting"),
  DATE("date", "event_date", "speech_date", "published", "published_time", "datetime"),
  YEAR("year"),
  PLACE("place", "location", "city"),
  LANGUAGE("language", "lang"),
  KIND("kind", "type", "genre", "category", "categories", "tags"),
  TEXT("text", "body", "content", "speech", "transcript");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** The name used in file-name patterns and side-cars. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a column or key is called so, blind to case and to the kind of word separator. */
  static boolean isNamed(String key, String name) {
    return folded(key).equals(name);
  }

  /** The name of a column or key without differences of case and separators. */
  static String folded(String key) {
    return key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** The value under the first of this field's names that has one. */
  Optional<String> first(Function<String, Optional<String>> valueOf) {
    return names.stream().map(valueOf).flatMap(Optional::stream).findFirst();
  }

  static Stream<Field> all() {
    return Arrays.stream(values());
  }
}
