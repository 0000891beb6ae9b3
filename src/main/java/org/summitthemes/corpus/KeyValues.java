package org.summitthemes.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of side-cars, front matter and JSON lines into {@link Details}. */
final class KeyValues {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final ObjectReader ELEMENTS =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final YAMLMapper YAML = new YAMLMapper();

  private KeyValues() {}

  /** A JSON object; empty if the text is anything else. */
  static Optional<JsonNode> json(String text) {
    return parse(JSON, text);
  }

  /** A parser that stands before the first value. */
  static JsonParser parser(InputStream in) throws IOException {
    return JSON.getFactory().createParser(in);
  }

  /** The value at which the parser stands. */
  static JsonNode element(JsonParser parser) throws IOException {
    return ELEMENTS.readTree(parser);
  }

  /** A YAML mapping; empty if the text is anything else. */
  static Optional<JsonNode> yaml(String text) {
    return parse(YAML, text);
  }

  private static Optional<JsonNode> parse(ObjectMapper mapper, String text) {
    try {
      return Optional.ofNullable(mapper.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The known keys of the object. */
  static Details details(JsonNode object, Origin origin) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Field.all()
        .filter(field -> field != Field.TEXT)
        .forEach(field -> value(object, field).ifPresent(value -> values.put(field, value)));
    return Details.of(origin, values);
  }

  /** The field's value as text: of the first of its names that has one. */
  private static Optional<String> value(JsonNode object, Field field) {
    return field.first(name -> value(object, name));
  }

  /** The value of the key of this name, if it has a plain one. */
  static Optional<String> value(JsonNode object, String name) {
    return object.properties().stream()
        .filter(entry -> Field.isNamed(entry.getKey(), name))
        .map(Map.Entry::getValue)
        .filter(JsonNode::isValueNode)
        .filter(node -> !node.isNull())
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
