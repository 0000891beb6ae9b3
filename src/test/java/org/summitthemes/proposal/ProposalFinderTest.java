package org.summitthemes.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.UserException;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.proposal.ProposalFinder.Found;

class ProposalFinderTest {
  private static final ProposalFinder FINDER = new ProposalFinder(shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proposed   | I propose to establish a Cybersecurity Council within this framework. | Cybersecurity Council
          proposed   | We will propose the adoption of an Industrial Cooperation Program. | Industrial Cooperation Program
          proposed   | It would be appropriate to prepare a List of projects. | List of projects
          proposed   | Our proposal to create a common database remains valid. | common database
          called_for | All parties must sign the treaty. | sign the treaty
          called_for | We call on the nuclear Powers to end all tests. | nuclear Powers to end all tests
          called_for | Let us strengthen the authority of the Council. | strengthen the authority of the Council
          called_for | The blockade must be lifted without delay. | blockade must be lifted
          called_for | The Palestinians must stop the attacks. | stop the attacks
          called_for | The Security Council, which has its duties, must end the war. | end the war
          called_for | We join others in urging all members to keep their word. | members to keep their word
          called_for | There must be an end to aggression without delay. | end to aggression without delay
          proposed   | We have to create effective mechanisms against drugs. | effective mechanisms against drugs
          proposed   | We call for the convening of an international conference on debt. | international conference on debt
          supported  | Kenya supports the African Union's road map. | African Union's road map
          announced  | I am pleased to announce the opening of a regional hub. | opening of a regional hub
          adopted    | Today, we signed the Charter of the Council. | Charter of the Council
          """)
  void aSpeakerActs(String act, String sentence, String title) {
    assertThat(act(sentence)).isEqualTo(act + ": " + title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nevertheless, effective mechanisms have already been proposed to advance trade.",
        "As we proposed last year, a centre was opened.",
        "If we must choose, we choose peace.",
        "I must thank the President for his work.",
        "What should we do about it?",
        "We do not propose a new body.",
        "The measures proposed by the Secretary-General are before us.",
        "There is no need to despair.",
        "This experience should strengthen our resolve.",
        "The document decreed that all authorities must report.",
        "We responded to your appeal for help.",
        "Cuba's call for the release of the five was heard.",
        "Heads of delegations and invited guest countries will discuss trade.",
        "It is important that in such matters we keep calm.",
        "That is the lesson that the Government must draw.",
        "We must renew our commitment to peace.",
        "Last year, I suggested that a decade against poverty should be declared.",
        "Enhanced Support for the Poorest is the name of a programme.",
        "Our trade must be seen as what it is.",
        "These are the problems which had to be solved before we must leave.",
        "We are bound to ask what the Council has done.",
        "We would like to invite you to visit our country.",
        "The Charter and its article calls on all Members to keep the peace.",
        "Trade between our countries grew by six per cent."
      })
  void luresAreNoActs(String sentence) {
    assertThat(act(sentence)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Developed countries must reduce their emissions. | The world must change.
          The embargo must be lifted.                      | The embargo must be seen as a fact.
          States must comply with the resolution.          | We must live with our past.
          """)
  void mustCallsOnSomebodyIfWhatElseIsSaidSpeaksForIt(String call, String none) {
    assertThat(act(call)).startsWith("called_for: ");
    assertThat(act(none)).isEqualTo("none");
  }

  @Test
  void patternsLookAroundInTheSamePartOfTheSentence() {
    String patterns =
        """
        languages:
          en:
            acts:
              - act: called_for
                confidence: 0.7
                patterns: ['must >war {}', '<troops should {}']
        """;
    ProposalFinder finder = new ProposalFinder(ConfigFile.proposals("p.yaml", patterns));

    assertThat(title(finder, "We must end this long war.")).isEqualTo("end this long war");
    assertThat(title(finder, "The troops now there should go home.")).isEqualTo("go home");
    assertThat(title(finder, "We must end the talks.")).isEmpty();
    assertThat(title(finder, "We must stand together: the war goes on.")).isEmpty();
    assertThat(title(finder, "They sent troops; we should go home.")).isEmpty();
    assertThat(title(finder, "We should bring home the troops.")).isEmpty();
  }

  private static String title(ProposalFinder finder, String sentence) {
    return finder.find(List.of(sentence), List.of("en")).get(0).act().map(Act::title).orElse("");
  }

  @Test
  void wordsOfAReportAreNoActsInASpeech() {
    String sentence = "The President proposed a special mechanism for the exchange of data.";

    assertThat(found(sentence).get(0).act())
        .map(Act::title)
        .hasValue("special mechanism for the exchange of data");
    assertThat(
            found("We are glad to be here.", sentence, "Our work goes on.", "I thank you.")
                .get(1)
                .act())
        .isEmpty();
  }

