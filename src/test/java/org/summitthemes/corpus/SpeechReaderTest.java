package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.summitthemes.config.ColumnsConfig;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.corpus.ReadSpeech.OrganizationMention;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.table.Speech;

class SpeechReaderTest {
  private static final String BODY =
      "\n\nThe members of our Union met and spoke of trade, of transport, of energy and of their common"
          + " security. They agreed to meet again before the end of the year.\n\nThe capital was glad to"
          + " welcome all of the guests, and the guests were glad to be there.\n";

  @Test
  void aTitleNamesSpeakerCountryMeetingAndVenue() {
    Speech speech =
        speech(
            "Speech by the President of the Republic of Kazakhstan Aru Saparova at the informal summit of the OTS"
                + BODY);

    assertThat(speech.speakerName()).isEqualTo("Aru Saparova");
    assertThat(speech.speakerId()).isEqualTo("aru-saparova");
    assertThat(speech.countryId()).isEqualTo("KAZ");
    assertThat(speech.organizationId()).isEqualTo("OTS");
    assertThat(speech.eventName()).isEqualTo("informal summit of the OTS");
  }

  @Test
  void reportedWordsNameTheSpeakerAndNotTheHost() {
    Speech speech =
        speech(
            "At the summit Aru Saparova thanked President of Azerbaijan Elchin Mammadov for the warm"
                + " welcome. The President of Kazakhstan noted that trade grew. Saparova also stressed"
                + " transport."
                + BODY);

    assertThat(speech.speakerName()).isEqualTo("Aru Saparova");
    assertThat(speech.countryId()).isEqualTo("KAZ");
  }

  @Test
  void whoIsQuotedInASpeechIsNotItsSpeaker() {
    assertThat(
            speech(
                    "I thank you, Mr. President. Aru Saparova said that we must trade, and Aru"
                        + " Saparova added that our roads and my own country are open. We agree."
                        + BODY)
                .speakerName())
        .isNull();
    assertThat(speech("We met." + BODY + BODY.repeat(20) + "\n\nMiddle East: peace.").speakerName())
        .isNull();
  }

  @Test
  void severalSpeakersSurnamesAndContradictionsStayUnknown() {
    assertThat(
            speech("Remarks by Aru Saparova and Elchin Mammadov at the summit" + BODY).speakerId())
        .isNull();
    assertThat(speech("Remarks by President Saparova at the summit" + BODY).speakerId()).isNull();
    assertThat(
            speech(
                    "The President of Kazakhstan said one thing. The President of Azerbaijan said"
                        + " another."
                        + BODY)
                .countryId())
        .isNull();
  }

  @Test
  void theOrganizationNamedWithAMeetingIsTheVenueAndOthersAreMentioned() {
    ReadSpeech read =
        read(
            "a.txt",
            "Address at the summit of the Shanghai Cooperation Organization\n\nThe SCO works with the UN"
                + " and the UN works with CICA."
                + BODY);

    assertThat(read.speech().organizationId()).isEqualTo("SCO");
    assertThat(read.mentions())
        .containsExactlyInAnyOrder(
            new OrganizationMention("SCO", true, 1, 4),
            new OrganizationMention("UN", false, 2, 23),
            new OrganizationMention("CICA", false, 1, 48));
  }

  @Test
  void twoOrganizationsInTheTitleWithEqualClaimLeaveTheVenueOpen() {
    assertThat(
            speech("Message on cooperation of NATO and BRICS in our times" + BODY).organizationId())
        .isNull();
  }

  @Test
  void aVenueThatOnlyTheTitleNamesIsAMentionWithoutPlace() {
    assertThat(read("a.txt", "Address at the SCO summit of this year" + BODY).mentions())
        .containsExactly(new OrganizationMention("SCO", true, 0, null));
  }

  @Test
  void aDayWithoutYearTakesTheYearOfPublication() {
    Speech speech =
        speech(
            "date 2025-01-03\n\nA summit of the OTS was held in Budapest on December 28."
                + " The OTS grows. The OTS works."
                + BODY);

    assertThat(speech)
        .extracting(
            s -> s.eventDate().toString(), Speech::datePrecision, Speech::dateSource, Speech::place)
        .containsExactly("2024-12-28", "day", "text", "Budapest");
  }

  @Test
  void aPublicationDateAloneIsADoubtfulDate() {
    Speech speech =
        speech("date 2025-05-22\n\nWe met this September, not on May 3 of the old style." + BODY);

    assertThat(speech)
        .extracting(s -> s.eventDate().toString(), Speech::datePrecision, Speech::qualityFlags)
        .containsExactly("2025-05-22", "day", "publication_date");
  }

  @Test
  void withoutAnyDateItIsUnknown() {
    assertThat(speech("We met in Almaty this September." + BODY))
        .extracting(Speech::eventDate, Speech::datePrecision, Speech::dateSource)
        .containsExactly(null, "unknown", "none");
  }

