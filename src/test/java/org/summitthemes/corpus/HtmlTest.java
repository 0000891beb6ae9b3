package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summitthemes.corpus.WholeFileReader.Parsed;

class HtmlTest {
  private static final String SENTENCE =
      "The ministers agreed to open two border crossings before the end of the year, and to repair"
          + " the road between them. ";

  @Test
  void theMarkedBodyIsTheArticle() throws RejectedException {
    assertThat(
            text(
                """
                <nav>Events Structure</nav>
                <article><h1>Title</h1>
                <div itemprop="articleBody"><p>The first
                paragraph of the
                report.</p><p>And the second<br>with a break.</p></div></article>
                <footer>Legal</footer>"""))
        .isEqualTo("The first paragraph of the report.\n\nAnd the second\nwith a break.");
  }

  @Test
  void aPageWithoutMarksGivesItsDensestBlock() throws RejectedException {
    assertThat(
            text(
                "<div><a href=x>"
                    + SENTENCE
                    + "</a></div><div><div><p>"
                    + SENTENCE.repeat(3)
                    + "</p><p>"
                    + SENTENCE
                    + "</p></div></div><div>About us</div>"))
        .isEqualTo(SENTENCE.repeat(3).strip() + "\n\n" + SENTENCE.strip());
  }

  @Test
  void hiddenBoxesScriptsAndListsOfLinksAreNoText() throws RejectedException {
    assertThat(
            text(
                """
                <article><p>They met Widodo Joko<span class="tip hidden">President of
                Indonesia</span> in the capital on the first day of the visit.</p>
                <p style="display: none">Secret</p><script>var x = 1;</script><p hidden>Gone</p>
                <h3>See also</h3><ul><li><a href="x">Another visit</a></li></ul>
                <div><h4>Related:</h4><a href="y">A third visit</a> May 1</div>
                <div class="post-tags">Asia</div><p>They parted.</p></article>"""))
        .isEqualTo(
            "They met Widodo Joko in the capital on the first day of the visit.\n\nThey parted.");
  }

  @Test
  void markupGivesTitleDateLeadPlaceAndLanguage() throws RejectedException {
    Parsed page =
        parse(
            """
            <html lang="en"><head><title>Summit opens • The Site</title></head><article>
            <h1>Summit opens</h1><div itemprop="description">Ahead of the summit.</div>
            <time datetime="2012-12-14" itemprop="datePublished">December 14, 2012</time>
            <div class="p-location">Brussels</div>
            <div itemprop="articleBody">"""
                + SENTENCE
                + "</div></article></html>");

    assertThat(page.heading()).isEqualTo("Summit opens");
    assertThat(page.details().text(Field.DATE)).contains("2012-12-14");
    assertThat(page.details().value(Field.DATE).orElseThrow().origin())
        .isEqualTo(Origin.FRONT_MATTER);
    assertThat(page.details().text(Field.LEAD)).contains("Ahead of the summit.");
    assertThat(page.details().text(Field.PLACE)).contains("Brussels");
    assertThat(page.details().text(Field.LANGUAGE)).contains("en");
    assertThat(page.flags()).containsExactly("publication_date");
    assertThat(page.text()).isEqualTo(SENTENCE.strip());
  }

  @Test
  void linkedDataGivesTheDateWhereNothingElseDoes() throws RejectedException {
    Parsed page =
        parse(
            """
            <title>Talks in Baku | The Site</title><script type="application/ld+json">
            {"@graph": [{"datePublished": "2020-05-06T10:00:00+03:00"}]}</script>"""
                + "<p>"
                + SENTENCE);

    assertThat(page.details().text(Field.DATE)).contains("2020-05-06T10:00:00+03:00");
    assertThat(page.heading()).isEqualTo("Talks in Baku");
  }

  @Test
  void aPageWithoutTextIsItsHeading() throws RejectedException {
    Parsed page =
        parse(
            "<article><h1>He took part in the summit</h1><div itemprop=articleBody><div"
                + " class=postmeta>Published in section: News, direct link, text version</div></div>");

    assertThat(page.text()).isEqualTo("He took part in the summit.");
    assertThat(page.flags()).containsExactly("title_only");
  }

  @Test
  void aDeclaredEncodingCounts() throws RejectedException {
    String page = "<meta charset=\"iso-8859-2\"><main>Řeč ministra o společné bezpečnosti.</main>";

    assertThat(Html.parse(page.getBytes(Charset.forName("ISO-8859-2"))).text())
        .isEqualTo("Řeč ministra o společné bezpečnosti.");
  }

  /** XHTML is read as HTML, which knows no entities but those of the standard. */
  @Test
  void entitiesOfAPageReachNothingAndDoNotUnfold() throws RejectedException {
    String laughs =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
            .collect(Collectors.joining());
    String page =
        "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY l0 \"laughter\">"
            + laughs
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><main>"
            + SENTENCE
            + " &l9; &x;</main></body></html>";

    assertThat(text(page)).contains(SENTENCE.strip()).doesNotContain("laughterlaughter", "root:");
    assertThat(text(page).length()).isLessThan(2 * page.length());
  }

  @Test
  void aPageNestedTooDeepIsRejected() {
    assertThatThrownBy(() -> parse("<div>".repeat(100_000) + SENTENCE))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("deep");
  }

  private static String text(String page) throws RejectedException {
    return parse(page).text();
  }

  private static Parsed parse(String page) throws RejectedException {
    return Html.parse(page.getBytes(StandardCharsets.UTF_8));
  }
}
