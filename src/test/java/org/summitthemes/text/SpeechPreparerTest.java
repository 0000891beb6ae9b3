package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.text.PreparedSpeech.Sentence;

class SpeechPreparerTest {
  private static final String ENGLISH =
      "We will build a railway that connects our countries with each other and with the sea.";
  private static final String RUSSIAN =
      "Мы построим железную дорогу, которая соединит наши страны друг с другом и с морем.";

  private final SpeechPreparer preparer = new SpeechPreparer(new PrepareConfig(10, 30));

  @Test
  void theSourcesLanguageWins() {
    assertThat(preparer.prepare(ENGLISH, "en_GB").language()).isEqualTo("en-GB");
    assertThat(preparer.prepare("We met.", "rus").language()).isEqualTo("ru");
  }

  @Test
  void theLanguageIsDetectedWhereTheSourceSaysNothingUsable() {
    assertThat(preparer.prepare(RUSSIAN, null).language()).isEqualTo("ru");
    assertThat(preparer.prepare(RUSSIAN, "").language()).isEqualTo("ru");
    assertThat(preparer.prepare("17", null).language()).isEqualTo("und");
  }

  @Test
  void aPassageInAnotherLanguageHasThatLanguage() {
    PreparedSpeech speech = preparer.prepare(ENGLISH + "\n\n" + RUSSIAN + "\n\n" + ENGLISH, "en");

    assertThat(speech.sentences()).extracting(Sentence::language).containsExactly("en", "ru", "en");
    assertThat(speech.sentences().get(1).tokens().stems()).contains("дорог").doesNotContain("мы");
  }

  @Test
  void aListOfNamesKeepsTheLanguageOfTheSpeech() {
    String names =
        "President Lukashenko, President Japarov, President Mirziyoyev, President Rahmon, Prime"
            + " Minister Sharif, President Tokayev, Secretary Zhang Ming, Director Mirzayev.";

    assertThat(preparer.prepare(ENGLISH + "\n\n" + names, null).sentences())
        .extracting(Sentence::language)
        .containsOnly("en");
  }

  @Test
  void sentencesKnowTheirPlaceTextAndPassage() {
    PreparedSpeech speech = preparer.prepare("😀 We met.\n\n" + ENGLISH + " We left.", "en");

    assertThat(speech.sentences())
        .extracting(Sentence::text)
        .containsExactly("😀 We met.", ENGLISH, "We left.");
    assertThat(speech.sentences()).extracting(Sentence::passage).containsExactly(0, 0, 0);
    assertThat(speech.sentences().get(1).span()).isEqualTo(new Span(11, 11 + ENGLISH.length()));
    assertThat(speech.sentences()).extracting(s -> s.tokens().words()).isEqualTo(List.of(2, 16, 2));
  }
}
