package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

public class PageTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("date", DataTypes.DateType)
          .add("share", DataTypes.DoubleType)
          .add("n", DataTypes.LongType)
          .add("flag", DataTypes.BooleanType);
  private static final String HOSTILE =
      "</script><script>alert('x')</script><!--<img onerror=alert(1)>";

  @Test
  void hostileTextsStayText() throws Exception {
    String page = page(HOSTILE);

    assertThat(page).doesNotContain("alert('x')</script>");
    assertThat(withoutPrograms(page)).doesNotContain("<img", "<!--");
    assertThat(data(page).at("/frames/evidence/columns/text/texts/0").asText()).isEqualTo(HOSTILE);
    assertThat(data(page).at("/run/warnings/0").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void onlyTheTwoScriptsAndTheStyleAreAllowed() throws Exception {
    String page = page("quiet");

    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]+)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1))
        .startsWith("default-src 'none'; script-src 'sha256-")
        .doesNotContain("unsafe-eval", "http", "*");
    Matcher blocks = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(page);
    int allowed = 0;
    while (blocks.find()) {
      assertThat(policy.group(1)).contains("'sha256-" + hash(blocks.group(2)) + "'");
      allowed++;
    }
    assertThat(allowed).isEqualTo(3);
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(withoutPrograms(page("quiet")))
        .doesNotContainPattern("<(script|img|link|iframe)[^>]+(src|href)=")
        .doesNotContain("@import", "url(");
  }

  @Test
  void everySectionHasAHeading() {
    assertThat(page("quiet"))
        .contains(
            "id=\"read-title\"",
            "id=\"themes-title\"",
            "id=\"differences-title\"",
            "id=\"years-title\"",
            "id=\"speakers-title\"",
            "id=\"topics-title\"",
            "id=\"words-title\"",
            "id=\"initiatives-title\"",
            "id=\"evidence-title\"",
            "id=\"method-title\"");
  }

  @Test
  void equalRunsGiveEqualPages() {
    assertThat(page("quiet")).isEqualTo(page("quiet")).doesNotContain("2026-01-01T");
  }

  @Test
  void framesHoldColumns() throws Exception {
    Frame frame =
        Frame.of(
            SCHEMA,
            List.of(
                RowFactory.create("b", LocalDate.of(2025, 1, 2), 0.33333, 3L, true),
                RowFactory.create("a", null, 1e-9, 4L, false),
                RowFactory.create("b", null, null, null, null)));

    assertThat(frame.json().toString())
        .isEqualTo(
            "{\"n\":3,\"columns\":{\"text\":{\"texts\":[\"b\",\"a\"],\"codes\":[0,1,0]},"
                + "\"date\":{\"texts\":[\"2025-01-02\"],\"codes\":[0,null,null]},"
                + "\"share\":{\"values\":[0.3333,0,null]},\"n\":{\"values\":[3,4,null]},"
                + "\"flag\":{\"values\":[true,false,null]}}}");
  }

  private static String page(String text) {
    Row row = RowFactory.create(text, null, 0.5, 1L, true);
    return Page.html(provenance(text), Map.of("evidence", Frame.of(SCHEMA, List.of(row))));
  }

  private static String withoutPrograms(String page) {
    return page.replaceAll("(?s)<script>.*?</script>", "");
  }

  private static Provenance provenance(String text) {
    return new Provenance(
        "000001-c0ffee",
        Instant.parse("2026-01-01T08:00:00Z"),
        JsonNodeFactory.instance.objectNode().put("themes", text),
        new TreeMap<>(Map.of("ingest.rejected", 3L)),
        List.of(),
        Map.of(),
        new TreeMap<>(Map.of("spark", "4.1.0")),
        List.of(text));
  }

  private static JsonNode data(String page) throws Exception {
    Matcher block = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    return new ObjectMapper().readTree(block.group(1));
  }

  private static String hash(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
