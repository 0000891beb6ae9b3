package org.summitthemes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

public class DataPackageTest {
  private JsonNode root;

  @BeforeEach
  void describe() throws JsonProcessingException {
    Map<Class<? extends Record>, WrittenFile> csv = new HashMap<>();
    Tables.PUBLISHED.stream()
        .filter(type -> type != FactSentenceTheme.class)
        .forEach(
            type -> csv.put(type, new WrittenFile(Records.tableName(type) + ".csv", 12, "abc")));
    root = new ObjectMapper().readTree(DataPackage.json(csv));
  }

  @Test
  void everyTableIsAResourceOrInParquetOnly() {
    assertThat(root.get("resources")).hasSize(Tables.PUBLISHED.size() - 1);
    assertThat(root.get("parquetOnly")).hasSize(1);
    assertThat(root.at("/parquetOnly/0/folder").asText()).isEqualTo("parquet/fact_sentence_theme");
  }

  @Test
  void resourceNamesItsFile() {
    JsonNode speeches = resource("dim_speech");

    assertThat(speeches.get("path").asText()).isEqualTo("csv/dim_speech.csv");
    assertThat(speeches.get("bytes").asInt()).isEqualTo(12);
    assertThat(speeches.get("hash").asText()).isEqualTo("sha256:abc");
  }

  @Test
  void keysAndReferencesAreDeclared() {
    JsonNode schema = resource("fact_speech_theme").get("schema");

    assertThat(schema.get("primaryKey"))
        .map(JsonNode::asText)
        .containsExactly("speech_id", "theme_id");
    assertThat(schema.at("/foreignKeys/0").toString())
        .isEqualTo(
            "{\"fields\":\"speech_id\",\"reference\":{\"resource\":\"dim_speech\",\"fields\":\"speech_id\"}}");
  }

  @Test
  void referenceToTheTableItselfHasNoResource() {
    JsonNode keys = resource("dim_theme").get("schema").get("foreignKeys");

    assertThat(keys.at("/0/reference/resource").asText()).isEmpty();
  }

  @Test
  void columnsHaveTypeUnitAndRange() {
    assertThat(field("fact_speech_theme", "share").toString())
        .isEqualTo(
            "{\"name\":\"share\",\"type\":\"number\",\"description\":\"Share of the words of the speech\",\"unit\":\"share\",\"nullable\":false,\"constraints\":{\"required\":true,\"minimum\":0,\"maximum\":1}}");
    assertThat(field("dim_speech", "event_date").get("type").asText()).isEqualTo("date");
    assertThat(field("dim_run", "started_at").get("type").asText()).isEqualTo("datetime");
    assertThat(field("fact_topic_term", "is_seed").get("type").asText()).isEqualTo("boolean");
    assertThat(field("fact_mention", "role").at("/constraints/enum"))
        .map(JsonNode::asText)
        .containsExactly("venue", "mentioned");
  }

  @Test
  void textThatMayBeEmptyIsNotRequiredThoughNeverNull() {
    JsonNode aliases = field("dim_organization", "aliases");

    assertThat(aliases.get("nullable").asBoolean()).isFalse();
    assertThat(aliases.has("constraints")).isFalse();
  }

  @Test
  void dictionaryNamesEveryColumnOfEveryTable() {
    String dictionary = Dictionary.markdown();

    for (Class<? extends Record> type : Tables.PUBLISHED) {
      assertThat(dictionary).contains("\n## " + Records.tableName(type) + "\n");
      Records.columnNames(type)
          .forEach(name -> assertThat(dictionary).contains("| `" + name + "`"));
    }
    assertThat(dictionary)
        .contains(
            "| `share` | number | Share of the words of the speech | share | 0 to 1 |  |",
            "| `speech_id` † | string | Speech |  |  | `dim_speech.speech_id` |",
            "| `role` | string | Venue of the speech, or mentioned |  | `venue`, `mentioned` |  |",
            "\\|-joined");
  }

  private JsonNode resource(String name) {
    for (JsonNode resource : root.get("resources")) {
      if (resource.get("name").asText().equals(name)) {
        return resource;
      }
    }
    throw new AssertionError("No resource " + name);
  }

  private JsonNode field(String table, String name) {
    for (JsonNode field : resource(table).get("schema").get("fields")) {
      if (field.get("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("No field " + name);
  }
}
