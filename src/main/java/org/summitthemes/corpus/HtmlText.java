package org.summitthemes.corpus;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Turns an element into text: an empty line between blocks, a line break for {@code br}, {@code li}
 * and table rows, a space between cells, and elsewhere one space for any white space, since line
 * breaks of the page's source mean nothing. Inside {@code pre} they do.
 */
final class HtmlText implements NodeVisitor {
  private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");
  private static final Set<String> CELLS = Set.of("td", "th");

  private final StringBuilder out = new StringBuilder();
  private int preformatted;

  private HtmlText() {}

  static String of(Element element) {
    HtmlText text = new HtmlText();
    NodeTraversor.traverse(text, element);
    return text.out.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      preformatted += element.normalName().equals("pre") ? 1 : 0;
      separate(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && !element.normalName().equals("br")) {
      preformatted -= element.normalName().equals("pre") ? 1 : 0;
      separate(element);
    }
  }

  private void separate(Element element) {
    String name = element.normalName();
    if (LINES.contains(name)) {
      breakLines(1);
    } else if (CELLS.contains(name)) {
      append(" ");
    } else if (element.isBlock()) {
      breakLines(2);
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!space || (preformatted > 0 && c != '\r')) {
        out.append(c);
      } else if (!endsWith(' ') && !endsWith('\n')) {
        out.append(' ');
      }
    }
  }

  private void breakLines(int n) {
    while (endsWith(' ')) {
      out.setLength(out.length() - 1);
    }
    int breaks = 0;
    while (breaks < out.length() && out.charAt(out.length() - 1 - breaks) == '\n') {
      breaks++;
    }
    if (!out.isEmpty() && breaks < out.length()) {
      out.append("\n".repeat(Math.max(0, n - breaks)));
    }
  }

  private boolean endsWith(char c) {
    return !out.isEmpty() && out.charAt(out.length() - 1) == c;
  }
}
