package org.summitthemes.corpus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a TEI file say of its speeches: the meeting and its day, place and country,
 * and the names of the persons whom utterances refer to.
 *
 * <p>The day is that of the setting, else that of the source. A speaker whom the file does not list
 * is named after the reference if that is visibly a name ({@code #Ayhan.Erel}), else unknown.
 */
final class TeiHeader {
  private static final Pattern NAME =
      Pattern.compile("#?\\p{Lu}[\\p{L}'’-]*(?:[._]\\p{Lu}[\\p{L}'’-]*)+");
  private static final Pattern LABEL = Pattern.compile("\\s*\\[[^\\]]*\\]\\s*$");

  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final Map<String, String> persons = new HashMap<>();
  private @Nullable Map<Field, String> ofCorpus;
  private @Nullable String person;
  private String names = "";

  /** A document begins; what the header of the corpus around it says stays. */
  void begin(XMLStreamReader xml) {
    if (xml.getLocalName().equals("TEI")) {
      if (ofCorpus == null) {
        ofCorpus = new EnumMap<>(values);
      }
      values.clear();
      values.putAll(ofCorpus);
    }
    String language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
    if (language != null) {
      values.put(Field.LANGUAGE, language);
    }
  }

  /** Reads the header at whose start the reader stands; leaves it at the end. */
  void read(XMLStreamReader xml) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    Map<String, String> attributes = Map.of();
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0 && xml.hasNext(); ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          path.push(xml.getLocalName());
          attributes = TeiReader.attributes(xml);
          text.setLength(0);
          start(xml.getLocalName(), attributes, path);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end(xml.getLocalName(), attributes, Characters.oneLine(text.toString()), path);
          text.setLength(0);
          path.poll();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {
          // Comments and white space.
        }
      }
    }
  }

  private void start(String name, Map<String, String> attributes, Deque<String> path) {
    String when = attributes.get("when");
    if (name.equals("date") && when != null) {
      if (path.contains("setting")) {
        values.put(Field.DATE, when);
      } else if (path.contains("sourceDesc")) {
        values.putIfAbsent(Field.DATE, when);
      }
    } else if (name.equals("person")) {
      person = attributes.get("id");
      names = "";
    }
  }

  private void end(String name, Map<String, String> attributes, String text, Deque<String> path) {
    if (text.isEmpty() && !name.equals("person")) {
      return;
    }

    switch (name) {
      case "title" -> title(attributes, text, path);
      case "name" -> setting(attributes, text, path);
      case "orgName" -> {
        if (path.contains("setting")) {
          values.put(Field.ORGANIZATION, text);
        }
      }
      case "forename", "surname" -> {
        if (person != null) {
          names = (names + " " + text).strip();
        }
      }
      case "persName" -> {
        if (person != null && names.isEmpty()) {
          names = text;
        }
      }
      case "person" -> {
        if (person != null && !names.isEmpty()) {
          persons.put(person, names);
        }
        person = null;
      }
      default -> {
        // Who made the file, how, and under which licence.
      }
    }
  }

  private void title(Map<String, String> attributes, String text, Deque<String> path) {
    boolean ofFile = path.contains("titleStmt") && !"sub".equals(attributes.get("type"));
    if (ofFile) {
      values.put(Field.EVENT, LABEL.matcher(text).replaceFirst(""));
    }
  }

  private void setting(Map<String, String> attributes, String text, Deque<String> path) {
    if (!path.contains("setting")) {
      return;
    }

    switch (attributes.getOrDefault("type", "")) {
      case "city", "place" -> values.put(Field.PLACE, text);
      case "country" -> values.put(Field.COUNTRY, attributes.getOrDefault("key", text));
      case "org" -> values.put(Field.ORGANIZATION, text);
      default -> {
        // Regions and addresses.
      }
    }
  }

  /** The circumstances of the utterance or text with these attributes. */
  Details details(Map<String, String> attributes) {
    Map<Field, String> all = new EnumMap<>(values);
    put(all, Field.ID, attributes.get("id"));
    put(all, Field.LANGUAGE, attributes.get("lang"));
    put(all, Field.KIND, kind(attributes.get("ana")));
    put(all, Field.SPEAKER, speaker(attributes.get("who")));
    return Details.of(Origin.FRONT_MATTER, all);
  }

  private static void put(Map<Field, String> values, Field field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  /** The role in which one speaks: {@code chair}, {@code regular}, {@code guest}. */
  private static @Nullable String kind(@Nullable String ana) {
    return ana == null ? null : ana.strip().split("\\s+")[0].replaceFirst("^#", "");
  }

  private @Nullable String speaker(@Nullable String who) {
    if (who == null) {
      return null;
    }

    String listed = persons.get(who.replaceFirst("^#", ""));
    if (listed != null) {
      return listed;
    }

    return NAME.matcher(who).matches() ? who.replace("#", "").replaceAll("[._]", " ") : null;
  }
}