  @Test
  void theSpanReturnsTheExcerptAlsoBehindSurrogatePairs() {
    String sentence = "𝒜 – I propose to establish a Water Council.";
    Act act = found(sentence).get(0).act().orElseThrow();

    assertThat(
            sentence.substring(
                sentence.offsetByCodePoints(0, act.span().start()),
                sentence.offsetByCodePoints(0, act.span().end())))
        .isEqualTo(act.title())
        .isEqualTo("Water Council");
  }

  @Test
  void aClosingQuotationMarkWithoutAnOpeningOneReachesBackToTheReporter() {
    assertThat(
            voices(
                "The meeting was attended by ten delegations.",
                "The region has grown.",
                "Its trade doubled.",
                "This is a good basis,\" said the President.",
                "The participants exchanged views on the agenda."))
        .containsExactly("reporter", "speaker", "speaker", "speaker", "reporter");
  }

  @Test
  void reportedSpeechIsTheSpeakersWithoutAnyQuotationMarks() {
    assertThat(
            voices(
                "The summit was held in Budapest.",
                "He stressed that the agreements must be respected.",
                "Trade reached a new level.",
                "The summit ended with a dinner."))
        .containsExactly("reporter", "speaker", "speaker", "reporter");
  }

  @Test
  void aTranscriptIsTheSpeakersThroughout() {
    assertThat(
            voices(
                "We meet at a difficult time.",
                "The conference was held in May.",
                "Our region needs peace.",
                "The Secretary-General stressed that time is short."))
        .containsOnly("speaker");
  }

  @Test
  void oneSentenceThatTellsMakesNoReportOfASpeech() {
    assertThat(
            voices(
                "The session began in a time of war.",
                "There are new threats to peace.",
                "Millions have lost their homes.",
                "No region is spared.",
                "Old remedies fail."))
        .containsOnly("speaker");
  }

  @Test
  void whatWasAgreedIsTheReporters() {
    assertThat(
            voices(
                "He stressed that trade has grown.",
                "The leaders agreed to continue their work.",
                "The talks concluded with a dinner."))
        .containsExactly("speaker", "reporter", "reporter");
  }

  @Test
  void titlesBetweenReversedMarksAreNoQuotation() {
    assertThat(
            voices(
                "He said that the meeting was useful.",
                "They also signed papers entitled ”On the Secretariat“ and ”On Trade“.",
                "The summit ended with a dinner."))
        .containsExactly("speaker", "reporter", "reporter");
  }

  @Test
  void theSameInitiativeSharesAKeyInAnotherOrderAndUnderAnotherNoun() {
    List<String> treaty = keys("We propose a comprehensive test ban treaty.");
    List<String> convention =
        keys("We propose a convention on the comprehensive banning of nuclear tests.");

    assertThat(treaty)
        .contains("document:ban+comprehensive+test")
        .containsAnyElementsOf(convention);
  }

  @Test
  void aSentenceThatPointsBackTakesTheWordsOfTheOneBefore() {
    List<Found> found =
        found(
            "Another task is cybersecurity.",
            "To address this, we propose developing a special mechanism for the exchange of data.");
    String council = keys("I propose to establish a Cybersecurity Council.").get(0);

    assertThat(found.get(1).groupKeys()).contains("~" + council);
  }

  @Test
  void whatHasANameTakesNoWordsOfTheSentenceBefore() {
    List<Found> found =
        found(
            "The Caspian route is long.",
            "To address this, we propose a Partnership Network of Strategic Ports.");

    assertThat(found.get(1).groupKeys()).isNotEmpty().noneMatch(key -> key.contains("caspian"));
  }

  @Test
  void aPatternThatNamesAnUnknownClassIsRefused() {
    assertThatThrownBy(
            () ->
                new ProposalFinder(
                    ConfigFile.proposals(
                        "p.yaml",
                        "languages: {en: {acts: [{act: proposed, confidence: 1, patterns: ['@us go {}']}]}}")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no class @us");
  }

  private static String act(String sentence) {
    return found(sentence).get(0).act().map(act -> act.act() + ": " + act.title()).orElse("none");
  }

  private static List<String> keys(String sentence) {
    return found(sentence).get(0).groupKeys();
  }

  private static List<String> voices(String... sentences) {
    return found(sentences).stream().map(found -> found.voice().column()).toList();
  }

  private static List<Found> found(String... sentences) {
    return FINDER.find(List.of(sentences), Collections.nCopies(sentences.length, "en"));
  }

  private static org.summitthemes.config.ProposalsConfig shipped() {
    try {
      return ConfigFile.proposals(
          "proposals.yaml", Files.readString(Path.of("jobs/proposals.yaml")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
