package org.summitthemes.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that changed something. Times differ between otherwise equal runs. */
@Table(
    name = "dim_run",
    description = "A run that changed something. Times differ between otherwise equal runs.")
public record DimRun(
    @Column(value = "Number in the ledger and a hash of what went in", key = true) String runId,
    @Column("Start, UTC") Instant startedAt,
    @Column("End, UTC") Instant finishedAt,
    @Column("Version of summit-themes") String codeVersion,
    @Column("Version of Spark") String sparkVersion,
    @Column("Spark master") String master,
    @Column("SHA-256 of the effective configuration") String configSha256,
    @Column("SHA-256 over the sorted content hashes of the inputs") String corpusSha256,
    @Column(value = "Topic model in force", nullable = true) @Nullable String modelId,
    @Column(
            value = "What happened to the model",
            nullable = true,
            values = {"fitted", "kept"})
        @Nullable String modelAction,
    @Column(value = "Inputs found: speeches, rejects and skipped files", min = 0) int nInputs,
    @Column(value = "Speeches, copies included", min = 0) int nSpeeches,
    @Column(value = "Inputs rejected", min = 0) int nRejected,
    @Column(value = "Speeches that are copies of others", min = 0) int nDuplicates,
    @Column(value = "Sentences", min = 0) int nSentences,
    @Column(value = "Words", unit = "words", min = 0) long nWords) {}
