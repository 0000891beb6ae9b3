package org.summitthemes.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
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
 * @param rules hash of what a stage's output for one speech depends on beside the speech, by stage;
 *     as long as it stays, only new and changed speeches are worked on
 * @param batches runs that wrote the batches in force, oldest first, by table
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
    SortedMap<String, String> rules,
    SortedMap<String, List<String>> batches,
    @Nullable String modelId,
    @Nullable String publication,
    SortedMap<String, Long> counts,
    String startedAt,
    String finishedAt,
    RunFacts facts) {
  /** Version of the layout of ledger and warehouse; another version is refused. */
  public static final int FORMAT = 2;

  /** The state before the first run: nothing is in force. */
  static final LedgerEntry NONE =
      new LedgerEntry(
          FORMAT,
          0,
          "",
          none(),
          none(),
          none(),
          null,
          null,
          none(),
          Instant.EPOCH.toString(),
          Instant.EPOCH.toString(),
          RunFacts.NONE);

  /** The same state as a further entry. */
  LedgerEntry again(int next, String now) {
    return new LedgerEntry(
        format,
        next,
        "%06d%s".formatted(next, runId.substring(runId.indexOf('-'))),
        stages,
        rules,
        batches,
        modelId,
        publication,
        counts,
        now,
        now,
        facts.withModelAction("kept"));
  }

  private static <V> SortedMap<String, V> none() {
    return new TreeMap<>(Map.of());
  }
}
