package org.summitthemes.corpus;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article of a page and takes out what is no part of it.
 *
 * <p>The article is what the page marks as such ({@code itemprop=articleBody}, the microformat
 * {@code e-content}, {@code article}, {@code main}), of several the longest. A page without such
 * marks gives the block whose own paragraphs hold most words outside of links, as in Kohlschütter,
 * Fankhauser, Nejdl, "Boilerplate Detection using Shallow Text Features", WSDM 2010: running text
 * is long and free of links, navigation is neither.
 *
 * <p>Out go scripts, styles, forms, navigation, asides, whatever is hidden, boxes whose role or
 * class says that they are no text, and lists of links under a heading like "See also".
 */
@SuppressWarnings("ReferenceEquality") // an element is meant, not another one of the same text
final class HtmlArticle {
  private static final List<String> MARKED =
      List.of("[itemprop=articleBody]", ".e-content", "article", "main, [role=main]");
  private static final String NO_TEXT =
      "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video,"
          + " form, button, input, select, textarea, nav, aside, footer, dialog, menu, link, meta, s,"
          + " strike, del,"
          + " [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=search],"
          + " [role=banner], [role=contentinfo], [role=menu], [role=dialog], [role=tooltip],"
          + " [role=toolbar], [role=tablist]";
  private static final Pattern INVISIBLE =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLASS_WORDS = Pattern.compile("[-_]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> HIDDEN =
      Set.of("hidden", "hide", "invisible", "sr-only", "visually-hidden", "screen-reader-text");
  private static final Set<String> BOXES =
      Set.of(
          "tooltip",
          "popup",
          "breadcrumb",
          "breadcrumbs",
          "share",
          "sharing",
          "social",
          "related",
          "tags",
          "taglist",
          "cookie",
          "newsletter",
          "subscribe",
          "comments",
          "advert",
          "advertisement",
          "banner",
          "sidebar",
          "pagination",
          "navigation",
          "nav",
          "menu");
  private static final Set<String> SEE_ALSO =
      Set.of(
          "see also",
          "read also",
          "read more",
          "related",
          "related news",
          "related articles",
          "additional",
          "more on this",
          "смотрите также",
          "читайте также",
          "ayrıca bakınız",
          "сондай-ақ оқыңыз");
  private static final int LEAST_WORDS = 8;
  private static final int MANY_WORDS = 100;
  private static final int SHORTEST_PARAGRAPH = 80;

  private HtmlArticle() {}

  /** The article, as a copy. */
  static Element find(Document page) {
    Element marked = marked(page);
    if (marked != null) {
      return pruned(marked);
    }

    Element body = pruned(page.body());
    Element densest = densest(body);
    return densest == null ? body : densest;
  }

  private static @Nullable Element marked(Document page) {
    for (String selector : MARKED) {
      Element longest = null;
      int most = 0;
      for (Element element : page.select(selector)) {
        int length = element.text().length();
        if (length > most) {
          most = length;
          longest = element;
        }
      }
      if (longest != null && hasWords(longest)) {
        return longest;
      }
    }
    return null;
  }

  private static Element pruned(Element original) {
    Element article = original.clone();
    for (Element element : article.select(NO_TEXT)) {
      remove(element, article);
    }
    for (Element element : article.getAllElements()) {
      if (isHidden(element)) {
        remove(element, article);
      }
    }
    removeSeeAlso(article);
    return withoutBoxes(article);
  }

  private static boolean isHidden(Element element) {
    return element.classNames().stream().anyMatch(HIDDEN::contains)
        || INVISIBLE.matcher(element.attr("style")).find();
  }

  /**
   * The class of a box can also stand on what holds the text itself: nothing is removed where that
   * would leave no text and take a lot.
   */
  private static Element withoutBoxes(Element article) {
    Element without = article.clone();
    for (Element element : without.getAllElements()) {
      if (element.classNames().stream().anyMatch(HtmlArticle::isBox)) {
        remove(element, without);
      }
    }
    return hasWords(without) || Words.count(article.text()) < MANY_WORDS ? without : article;
  }

  private static boolean isBox(String className) {
    return Arrays.stream(CLASS_WORDS.split(className))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(word -> BOXES.contains(word) || word.endsWith("meta"));
  }

  private static void removeSeeAlso(Element article) {
    for (Element element : article.getAllElements()) {
      if (element != article && isSeeAlso(element.ownText())) {
        removeList(element, article);
      }
    }
  }

  private static boolean isSeeAlso(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    return SEE_ALSO.contains(words.endsWith(":") ? words.substring(0, words.length() - 1) : words);
  }

  /** Removes a heading with the links below it: its box, or the siblings that follow. */
  private static void removeList(Element found, Element article) {
    Element heading = found;
    while (heading.parent() != null
        && heading.parent() != article
        && heading.parent().text().equals(found.text())) {
      heading = heading.parent();
    }
    Element parent = heading.parent();
    if (parent == null) {
      return;
    }

    if (parent != article && isLinks(parent, heading.text().length())) {
      remove(parent, article);
      return;
    }

    Element next = heading.nextElementSibling();
    remove(heading, article);
    while (next != null && isLinks(next, 0)) {
      Element after = next.nextElementSibling();
      remove(next, article);
      next = after;
    }
  }

  /** Whether at least half of the text are links, but for so many characters of heading. */
  private static boolean isLinks(Element element, int heading) {
    int linked = linked(element);
    return linked > 0 && 2 * linked >= element.text().length() - heading;
  }

  private static int linked(Element element) {
    return element.select("a").stream().mapToInt(link -> link.text().length()).sum();
  }

  /** The block with most text in paragraphs of its own; those of its children count half. */
  private static @Nullable Element densest(Element body) {
    IdentityHashMap<Element, Integer> scores = new IdentityHashMap<>();
    Element best = null;
    for (Element paragraph : body.select("p, div, td, section, blockquote, pre")) {
      int length =
          paragraph.normalName().equals("p")
              ? paragraph.text().length() - linked(paragraph)
              : paragraph.ownText().length();
      Element parent = paragraph.normalName().equals("p") ? paragraph.parent() : paragraph;
      if (length >= SHORTEST_PARAGRAPH && parent != null) {
        scores.merge(parent, 2 * length, Integer::sum);
        best = better(parent, best, scores);
        Element grandparent = parent.parent();
        if (grandparent != null && parent != body) {
          scores.merge(grandparent, length, Integer::sum);
          best = better(grandparent, best, scores);
        }
      }
    }
    return best;
  }

  private static Element better(
      Element element, @Nullable Element best, IdentityHashMap<Element, Integer> scores) {
    return best == null || scores.get(element) > scores.get(best) ? element : best;
  }

  private static void remove(Element element, Element article) {
    if (element != article && element.parent() != null) {
      element.remove();
    }
  }

  private static boolean hasWords(Element element) {
    return Words.count(element.text()) >= LEAST_WORDS;
  }
}
