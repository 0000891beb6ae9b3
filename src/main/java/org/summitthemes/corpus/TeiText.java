package org.summitthemes.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of one utterance or text: a paragraph for each {@code seg}, {@code p} or the like, and
 * without the notes, gaps and noises that the transcriber put between them.
 */
final class TeiText {
  private static final Set<String> UNSPOKEN =
      Set.of(
          "note",
          "gap",
          "vocal",
          "kinesic",
          "incident",
          "desc",
          "figure",
          "fw",
          "teiHeader",
          "linkGrp",
          "bibl",
          "index");
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "seg", "ab", "head", "l", "lg", "div", "list", "item", "row", "sp", "closer",
          "opener", "salute", "signed", "lb", "pb");
  private static final Set<String> TOKENS = Set.of("w", "pc");

  private final Map<String, String> attributes;
  private final Limits limits;
  private final StringBuilder out = new StringBuilder();
  private int unspoken;
  private boolean joined;
  private boolean joinsNext;

  TeiText(Map<String, String> attributes, Limits limits) {
    this.attributes = attributes;
    this.limits = limits;
  }

  /** The utterance at whose start the reader stands; leaves it at the end. */
  static TeiText utterance(XMLStreamReader xml, Limits limits)
      throws XMLStreamException, RejectedException {
    TeiText text = new TeiText(TeiReader.attributes(xml), limits);
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      text.take(xml);
    }
    return text;
  }

  /** Takes in the event at which the reader stands. */
  void take(XMLStreamReader xml) throws RejectedException {
    switch (xml.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          append(xml.getText());
      default -> {
        // Comments and instructions.
      }
    }
    if (out.length() > limits.documentBytes()) {
      throw new RejectedException(
          Reason.TOO_LARGE,
          "A speech has more characters than max-file-bytes: %d",
          limits.documentBytes());
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (unspoken > 0 || UNSPOKEN.contains(name)) {
      unspoken++;
    } else if (BLOCKS.contains(name)) {
      endParagraph();
    } else if (TOKENS.contains(name)) {
      joinsNext = "right".equals(xml.getAttributeValue(null, "join"));
    }
  }

  private void end(String name) {
    if (unspoken > 0) {
      unspoken--;
    } else if (BLOCKS.contains(name)) {
      endParagraph();
    } else if (TOKENS.contains(name)) {
      joined = joinsNext;
    }
  }

  private void append(String text) {
    if (unspoken > 0) {
      return;
    }

    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        out.append(c);
        joined = false;
      } else if (!joined
          && !out.isEmpty()
          && !Character.isWhitespace(out.charAt(out.length() - 1))) {
        out.append(' ');
      }
    }
  }

  private void endParagraph() {
    int end = out.length();
    while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
    if (end > 0) {
      out.append("\n\n");
    }
  }

  boolean isBlank() {
    return out.toString().isBlank();
  }

  /** The speech; an utterance of nothing but noises is rejected as empty. */
  Item item(Source source, int number, TeiHeader header, Details beside) {
    String text = out.toString().strip();
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String uri = source.line(number);
    return text.isEmpty()
        ? new Item.Rejected(uri, Reason.EMPTY, "Nothing is said in the utterance", 0, null)
        : new Item.Document(
            uri,
            source.path(),
            "tei",
            text,
            null,
            beside.orElse(header.details(attributes)),
            List.of(),
            content.length,
            Hashes.sha256(content));
  }
}
