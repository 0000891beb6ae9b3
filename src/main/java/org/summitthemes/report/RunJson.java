package org.summitthemes.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The text of {@code run.json}: what went in, how it was treated, what came out. */
public final class RunJson {
  private RunJson() {}

  /**
   * Writes down a run.
   *
   * @param rows rows of each published table
   * @param files the files written beside the Parquet tables, by path in the publication
   */
  public static String json(
      Provenance provenance, Map<String, Long> rows, Map<String, WrittenFile> files) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("runId", provenance.runId());
    root.put("startedAt", provenance.startedAt().toString());
    provenance.versions().forEach(root.putObject("versions")::put);
    provenance.warnings().forEach(root.putArray("warnings")::add);
    provenance.counts().forEach(root.putObject("counts")::put);
    provenance.seconds().forEach(root.putObject("seconds")::put);
    rows.forEach(root.putObject("rows")::put);
    ObjectNode written = root.putObject("files");
    files.forEach(
        (path, file) ->
            written.putObject(path).put("bytes", file.bytes()).put("sha256", file.sha256()));
    root.set("config", provenance.config());
    ArrayNode inputs = root.putArray("inputs");
    provenance
        .inputs()
        .forEach(
            input ->
                inputs
                    .addObject()
                    .put("uri", input.uri())
                    .put("bytes", input.bytes())
                    .put("sha256", input.sha256()));
    return root.toPrettyString() + "\n";
  }
}
