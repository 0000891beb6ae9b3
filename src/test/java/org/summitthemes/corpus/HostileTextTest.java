package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.config.ColumnsConfig;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;

/** Texts of one mark repeated, on which patterns fill the stack or run for hours. */
class HostileTextTest {
  private static final int LENGTH = 200_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final CorpusConfig CONFIG =
      new CorpusConfig(1 << 20, 1 << 24, 1000, 1, "", "", "", ColumnsConfig.defaults());
  private static final SpeechReader READER = new SpeechReader(CONFIG, Gazetteers.shipped());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "![a](",
        "[a](http://x",
        "](",
        "*",
        "**",
        "** a",
        "a **b ",
        "_",
        "***a",
        "<",
        "<!--",
        "<p",
        "<a b=",
        "&",
        "&#1;",
        "> ",
        "# ",
        "- ",
        "-",
        "-\n",
        "a-",
        "a-\n",
        "self-\n",
        "= ",
        "1.\n",
        "1. a\n\n",
        "a\n",
        "A\n\n",
        "\n\n",
        "\t",
        "\r",
        "a. ",
        "\"",
        "{",
        "`",
        "~~",
        "\\*",
        "[^1]",
        ".)",
        "\u0301",
        "\u200D",
        "和",
        "May 21 ",
        "President of Kazakhstan ",
        "of the "
      })
  void timeAndStackAreEnough(String piece) {
    byte[] content = piece.repeat(LENGTH / piece.length()).getBytes(StandardCharsets.UTF_8);

    for (String extension : new Formats(CONFIG).extensions()) {
      assertTimeoutPreemptively(
          LONGEST, () -> check(read("a." + extension, content)), extension + " of " + piece);
    }
  }

  @Test
  void aHeadingOfSpacesEnds() {
    byte[] content =
        ("# A" + " ".repeat(LENGTH) + "b" + " #".repeat(LENGTH / 2) + " c\n\nWords of a text.")
            .getBytes(StandardCharsets.UTF_8);

    assertTimeoutPreemptively(LONGEST, () -> check(read("a.md", content)));
  }

  private static void check(List<Outcome> outcomes) {
    assertThat(outcomes)
        .isNotEmpty()
        .allSatisfy(
            outcome -> {
              if (outcome instanceof Item.Rejected rejected) {
                assertThat(rejected.reason()).isNotEqualTo(Reason.FAILED);
                assertThat(rejected.detail()).doesNotContain("StackOverflow");
              }
            });
  }

  private static List<Outcome> read(String name, byte[] content) {
    List<Outcome> outcomes = new ArrayList<>();
    READER
        .read(Source.of("corpus", name), () -> new ByteArrayInputStream(content), "", new byte[0])
        .forEachRemaining(outcomes::add);
    return outcomes;
  }
}
