package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  @Test
  void tokensAreLowerCasedWordsThatAreNoStopWords() {
    Tokens tokens = new Tokenizer("en").tokens("The Parties WILL protect their borders.");

    assertThat(tokens.surfaces()).containsExactly("parties", "protect", "borders");
    assertThat(tokens.stems()).containsExactly("party", "protect", "border");
    assertThat(tokens.words()).isEqualTo(6);
    assertThat(tokens.stopWords()).isEqualTo(3);
  }

  @Test
  void numbersAndSingleLettersAreNoTokens() {
    assertThat(surfaces("en", "In 2040, 6.5% of plan B and the 14th G20 of COVID-19"))
        .containsExactly("plan", "covid");
  }

  @Test
  void hyphenatedWordsAreCutButForCoAndRe() {
    assertThat(surfaces("en", "Trans-Caspian co‐operation re-established decision-making"))
        .containsExactly("trans", "caspian", "cooperation", "reestablished", "decision", "making");
  }

  @Test
  void englishEndingsAfterApostrophesGo() {
    assertThat(surfaces("en", "Kazakhstan’s nations' people don't know we've summits"))
        .containsExactly("kazakhstan", "nations", "people", "know", "summits");
  }

  @Test
  void theUnitedStatesAndTheHealthOrganizationAreNoStopWords() {
    assertThat(surfaces("en", "The US and WHO told us who the U.S. and U.N. are"))
        .containsExactly("u.s", "who", "told", "u.s", "un");
    assertThat(surfaces("en", "LET US PRAY")).containsExactly("pray");
  }

  @Test
  void turkishHasItsOwnSmallLettersAndCutsAtApostrophes() {
    assertThat(surfaces("tr", "IŞIK İstanbul'da TÜRKİYE’nin"))
        .containsExactly("ışık", "istanbul", "türkiye");
    assertThat(surfaces("az", "BAKI İqtisadiyyat")).containsExactly("bakı", "iqtisadiyyat");
    assertThat(surfaces("en", "İlham ILHAM")).containsExactly("ilham", "ilham");
  }

  @Test
  void frenchElisionsGo() {
    assertThat(surfaces("fr", "L'énergie et la sécurité d’Europe, aujourd'hui"))
        .containsExactly("énergie", "sécurité", "europe", "aujourd'hui");
  }

  @Test
  void formsThatUnicodeHoldsEqualAreOneToken() {
    assertThat(surfaces("ru", "Бай\u0434 и\u0306од йод")).containsExactly("байд", "йод", "йод");
    assertThat(surfaces("uz", "Oʻzbekiston O'zbekiston O‘zbekiston"))
        .containsOnly("o'zbekiston")
        .hasSize(3);
  }

  @Test
  void chineseWordsOfTwoCharactersAreTokens() {
    assertThat(surfaces("zh", "我们支持世界和平")).containsExactly("支持", "世界", "和平");
  }

  @Test
  void languagesWithoutListsKeepTheirWords() {
    assertThat(surfaces("und", "The Ženeva MMXX")).containsExactly("the", "ženeva", "mmxx");
  }

  private static List<String> surfaces(String language, String text) {
    return new Tokenizer(language).tokens(text).surfaces();
  }
}
