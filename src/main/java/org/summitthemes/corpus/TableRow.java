package org.summitthemes.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table: a record of CSV, a row of Parquet, an element of a JSON array.
 *
 * @param uri the row's name
 * @param values the columns that have a value, by name as {@link Field#folded} writes it
 */
record TableRow(String uri, Map<String, String> values) {

  /**
   * The row of these columns; names that are equal but for case and separators: the first counts.
   */
  static TableRow of(String uri, List<String> names, List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      String cell = cells.get(i);
      if (cell != null && !cell.isBlank()) {
        values.putIfAbsent(Field.folded(names.get(i)), cell);
      }
    }
    return new TableRow(uri, values);
  }

  /** The speech in the row, or a rejected row. */
  Item item(Source source, String format, Columns columns, Details beside, long limit) {
    List<String> parts = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          parts.add(name);
          parts.add(value);
        });
    byte[] content = String.join("\u001F", parts).getBytes(StandardCharsets.UTF_8);
    String sha256 = Hashes.sha256(content);
    Optional<String> text = columns.value(Field.TEXT, this::value);
    if (text.isEmpty()) {
      Reason reason = values.isEmpty() ? Reason.EMPTY : Reason.NO_TEXT;
      return new Item.Rejected(uri, reason, "The row has no text", content.length, sha256);
    }

    if (content.length > limit) {
      String detail = "The row has more than max-file-bytes: " + limit;
      return new Item.Rejected(uri, Reason.TOO_LARGE, detail, content.length, sha256);
    }

    if (text.get().indexOf('\uFFFD') >= 0 && format.equals("csv")) {
      String detail = "The row holds bytes that are no text in the file's encoding";
      return new Item.Rejected(uri, Reason.BAD_ENCODING, detail, content.length, sha256);
    }

    return new Item.Document(
        uri,
        source.path(),
        format,
        text.get(),
        null,
        beside.orElse(columns.details(this::value)),
        List.of(),
        content.length,
        sha256);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
