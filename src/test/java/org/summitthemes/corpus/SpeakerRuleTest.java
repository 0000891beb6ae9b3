package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.corpus.SpeakerRule.Speaker;

class SpeakerRuleTest {
  private static final String TEXT = "The members met and spoke of trade, roads and energy.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Statement by NSC Spokesperson Aru Saparova on a call with Elchin Mammadov | Aru Saparova",
        "Statement from White House Press Secretary Aru Saparova on the summit | Aru Saparova",
        "Remarks as Prepared for Delivery by First Lady Aru Saparova at the summit | Aru Saparova",
        "Statement by Press Secretary Aru Saparova Welcoming the Quad Leaders | Aru Saparova",
        "Address by Mr. Aru Saparova, President of the Kyrgyz Republic | Aru Saparova",
        "Remarks by Sir Aru Saparova Before the Summit | Aru Saparova",
      })
  void offices(String title, String name) {
    assertThat(SpeakerRule.find(title, TEXT).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remarks by President Biden and Secretary General Aru Saparova",
        "Remarks at a Meeting With President Aru Saparova",
        "Message to President Aru Saparova",
        "Statement Congratulating President Aru Saparova",
        "Statement by Adviser Saparova Welcoming Appointment of an Envoy",
        "Remarks by the President, Aru Saparova and Elchin Mammadov",
        "Speech on the Far East",
      })
  void titlesOfOthersAndOfSeveral(String title) {
    assertThat(SpeakerRule.find(title, TEXT).name()).isNull();
  }

  /** Nobody, of whom more than the name and an office stands before the colon. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Text of the Executive Order:\n1. To hold a vote.",
        "In the words of Elchin Mammadov:\n“No man is an island.”",
        "Mr. President, fellow travellers on Spaceship Earth:\nIt is a pleasure.",
        "Your Excellencies:\nIt is a pleasure.",
        "Greetings to the conference Global World: Systemic Changes.",
        "Middle East: peace.",
        "Global Challenges Boost: He asked for a boost of the bank.",
      })
  void whatStandsBeforeAColon(String text) {
    assertThat(SpeakerRule.find(null, text + "\n\n" + TEXT).name()).isNull();
  }

  @Test
  void aTranscriptOfOneSpeaker() {
    String text = TEXT + "\n\nPresident of Kazakhstan Aru Saparova: Good afternoon.\n\n" + TEXT;

    assertThat(SpeakerRule.find(null, text)).isEqualTo(new Speaker("Aru Saparova", "KAZ"));
    assertThat(SpeakerRule.find(null, text + "\n\nRailways CEO Elchin Mammadov: Yes.").name())
        .isNull();
  }

  @Test
  void whoIsThankedOrToldDoesNotSpeak() {
    String text = "The President thanked Aru Saparova. Later he told Aru Saparova of the roads. ";

    assertThat(SpeakerRule.find(null, text + TEXT).name()).isNull();
    assertThat(
            SpeakerRule.find(
                    null, text.replace("thanked", "went, said").replace("he told", "added"))
                .name())
        .isEqualTo("Aru Saparova");
  }

  @Test
  void bodiesDoNotSpeak() {
    String text =
        "The head of the Federal Space Agency reported. The Federal Space Agency said that the Audit"
            + " Chamber noted it. The Audit Chamber noted more. The Federal Space Agency added it. ";

    assertThat(SpeakerRule.find(null, text + TEXT).name()).isNull();
  }

  @Test
  void anOfficeMayStandOnBothSidesOfTheName() {
    String text =
        "In her message President Aru Saparova of Kazakhstan spoke of peace. Aru Saparova noted trade."
            + " Saparova added roads.";

    assertThat(SpeakerRule.find(null, text)).isEqualTo(new Speaker("Aru Saparova", "KAZ"));
  }
}
