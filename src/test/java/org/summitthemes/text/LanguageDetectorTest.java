package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summitthemes.support.SharedData;

class LanguageDetectorTest {
  private static final Path SPANISH = Path.of("src/test/resources/udhr/es.html");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The ministers agreed to build a railway and to protect the pipeline together.",
        "ru | Министры договорились построить железную дорогу и вместе защищать трубопровод.",
        "kk | Министрлер теміржол салуға және құбырды бірге қорғауға уағдаласты.",
        "ky | Министрлер темир жол курууга жана түтүктү бирге коргоого макулдашты, өлкөлөрдүн ишеними артты.",
        "tr | Bakanlar bir demiryolu inşa etmek ve boru hattını birlikte korumak konusunda anlaştı.",
        "az | Nazirlər dəmir yolu tikmək və boru kəmərini birlikdə qorumaq barədə razılığa gəldilər.",
        "uz | Vazirlar temir yoʻl qurish va quvurni birgalikda himoya qilishga kelishib oldilar.",
        "uz | Вазирлар темир йўл қуриш ва қувурни биргаликда ҳимоя қилишга келишиб олдилар.",
        "tk | Ministrler demir ýol gurmak we turbany bilelikde goramak barada ylalaşdylar, ýurtlaryň hyzmatdaşlygy güýçlener.",
        "tk | Министрлер демир ёл гурмак ве турбаны биле горамак барада ылалашдылар, юртларың хызматдашлыгы гүйчленер.",
        "tt | Министрлар тимер юл төзү һәм торбаүткәргечне бергә саклау турында килештеләр, илләрнең ышанычы артты.",
        "fr | Les ministres ont décidé de construire une voie ferrée et de protéger l'oléoduc.",
        "es | Los ministros acordaron construir un ferrocarril y proteger juntos el oleoducto.",
        "ar | اتفق الوزراء على بناء خط للسكك الحديدية وعلى حماية خط الأنابيب معا.",
        "zh | 部长们同意共同修建铁路并保护管道。"
      })
  void aSentenceIsEnough(String language, String sentence) {
    assertThat(LanguageDetector.detect(sentence)).isEqualTo(language);
  }

  @Test
  void aFewLettersAreNotEnough() {
    assertThat(LanguageDetector.detect("")).isEqualTo("und");
    assertThat(LanguageDetector.detect("12.05.2025 OTS+ !")).isEqualTo("und");
    assertThat(LanguageDetector.detect("和平")).isEqualTo("und");
  }

  @Test
  void aQuotedNameDoesNotMakeATextKazakh() {
    assertThat(
            LanguageDetector.detect(
                "Президент прибыл в столицу, где его встретил глава правительства. В аэропорту"
                    + " стоял плакат со словами «Қош келдіңіз», после чего начались переговоры о"
                    + " торговле и транспорте, которые продолжались до позднего вечера. Стороны"
                    + " подписали несколько соглашений и договорились о новой встрече осенью."))
        .isEqualTo("ru");
  }

  @Test
  void tagsHaveTwoLettersWhereIsoHasThem() {
    assertThat(Languages.tag("cmn")).isEqualTo("zh");
    assertThat(Languages.tag("pes")).isEqualTo("fa");
    assertThat(Languages.tag("kaz")).isEqualTo("kk");
    assertThat(Languages.tag("ceb")).isEqualTo("ceb");
    assertThat(Languages.canonical("RUS")).contains("ru");
    assertThat(Languages.canonical("en_us")).contains("en-US");
    assertThat(Languages.canonical("uz-latn")).contains("uz-Latn");
    assertThat(Languages.canonical("English")).isEmpty();
    assertThat(Languages.canonical("und")).isEmpty();
    assertThat(Languages.canonical(" ")).isEmpty();
    assertThat(Languages.primary("az-Cyrl")).isEqualTo("az");
  }

  /** Pieces of 200 characters are short passages, those of 800 long ones. */
  @ParameterizedTest
  @ValueSource(ints = {200, 800})
  void piecesOfTheDeclarationOfHumanRightsAreRecognized(int length) throws IOException {
    Map<String, Double> shares = new TreeMap<>();
    for (JsonNode declaration : jsonLines("data/multilingual/udhr.jsonl.gz")) {
      String language = declaration.get("language").asText();
      shares.put(language, shareRight(declaration.get("text").asText(), language, length));
    }

    System.out.println("Share of pieces of " + length + " characters recognized: " + shares);
    assertThat(shares)
        .containsKeys("en", "ru", "kk", "tr", "az-Latn", "uz-Latn", "ky", "zh", "fr", "ar");
    // Pieces without one of its commonest words are taken for Tatar or Kyrgyz.
    assertThat(shares.remove("tk-Cyrl")).isGreaterThan(0.7);
    assertThat(shares).allSatisfy((language, share) -> assertThat(share).isGreaterThan(0.95));
  }

  /** Spanish, which the shared declarations lack, comes with the tests. */
  @ParameterizedTest
  @ValueSource(ints = {200, 800})
  void piecesOfTheSpanishDeclarationAreRecognized(int length) throws IOException {
    String text = Jsoup.parse(SPANISH.toFile()).body().text();

    assertThat(shareRight(text, "es", length)).isGreaterThan(0.95);
  }

  /** News, television reports and parliamentary speeches, as they come. */
  @ParameterizedTest
  @CsvSource({
    "kyrgyz_news_train.jsonl.gz, ky, 0.95",
    "russian_tv_reports.jsonl.gz, ru, 0.95",
    "parlamint_tr.jsonl.gz, tr, 0.95"
  })
  void textsOfTwoHundredCharactersAndMoreAreRecognized(String file, String language, double least)
      throws IOException {
    List<String> texts =
        jsonLines("data/multilingual/" + file).stream()
            .map(item -> item.get("text").asText())
            .filter(text -> text.length() >= 200)
            .toList();

    long right = texts.stream().filter(text -> detect(text).equals(language)).count();

    System.out.printf("Texts recognized as %s: %d of %d%n", language, right, texts.size());
    assertThat((double) right / texts.size()).isGreaterThan(least);
  }

  private static double shareRight(String text, String language, int length) {
    return IntStream.range(0, text.length() / length)
        .mapToObj(i -> text.substring(i * length, (i + 1) * length))
        .mapToInt(piece -> detect(piece).equals(Languages.primary(language)) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static String detect(String text) {
    return LanguageDetector.detect(text);
  }

  private static List<JsonNode> jsonLines(String path) throws IOException {
    Path file = SharedData.require(path);
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }
}
