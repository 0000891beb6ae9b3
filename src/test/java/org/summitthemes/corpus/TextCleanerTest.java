package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TextCleanerTest {
  private static final String PARAGRAPH =
      "The meeting of the heads of state was held in the Palace of Independence, and the heads of all"
          + " delegations took part in it, among them those of the observers and of the partners.";

  @Test
  void lineEndsOfAllKindsAndSpacesOfAllKindsBecomePlain() {
    assertThat(text("one.\r\ntwo.\rthree.\ffour\u00a0five\u2009six\u200b seven.\u0085eight."))
        .isEqualTo("one.\n\ntwo.\n\nthree.\n\nfour five six seven.\n\neight.");
  }

  @Test
  void listsOfRelatedItemsGoWhereverTheyStand() {
    assertThat(
            text(
                """
                The summit ended late in the evening.

                See also
                A News Conference Following the Summit
                October 10, 2000

                Visit to Kazakhstan
                October 9 − 10, 2000

                The leaders left."""))
        .isEqualTo("The summit ended late in the evening.\n\nThe leaders left.");
    assertThat(text("See also\n\nthe annex to this treaty, which says more of it."))
        .contains("See also");
  }

  @Test
  void anOfficeThatAHiddenBoxPutBehindANameStandsApart() {
    assertThat(text("He met Widodo JokoPresident of the Republic of Indonesia in the capital."))
        .isEqualTo("He met Widodo Joko President of the Republic of Indonesia in the capital.");
    assertThat(text("McDonald spoke of PresidentialDecree 5 there.")).contains("McDonald");
  }

  @Test
  void controlCharactersGoAndWronglyDecodedPunctuationIsMended() {
    assertThat(text("it\u0092s \u0093our\u0094 bo\u0007nd\u0081.")).isEqualTo("it’s “our” bond.");
  }

  @Test
  void decomposedLettersAreComposedAndSoftHyphensGo() {
    assertThat(text("Tu\u0308rkiye co\u00adoperates.")).isEqualTo("Türkiye cooperates.");
  }

  @Test
  void wrappedLinesBecomeOneParagraphAndHyphensAtTheirEndsGo() {
    assertThat(
            text(
                """
                We should like to thank all of the member states for their co-
                operation and for their self-
                restraint in these long-
                standing matters of regional secu\u00ad
                rity, which concern us.
                """))
        .isEqualTo(
            "We should like to thank all of the member states for their cooperation and for their"
                + " self-restraint in these long-standing matters of regional security, which concern us.");
  }

  @Test
  void aHyphenStaysIfTheTextAlsoWritesTheWordWithOne() {
    assertThat(
            text(
                "The trans-Caspian and the multi-modal corridor form one multi-\nmodal route here."))
        .endsWith("one multi-modal route here.");
  }

  @Test
  void pageNumbersGoAndTheSentenceAcrossThePageBreakIsWhole() {
    assertThat(
            text(
                "It is the common task of all the states that have\n\n- 12 -\n\f\n\nsigned the treaty.\n\n7\n"))
        .isEqualTo("It is the common task of all the states that have signed the treaty.");
  }

  @Test
  void marksOfPrintedRecordsGoAndTheSentenceAcrossThePageIsWhole() {
    assertThat(
            text(
                "We wish to thank all of them for the utility of an international\n\n06-53952 30"
                    + " legally binding instrument for all of the trade. The Green\n\n19 10-55264\n\nGroup"
                    + " met.\n\n15-29568 15/33\n\nA/70/PV.20 30/09/2015\n\nIt was good (see A/70/PV.4)."))
        .isEqualTo(
            "We wish to thank all of them for the utility of an international legally binding"
                + " instrument for all of the trade. The Green Group met.\n\nIt was good (see"
                + " A/70/PV.4).");
  }

  @Test
  void aNameAcrossAnEmptyLineIsWholeAndANewSentenceStaysApart() {
    String start = "My country will go on with the close cooperation that it has with the United";

    assertThat(text(start + "\n\nNations and its agencies."))
        .endsWith("the United Nations and its agencies.");
    assertThat(text(start + " States\n\nAt the same time, we differ."))
        .contains("States\n\nAt the");
    assertThat(text("Mr. President\n\nI thank you all."))
        .isEqualTo("Mr. President\n\nI thank you all.");
  }

  @Test
  void hyphensLeftInsideOfWordsGo() {
    assertThat(
            text(
                "There-fore inter-national law is international, and international law counts; the"
                    + " re-form of a non-aligned and well-known reform is inter-national."))
        .startsWith("Therefore inter-national law")
        .contains("re-form of a non-aligned and well-known");
    assertThat(text("The international, inter-national and international order."))
        .isEqualTo("The international, international and international order.");
  }

  @Test
  void numbersBeforeParagraphsGoIfAllAreNumbered() {
    String numbered =
        """
        28. As I take the floor I thank you.
        29. For years our debate has gone on.
        30. Peace is our aim.
        31. Trade is our means.
        32. Thank you.""";

    assertThat(text(numbered))
        .doesNotContain("28.", "32.")
        .startsWith("As I take")
        .endsWith("Thank you.");
  }

  @Test
  void aShortNumberedListKeepsItsNumbers() {
    assertThat(text("We agreed:\n1. to trade;\n2. to build.\nThank you."))
        .isEqualTo("We agreed:\n\n1. to trade;\n\n2. to build.\n\nThank you.");
  }

  @Test
  void navigationGoesAndTheHeadingThatNamesAnAddressIsTheTitle() {
    CleanText clean =
        clean(
            "Breaking News\n\nCouncil of Heads of State\n\n"
                + "Address of the President at the meeting of the Council\n\n"
                + PARAGRAPH);

    assertThat(clean.title()).isEqualTo("Address of the President at the meeting of the Council");
    assertThat(clean.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void aShortFirstLineOverLongOnesIsTheTitle() {
    CleanText clean = clean("A new format was supported\n" + PARAGRAPH + "\n" + PARAGRAPH);

    assertThat(clean.title()).isEqualTo("A new format was supported");
    assertThat(clean.text()).startsWith("The meeting");
  }

  @Test
  void salutationsSentencesAndCutLinesAreNoTitles() {
    assertThat(clean("Mr. President\n\n" + PARAGRAPH).title()).isNull();
    assertThat(clean("Excellencies, dear friends\n\n" + PARAGRAPH).title()).isNull();
    assertThat(clean("It was a good meeting.\n\n" + PARAGRAPH).title()).isNull();
    assertThat(clean("On the subject of the\n\n" + PARAGRAPH).title()).isNull();
    assertThat(clean("Two lines and\n\nnothing else here").title()).isNull();
  }

  @Test
  void aPublicationLineIsTakenOutOfTheText() {
    CleanText clean = clean(" date 2025-05-22 \n\n\n" + PARAGRAPH);

    assertThat(clean.published()).isEqualTo(PartialDate.ofDay(LocalDate.of(2025, 5, 22)));
    assertThat(clean.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void aDateAloneOnALineIsADateline() {
    CleanText clean = clean("Opening of the session\n\n21 May 2025\n\n" + PARAGRAPH);

    assertThat(clean.dateline()).isEqualTo(PartialDate.ofDay(LocalDate.of(2025, 5, 21)));
    assertThat(clean.title()).isEqualTo("Opening of the session");
    assertThat(clean.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void aStatedTitleIsNotRepeatedInTheText() {
    assertThat(TextCleaner.clean("The  Title\n\n" + PARAGRAPH, "The Title").text())
        .isEqualTo(PARAGRAPH);
  }

  @Test
  void remainsOfMarkupGoAndTheirWordsStay() {
    assertThat(
            text(
                "**Trade** grew by 5&nbsp;% [last year](https://example.org/a_(b), see <sup>1</sup> the"
                    + " <a href=\"x\">report</a>&#8212;5 < 6 & so on."))
        .startsWith("Trade grew by 5 % ")
        .endsWith("see 1 the report—5 < 6 & so on.");
  }

  @Test
  void cleaningACleanTextChangesNothing() {
    String once =
        text("Title of the speech\n\n" + PARAGRAPH + "\n\n" + "- one;\n- two;\nand three.");

    assertThat(TextCleaner.clean(once, "x").text()).isEqualTo(once);
  }

  private static CleanText clean(String raw) {
    return TextCleaner.clean(raw, null);
  }

  private static String text(String raw) {
    return TextCleaner.clean(raw, "stated").text();
  }
}
