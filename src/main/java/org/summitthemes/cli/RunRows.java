package org.summitthemes.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.summitthemes.store.LedgerEntry;
import org.summitthemes.store.Run;
import org.summitthemes.store.RunFacts;
import org.summitthemes.table.DimRun;

/** The runs of an output folder as rows, the one that goes on last. */
final class RunRows {
  private RunRows() {}

  static List<DimRun> of(Run run) {
    List<DimRun> rows = new ArrayList<>();
    for (LedgerEntry entry : run.warehouse().ledger().entries()) {
      rows.add(
          row(
              entry.runId(),
              Instant.parse(entry.startedAt()),
              Instant.parse(entry.finishedAt()),
              entry.facts(),
              entry.modelId(),
              entry.counts()));
    }
    rows.add(
        row(
            run.runId(),
            run.startedAt(),
            Clock.systemUTC().instant(),
            run.facts(),
            run.modelId(),
            run.counts()));
    return rows;
  }

  private static DimRun row(
      String runId,
      Instant startedAt,
      Instant finishedAt,
      RunFacts facts,
      @Nullable String modelId,
      Map<String, Long> counts) {
    return new DimRun(
        runId,
        startedAt,
        finishedAt,
        facts.codeVersion(),
        facts.sparkVersion(),
        facts.master(),
        facts.configSha256(),
        facts.corpusSha256(),
        modelId,
        facts.modelAction(),
        count(counts, "inputs"),
        count(counts, "speeches"),
        count(counts, "rejected"),
        count(counts, "duplicates"),
        count(counts, "sentences"),
        counts.getOrDefault("words", 0L));
  }

  private static int count(Map<String, Long> counts, String name) {
    return Math.toIntExact(counts.getOrDefault(name, 0L));
  }
}
