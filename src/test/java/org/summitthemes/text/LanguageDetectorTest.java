package org.summitthemes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private static final Path DECLARATIONS = Path.of("../shared/data/multilingual/udhr.jsonl.gz");
  private static final int PIECE = 200;

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

  @Test
  void piecesOfTheDeclarationOfHumanRightsAreRecognized() throws IOException {
    assumeTrue(
        Files.exists(DECLARATIONS),
        () -> "skipped: no " + DECLARATIONS.toAbsolutePath().normalize());

    Map<String, Double> shares = new TreeMap<>();
    var mapper = new ObjectMapper();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DECLARATIONS)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode declaration = mapper.readTree(line);
        shares.put(declaration.get("language").asText(), shareRight(declaration));
      }
    }

    System.out.println("Share of pieces recognized: " + shares);
    assertThat(shares)
        .containsKeys("en", "ru", "kk", "tr", "az-Latn", "uz-Latn", "ky", "zh", "fr", "ar");
    // Pieces without one of its commonest words are taken for Tatar or Kyrgyz.
    assertThat(shares.remove("tk-Cyrl")).isGreaterThan(0.7);
    assertThat(shares).allSatisfy((language, share) -> assertThat(share).isGreaterThan(0.95));
  }

  private static double shareRight(JsonNode declaration) {
    String text = declaration.get("text").asText();
    String language = Languages.primary(declaration.get("language").asText());
    return IntStream.range(0, text.length() / PIECE)
        .mapToObj(i -> text.substring(i * PIECE, (i + 1) * PIECE))
        .mapToInt(piece -> LanguageDetector.detect(piece).equals(language) ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
