package org.summitthemes.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON file: one object, an array of objects, or objects one after another, as Spark writes
 * them under this name; one element at a time. An element that is no object is rejected with its
 * number, counted from 1. Where the JSON itself is broken nothing after that can be told, so the
 * file gets one rejection and keeps what stood before.
 */
final class JsonReader implements Reader {
  private final Limits limits;
  private final Columns columns;

  JsonReader(Limits limits, Columns columns) {
    this.limits = limits;
    this.columns = columns;
  }

  @Override
  public Iterator<Item> read(Source source, Bytes bytes, Details beside) {
    return new Items(source, bytes) {
      private @Nullable JsonParser parser;
      private @Nullable BoundedStream bound;
      private int elements;

      @Override
      @Nullable Item advance(InputStream in) throws IOException, RejectedException {
        try {
          if (parser == null) {
            bound = BoundedStream.row(in, limits.documentBytes());
            parser = KeyValues.parser(bound);
            return parser.nextToken() == JsonToken.START_ARRAY ? next(parser) : first(parser);
          }

          return next(parser);
        } catch (JsonProcessingException | CharConversionException e) {
          throw new RejectedException(
              Reason.BAD_JSON, "Not JSON after %d elements: %s", elements, firstLine(e));
        }
      }

      /** The first value, if it is no array: the file's only one, or the first of several. */
      private @Nullable Item first(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
          return null;
        }

        elements = 1;
        return item(source, source.uri(), json, beside);
      }

      private @Nullable Item next(JsonParser json) throws IOException, RejectedException {
        JsonToken token = json.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
          return null;
        }

        if (++elements > limits.documents()) {
          throw new RejectedException(
              Reason.TOO_LARGE, "The file has more than %d elements", limits.documents());
        }

        if (bound != null) {
          bound.restart();
        }
        return item(source, source.line(elements), json, beside);
      }
    };
  }

  private Item item(Source source, String uri, JsonParser json, Details beside) throws IOException {
    JsonNode node = KeyValues.element(json);
    if (!node.isObject()) {
      return new Item.Rejected(uri, Reason.BAD_JSON, "The element is no object", 0, null);
    }

    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    node.properties()
        .forEach(
            entry -> {
              boolean value = entry.getValue().isValueNode() && !entry.getValue().isNull();
              names.add(entry.getKey());
              values.add(value ? entry.getValue().asText() : "");
            });
    return TableRow.of(uri, names, values)
        .item(source, "json", columns, beside, limits.documentBytes());
  }

  private static String firstLine(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
