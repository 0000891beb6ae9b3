package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.support.Gazetteers;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = new Gazetteer(Gazetteers.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at the SCO’s summit                                    | SCO",
        "the Shanghai Cooperation Organisation and others       | SCO",
        "role of the SCOSecretariat                             | SCO",
        "the Shanghai Organization are                          | SCO",
        "Member States of the Turkish States Organization (OTS) | OTS",
        "the “Organization of Turkic States+” format            | OTS",
        "the Organization of the Turkic States                  | OTS",
        "Conference on Interaction and Confidence Building Measures in Asia | CICA",
        "на саммите Шанхайской организации сотрудничества       | SCO",
        "заседание глав государств ШОС прошло                   | SCO",
        "в рамках Содружества Независимых Государств            | CIS",
        "с Евросоюзом и                                         | EU",
        "Организацией Объединенных Наций                        | UN",
        "Организации тюркских государств                        | OTS",
        "Türk Devletleri Teşkilatının zirvesi                   | OTS",
        "Türk Devletleri Teşkilatı'nın zirvesi                  | OTS",
        "NATO'nun genişlemesi                                   | NATO",
        "Түркі мемлекеттері ұйымының саммиті                    | OTS",
        "Шанхай ынтымақтастық ұйымына мүше                      | SCO",
        "ШЫҰ-ның отырысы                                        | SCO",
        "Біріккен Ұлттар Ұйымының Бас Ассамблеясы               | UN",
        "the U.N. Charter                                       | UN",
        "the E.U. and                                           | EU",
        "United Nations Security Council                        | UN",
        "UN General Assembly                                    | UN",
        "the UN-led process                                     | UN",
        "Organisation for Security and Co-operation in Europe   | OSCE",
        "the Quad Leaders’ summit                               | QUAD",
        "the G-20 agenda                                        | G20",
        "the Group of 77 and China                              | G77",
        "OPEC+ countries                                        | OPEC",
        "the C5+1 format                                        | C5PLUS1",
        "THE SHANGHAI COOPERATION ORGANIZATION                  | SCO",
      })
  void namesAreFoundOnceWithWhateverEndingAndLanguage(String text, String organization) {
    assertThat(GAZETTEER.mentions(text))
        .extracting(Mention::organizationId)
        .containsExactly(organization);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "those who come un-invited",
        "strong, resilient, and united nations capable of much",
        "a quad bike and an eco label",
        "nam et au",
        "WHO WE ARE",
        "the scope of SCOPE",
        "economic cooperation organization",
        "an organization of states",
        "Group of\n\nSeven speakers"
      })
  void wordsThatOnlyLookAlikeAreNot(String text) {
    assertThat(GAZETTEER.mentions(text)).isEmpty();
  }

  @Test
  void theLongestNameCountsAndNeighboursCountEach() {
    assertThat(GAZETTEER.mentions("EU-NATO talks; the UN, the European Commission and BRICS."))
        .extracting(Mention::organizationId)
        .containsExactly("EU", "NATO", "UN", "EU", "BRICS");
  }

  @Test
  void offsetsCountCodePoints() {
    assertThat(GAZETTEER.mentions("🌍🌍 the UN Charter")).containsExactly(new Mention("UN", 7, 9));
  }

  @Test
  void columnsMayCallAnOrganizationByAnyOfItsNames() {
    assertThat(List.of("SCO", "sco", "Shanghai Cooperation Organisation", "ШОС"))
        .allSatisfy(name -> assertThat(GAZETTEER.organizationId(name)).contains("SCO"));
    assertThat(GAZETTEER.organizationId("Bowling Club")).isEmpty();
  }

  @Test
  void timeGrowsWithTheTextAndNotFaster() {
    String text = "Organization of the the the the Organization of Security and ".repeat(20_000);

    assertThat(GAZETTEER.mentions(text)).isEmpty();
  }
}
