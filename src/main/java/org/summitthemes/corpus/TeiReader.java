package org.summitthemes.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TEI XML: each utterance ({@code u}) is a speech, as in ParlaMint's parliamentary debates,
 * and so is each {@code text} without utterances. {@link TeiHeader} gives the circumstances.
 *
 * <p>Entities, document type definitions and inclusions are off: nothing outside the file is read,
 * and nothing in it unfolds. See Erjavec et al., "The ParlaMint corpora of parliamentary
 * proceedings", Language Resources and Evaluation 57 (2023), and the TEI guidelines, chapter 8.
 */
final class TeiReader implements Reader {
  private static final XMLInputFactory XML = factory();

  private final Limits limits;

  TeiReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private @Nullable XMLStreamReader xml;
      private final TeiHeader header = new TeiHeader();
      private int speeches;

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        try {
          if (xml == null) {
            xml = XML.createXMLStreamReader(limits.unpacked(in));
            refuseOther(xml);
            header.begin(xml);
          }

          TeiText text = nextText(xml, header);
          if (text != null && ++speeches > limits.documents()) {
            throw new RejectedException(
                Reason.TOO_LARGE, "The file has more than %d speeches", limits.documents());
          }

          return text == null ? null : text.item(source, speeches, header, beside);
        } catch (XMLStreamException e) {
          throw new RejectedException(
              Reason.BAD_XML,
              "Not well-formed XML at line %d, after %d speeches",
              e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
              speeches);
        }
      }
    };
  }

  private @Nullable TeiText nextText(XMLStreamReader xml, TeiHeader header)
      throws XMLStreamException, RejectedException {
    TeiText whole = null;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "TEI", "teiCorpus" -> header.begin(xml);
          case "teiHeader" -> header.read(xml);
          case "u" -> {
            return TeiText.utterance(xml, limits);
          }
          case "text" -> whole = new TeiText(attributes(xml), limits);
          default -> {
            // Divisions and what stands between utterances.
          }
        }
      }
      if (whole != null) {
        whole.take(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("text")) {
          if (!whole.isBlank()) {
            return whole;
          }
          whole = null;
        }
      }
    }
    return null;
  }

  private static void refuseOther(XMLStreamReader xml)
      throws XMLStreamException, RejectedException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT && xml.hasNext()) {
      xml.next();
    }
    if (!List.of("TEI", "teiCorpus", "TEI.2").contains(xml.getLocalName())) {
      throw new RejectedException(
          Reason.UNSUPPORTED_FORMAT,
          "XML is read where it is TEI; the outermost element is %s",
          xml.getLocalName());
    }
  }

  static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }
}
