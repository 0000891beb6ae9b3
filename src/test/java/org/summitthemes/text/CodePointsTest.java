package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void charactersBeyondTheBasicPlaneCountOnce() {
    String text = "a😀b𝔘c";

    CodePoints codePoints = new CodePoints(text);

    assertThat(codePoints.span(0, 3)).isEqualTo(new Span(0, 2));
    assertThat(codePoints.span(3, 7)).isEqualTo(new Span(2, 5));
  }

  @Test
  void aSpanGivesBackItsPartOfTheText() {
    assertThat(new Span(1, 3).of("a😀b𝔘c")).isEqualTo("😀b");
    assertThat(new Span(2, 2).of("abc")).isEmpty();
  }

  @Test
  void indicesMustAscend() {
    CodePoints codePoints = new CodePoints("abc");
    codePoints.offset(2);

    assertThatThrownBy(() -> codePoints.offset(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Indices must ascend: 1 after 2");
  }

  @Test
  void aSpanDoesNotEndBeforeItStarts() {
    assertThatThrownBy(() -> new Span(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a span: 3..2");
  }
}
