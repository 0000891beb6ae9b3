package org.summitthemes.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's markup states about its article: schema.org properties, microformats, Open Graph
 * and Dublin Core names, and JSON-LD, in the order of the lists below; the first that is there
 * counts. The author of a page is whoever wrote the report, so it is no speaker.
 *
 * @param title the article's heading, without the name of the site, or null
 * @param isDated whether a date of publication is among the details
 */
record HtmlDetails(@Nullable String title, Details details, boolean isDated) {
  private static final List<String> TITLES =
      List.of(
          "article [itemprop=headline]",
          "article h1",
          "[itemprop=headline]",
          "h1.entry-title",
          "h1.p-name",
          "meta[property=og:title]",
          "meta[name=dc.title]",
          "h1");
  private static final List<String> DATES =
      List.of(
          "article > * [itemprop=datePublished]",
          "[itemprop=datePublished]",
          "meta[property=article:published_time]",
          "time.dt-published",
          "meta[name=dcterms.date]",
          "meta[name=dc.date]",
          "meta[name=date]",
          "meta[name=pubdate]",
          "article time[datetime]",
          "time[pubdate]");
  private static final List<String> PLACES =
      List.of("[itemprop=contentLocation]", "[itemprop=locationCreated]", ".p-location");
  private static final List<String> LEADS =
      List.of("article [itemprop=description]:not(meta)", "article .p-summary");
  private static final List<String> LANGUAGES =
      List.of("article meta[itemprop=inLanguage]", "meta[itemprop=inLanguage]", "html[lang]");
  private static final String SEPARATED = "\\s+[|•·—–»]\\s+[^|•·—–»]*$";

  static HtmlDetails of(Document page) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Optional<JsonNode> linked = linked(page);
    first(page, DATES)
        .or(() -> linked.map(json -> json.findValue("datePublished")).map(JsonNode::asText))
        .ifPresent(date -> values.put(Field.DATE, date));
    first(page, PLACES).ifPresent(place -> values.put(Field.PLACE, place));
    first(page, LEADS).ifPresent(lead -> values.put(Field.LEAD, lead));
    first(page, LANGUAGES).ifPresent(language -> values.put(Field.LANGUAGE, language));
    return new HtmlDetails(
        title(page).orElse(null),
        Details.of(Origin.FRONT_MATTER, values),
        values.containsKey(Field.DATE));
  }

  private static Optional<String> title(Document page) {
    String ofPage = page.title().replaceAll(SEPARATED, "").strip();
    return first(page, TITLES).or(() -> Optional.of(ofPage).filter(title -> !title.isEmpty()));
  }

  private static Optional<String> first(Document page, List<String> selectors) {
    return selectors.stream()
        .flatMap(selector -> page.select(selector).stream())
        .map(HtmlDetails::value)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The machine-readable value of an element, else its text. */
  private static String value(Element element) {
    for (String attribute : List.of("content", "datetime")) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return element.normalName().equals("html") ? element.attr("lang") : element.text();
  }

  private static Optional<JsonNode> linked(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .map(script -> KeyValues.json(script.data()))
        .flatMap(Optional::stream)
        .filter(json -> json.findValue("datePublished") != null)
        .findFirst();
  }
}
