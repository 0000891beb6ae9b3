package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** An input that could not be read as a speech, and why. */
@Table(
    name = "fact_rejected_input",
    description = "An input that could not be read as a speech, and why.")
public record FactRejectedInput(
    @Column(value = "File, relative to its corpus, with the place inside it", key = true)
        String sourceUri,
    @Column("Reason as a code") String reasonCode,
    @Column("Reason as a sentence") String detail,
    @Column(value = "Size", unit = "bytes", min = 0) long nBytes,
    @Column(value = "SHA-256 of the bytes; null if they could not be read", nullable = true)
        @Nullable String contentSha256) {}
