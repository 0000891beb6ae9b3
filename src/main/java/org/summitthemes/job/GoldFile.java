package org.summitthemes.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;

/**
 * Coded texts: JSON Lines, plain or gzip, one object a line with {@code id}, {@code text}, {@code
 * theme} and optionally {@code doc}, {@code seq} (sentences of one document in order) and {@code
 * language}.
 */
final class GoldFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GZIP_MAGIC = 0x1f8b;

  private GoldFile() {}

  /**
   * A coded text.
   *
   * @param doc document it belongs to; null if it stands alone
   * @param seq place in the document
   * @param language BCP 47 tag, {@code und} if the file does not say
   */
  record CodedText(
      String id, String text, String theme, @Nullable String doc, double seq, String language) {}

  /**
   * Reads all coded texts.
   *
   * @param name what messages call the file
   */
  static List<CodedText> read(InputStream bytes, String name) throws IOException {
    List<CodedText> texts = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(plain(bytes), StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        texts.add(codedText(line, name + " line " + number));
      }
    }
    if (texts.isEmpty()) {
      throw new UserException("%s holds no coded text", name);
    }

    return texts;
  }

  private static InputStream plain(InputStream bytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes);
    buffered.mark(2);
    int magic = (buffered.read() << 8) | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
  }

  private static CodedText codedText(String line, String where) {
    JsonNode object = parse(line, where);
    return new CodedText(
        required(object, "id", where),
        required(object, "text", where),
        required(object, "theme", where),
        object.hasNonNull("doc") ? object.get("doc").asText() : null,
        object.path("seq").asDouble(0),
        object.path("language").asText("und"));
  }

  private static JsonNode parse(String line, String where) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UserException(e, "%s is not JSON: %s", where, e.getOriginalMessage());
    }
  }

  private static String required(JsonNode object, String field, String where) {
    if (!object.hasNonNull(field)) {
      throw new UserException("%s: no field '%s'; needed are id, text, theme", where, field);
    }

    return object.get(field).asText();
  }
}
