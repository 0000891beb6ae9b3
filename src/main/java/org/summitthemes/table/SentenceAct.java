package org.summitthemes.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose words a sentence holds, and what it does with which initiative. */
@Table(
    name = "sentence_acts",
    description = "Whose words a sentence holds, and what it does with which initiative.")
public record SentenceAct(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech", key = true, min = 0) int sentenceNo,
    @Column(
            value = "Whose words these are",
            values = {"speaker", "reporter"})
        String voice,
    @Column(value = "What is done; null if nothing is", nullable = true) @Nullable String act,
    @Column(value = "Start of the span that names the initiative", unit = "code points", min = 0)
        int startOffset,
    @Column(value = "End of the span", unit = "code points", min = 0) int endOffset,
    @Column(value = "The span", nullable = true) @Nullable String title,
    @Column(value = "Confidence", min = 0, max = 1) double confidence,
    @Column(value = "Who acts, where the sentence names somebody", nullable = true)
        @Nullable String actor,
    @Column(value = "Organization that the sentence names", nullable = true)
        @Nullable String organizationId,
    @Column("Keys under which the same initiative may be found elsewhere")
        List<String> groupKeys) {}
