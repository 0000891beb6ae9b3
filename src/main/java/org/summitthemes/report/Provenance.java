package org.summitthemes.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publication says about the run that made it.
 *
 * @param runId number in the ledger and a hash of what went in
 * @param startedAt start of the run
 * @param config the whole effective configuration
 * @param counts rows read, dropped and made, by stage: {@code ingest.rejected}
 * @param inputs the files that were read, in the order of their names
 * @param seconds duration of each stage before publication
 * @param versions versions of summit-themes, Spark, Java and whatever shapes the numbers
 * @param warnings what a reader should know before trusting the numbers
 */
public record Provenance(
    String runId,
    Instant startedAt,
    JsonNode config,
    SortedMap<String, Long> counts,
    List<Input> inputs,
    Map<String, Double> seconds,
    SortedMap<String, String> versions,
    List<String> warnings) {
  public Provenance {
    counts = new TreeMap<>(counts);
    inputs = List.copyOf(inputs);
    versions = new TreeMap<>(versions);
    warnings = List.copyOf(warnings);
  }

  /** A file that was read, and what was in it. */
  public record Input(String uri, long bytes, String sha256) {}
}
