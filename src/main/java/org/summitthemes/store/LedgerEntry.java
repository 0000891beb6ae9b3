package org.summitthemes.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in force after a run: the only thing that makes a run exist.
 *
 * @param number position in the ledger, from 1
 * @param runId the number and a short hash of what went in
 * @param stages fingerprint of each stage's last execution: a hash of its settings and of all that
 *     went before it
 * @param batches run that wrote the batch in force, by table
 * @param modelId topic model in force
 * @param publication run whose publication is current; null until something is published
 * @param counts counts of the corpus and the stages
 * @param startedAt start of the run, ISO 8601, UTC
 * @param finishedAt end of the run, ISO 8601, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
    int format,
    int number,
    String runId,
    SortedMap<String, String> stages,
    SortedMap<String, String> batches,
    @Nullable String modelId,
    @Nullable String publication,
    SortedMap<String, Long> counts,
    String startedAt,
    String finishedAt,
    RunFacts facts) {
  /** Version of the layout of ledger and warehouse; another version is refused. */
  public static final int FORMAT = 1;

  /** The state before the first run: nothing is in force. */
  static final LedgerEntry NONE =
      new LedgerEntry(
          FORMAT,
          0,
          "",
          none(),
          none(),
          null,
          null,
          none(),
          Instant.EPOCH.toString(),
          Instant.EPOCH.toString(),
          RunFacts.NONE);

  private static <V> SortedMap<String, V> none() {
    return new TreeMap<>(Map.of());
  }
}