  @Test
  void columnsDecideBeforeTheText() {
    Speech speech =
        read(
                "a.jsonl",
                "{\"id\": \"a 1\", \"text\": \""
                    + BODY.replace("\n", "\\n")
                    + "\", \"speaker\": \"Ayşe Yılmaz\", \"country\": \"Türkiye\", \"organization\": \"Shanghai Cooperation"
                    + " Organisation\", \"date\": \"2024-07\", \"language\": \"English\", \"place\": \"Astana\","
                    + " \"kind\": \"transcript\", \"event\": \"24th summit\"}")
            .speech();

    assertThat(speech)
        .extracting(
            Speech::speechId,
            Speech::speakerId,
            Speech::countryId,
            Speech::organizationId,
            s -> s.eventDate().toString(),
            Speech::datePrecision,
            Speech::dateSource,
            Speech::language,
            Speech::place,
            Speech::kind,
            Speech::eventName,
            Speech::sourceFormat)
        .containsExactly(
            "a-1",
            "ayse-yilmaz",
            "TUR",
            "SCO",
            "2024-07-01",
            "month",
            "columns",
            "en",
            "Astana",
            "transcript",
            "24th summit",
            "jsonl");
  }

  @Test
  void valuesThatMakeNoSenseAreFlaggedAndLeftOut() {
    Speech speech =
        read(
                "a.jsonl",
                "{\"text\": \""
                    + BODY.replace("\n", "\\n")
                    + "\", \"country\": \"Atlantis\", \"organization\": \"Bowling Club\", \"date\": \"2024-02-31\","
                    + " \"language\": \"klingon speech\"}")
            .speech();

    assertThat(speech.qualityFlags())
        .isEqualTo("bad_date|unknown_country|unknown_language|unknown_organization");
    assertThat(speech)
        .extracting(Speech::countryId, Speech::organizationId, Speech::eventDate, Speech::language)
        .containsOnlyNulls();
  }

  @Test
  void aFileNameGivesWhatItsPatternNames() {
    var config =
        new CorpusConfig(
            1 << 20,
            1 << 20,
            10,
            20,
            "(?<event>Session \\d+) - \\d{4}/(?<id>(?<country>[A-Z]{2,3})_\\d+_(?<year>\\d{4}))\\.txt$",
            "UN",
            "",
            ColumnsConfig.defaults());

    Speech speech =
        ((ReadSpeech) outcome(config, "TXT/Session 79 - 2024/KAZ_79_2024.txt", BODY, "", ""))
            .speech();

    assertThat(speech)
        .extracting(
            Speech::speechId,
            Speech::countryId,
            Speech::organizationId,
            Speech::eventName,
            s -> s.eventDate().toString(),
            Speech::datePrecision,
            Speech::dateSource)
        .containsExactly(
            "KAZ_79_2024", "KAZ", "UN", "Session 79", "2024-01-01", "year", "file name");
  }

  @Test
  void aSideCarDecidesBeforeEverything() {
    Speech speech =
        ((ReadSpeech)
                outcome(
                    CorpusConfig.defaults(),
                    "a.md",
                    "---\ntitle: Front\ndate: 2020-01-01\n---\n" + BODY,
                    "a.md.meta.yaml",
                    "title: Side\nspeaker: Aru Saparova"))
            .speech();

    assertThat(speech)
        .extracting(
            Speech::title, Speech::speakerName, s -> s.eventDate().toString(), Speech::dateSource)
        .containsExactly("Side", "Aru Saparova", "2020-01-01", "front matter");
  }

  @Test
  void anIdMadeOfContentDoesNotDependOnTheName() {
    assertThat(read("a.txt", "A title of the day\n" + BODY).speech().speechId())
        .isEqualTo(read("b/c.txt", "A title of the day\n" + BODY + "\n\n").speech().speechId())
        .matches("a-title-of-the-day-[0-9a-f]{8}");
    assertThat(read("a.txt", "Обращение к народу страны\n" + BODY).speech().speechId())
        .matches("obrasenie-k-narodu-strany-[0-9a-f]{8}");
  }

  @Test
  void tooFewWordsAreRejected() {
    assertThat(outcome(CorpusConfig.defaults(), "a.txt", "Far too few words.", "", ""))
        .isInstanceOfSatisfying(
            Item.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.TOO_SHORT);
              assertThat(rejected.detail()).isEqualTo("The document has 4 words, min-words is 20");
            });
  }

  @Test
  void wordsOfScriptsWithoutSpacesCountTwoCharactersEach() {
    assertThat(Words.count("我们共同维护地区安全")).isEqualTo(5);
    assertThat(Words.count("the President’s co-operation, 2025")).isEqualTo(4);
  }

  private static Speech speech(String text) {
    return read("a.txt", text).speech();
  }

  private static ReadSpeech read(String path, String text) {
    return (ReadSpeech) outcome(CorpusConfig.defaults(), path, text, "", "");
  }

  private static Outcome outcome(
      CorpusConfig config, String path, String text, String sideCar, String sideCarText) {
    return new SpeechReader(config, Gazetteers.shipped())
        .read(
            Source.of("corpus", path),
            () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            sideCar,
            sideCarText.getBytes(StandardCharsets.UTF_8))
        .next();
  }
}
