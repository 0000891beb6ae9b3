package org.summitthemes.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.summitthemes.config.ThemesConfig;
import org.summitthemes.config.ThemesConfig.Term;
import org.summitthemes.config.ThemesConfig.Theme;

/** The trie finds what trying every term at every place with a regular expression finds. */
class MatcherPropertiesTest {
  @Property(tries = 3000, seed = "1")
  void hitsAreThoseOfRegularExpressions(
      @ForAll("terms") List<String> terms,
      @ForAll("exclusions") List<String> exclusions,
      @ForAll("texts") String text) {
    var theme =
        new Theme(
            "x",
            "x",
            "",
            null,
            terms.stream().map(term -> new Term(term, 1)).toList(),
            exclusions,
            Map.of());

    var hits = Catalog.of(new ThemesConfig(List.of(theme))).matcher("en").hits(text);

    assertThat(hits.stream().map(hit -> new Span(hit.start(), hit.end())).toList())
        .isEqualTo(naive(terms, exclusions, text));
  }

  @Property(seed = "1")
  void hitsOfAThemeNeverOverlapAndComeInOrder(
      @ForAll("terms") List<String> terms, @ForAll("texts") String text) {
    var theme =
        new Theme(
            "x",
            "x",
            "",
            null,
            terms.stream().map(term -> new Term(term, 1)).toList(),
            List.of(),
            Map.of());

    var hits = Catalog.of(new ThemesConfig(List.of(theme))).matcher("en").hits(text);

    for (int i = 1; i < hits.size(); i++) {
      assertThat(hits.get(i).start()).isGreaterThanOrEqualTo(hits.get(i - 1).end());
    }
  }

  @Provide
  Arbitrary<List<String>> terms() {
    return term().list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> exclusions() {
    return term().list().ofMaxSize(2);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", "-", "\n ", ", ", ".", "'");
    Arbitrary<String> word = Arbitraries.strings().withChars("abABé").ofMinLength(1).ofMaxLength(3);
    return net.jqwik.api.Combinators.combine(word, gap)
        .as((w, g) -> w + g)
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> term() {
    Arbitrary<String> word = Arbitraries.strings().withChars("abé").ofMinLength(1).ofMaxLength(2);
    return net.jqwik.api.Combinators.combine(word, Arbitraries.of("", "", "*"))
        .as((w, star) -> w + star)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(words -> String.join(" ", words));
  }

  private static List<Span> naive(List<String> terms, List<String> exclusions, String text) {
    List<Span> excluded = exclusions.stream().flatMap(term -> spans(term, text).stream()).toList();
    List<Span> taken = new ArrayList<>();
    terms.stream()
        .flatMap(term -> spans(term, text).stream())
        .filter(span -> excluded.stream().noneMatch(span::overlaps))
        .sorted(Comparator.comparingInt(Span::length).reversed().thenComparingInt(Span::start))
        .forEach(
            span -> {
              if (taken.stream().noneMatch(span::overlaps)) {
                taken.add(span);
              }
            });
    taken.sort(Comparator.comparingInt(Span::start));
    return taken;
  }

  /** The text holds no code point beyond the basic plane, so chars are code points. */
  private static List<Span> spans(String term, String text) {
    String words =
        term.toLowerCase(Locale.ROOT).replace(" ", "[\\s'-]+").replace("*", "[\\p{L}\\d]*");
    Matcher matcher =
        Pattern.compile("(?<![\\p{L}\\d])" + words + "(?![\\p{L}\\d])")
            .matcher(text.toLowerCase(Locale.ROOT));
    List<Span> spans = new ArrayList<>();
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      spans.add(new Span(matcher.start(), matcher.end()));
    }
    return spans;
  }

  private record Span(int start, int end) {
    int length() {
      return end - start;
    }

    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }
}
