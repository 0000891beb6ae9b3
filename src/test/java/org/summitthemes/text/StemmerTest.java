package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {
  @ParameterizedTest
  @CsvSource({
    "en, nations nation",
    "en, proposed proposing propose",
    "en, countries country",
    "en, weapons weapon",
    "en, organization organisation organisations",
    "en, defence defense",
    "ru, саммит саммите саммита саммитом",
    "ru, транзит транзита",
    "ru, безопасность безопасности безопасностью",
    "ru, договор договоров договора",
    "tr, güvenlik güvenliği güvenliğin güvenliğinin güvenlikte",
    "tr, üye üyeler üyeleri üyelerin",
    "tr, devlet devleti devletleri devletlerinin devletlerimizin devletten",
    "tr, kanun kanunu kanunlar kanununu kanunların",
    "tr, barış barışı barışa barışın",
    "tr, bakan bakanı bakanlar bakanının",
    "tr, konsey konseyi konseyinin konseyinde",
    "tr, teşkilat teşkilatı teşkilatının teşkilatına",
    "tr, ekonomi ekonominin ekonomisi ekonomide",
    "az, təhlükəsizlik təhlükəsizliyi təhlükəsizliyin təhlükəsizlikdə",
    "az, dövlət dövləti dövlətlər dövlətlərinin",
    "kk, қауіпсіздік қауіпсіздігі қауіпсіздігін қауіпсіздіктің",
    "kk, ұйым ұйымы ұйымның ұйымдар ұйымдарға",
    "kk, мемлекет мемлекеттер мемлекеттің мемлекетіміздің",
    "ky, мамлекет мамлекети мамлекеттер мамлекеттин",
    "uz, davlat davlatlar davlatning davlatimizni",
    "uz, ташкилот ташкилоти ташкилотлар ташкилотнинг"
  })
  void formsOfAWordHaveOneStem(String language, String forms) {
    List<String> known = Arrays.asList(forms.split(" "));

    assertThat(known).extracting(Stemmer.of(language)::stem).containsOnly(stem(language, known));
  }

  @ParameterizedTest
  @CsvSource({
    "en, organization organ",
    "en, state status statute",
    "en, international internal",
    "en, university universe universal",
    "en, secretary security",
    "en, general generation",
    "tr, kanun kan",
    "tr, ordu or",
    "tr, bakan baka",
    "tr, türkiye türk",
    "tr, ülke ülkü"
  })
  void unlikeWordsHaveDifferentStems(String language, String words) {
    assertThat(words.split(" ")).extracting(Stemmer.of(language)::stem).doesNotHaveDuplicates();
  }

  @Test
  void stemsHaveAtLeastThreeLetters() {
    assertThat(Stemmer.of("tr").stem("üye")).isEqualTo("üye");
    assertThat(Stemmer.of("kk").stem("ел")).isEqualTo("ел");
    assertThat(Stemmer.of("ru").stem("ее")).isEqualTo("ее");
  }

  @Test
  void wordsOfLanguagesWithoutAStemmerAreTheirOwnStems() {
    assertThat(Stemmer.of("ka").stem("უსაფრთხოება")).isEqualTo("უსაფრთხოება");
    assertThat(Stemmer.of("und").stem("nations")).isEqualTo("nations");
  }

  private static String stem(String language, List<String> forms) {
    return Stemmer.of(language).stem(forms.get(0));
  }
}
