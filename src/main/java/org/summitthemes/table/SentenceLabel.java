package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** The theme of a sentence as the labeller decided it, before the topic is joined. */
@Table(
    name = "sentence_labels",
    description = "The theme of a sentence as the labeller decided it, before the topic is joined.")
public record SentenceLabel(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech", key = true, min = 0) int sentenceNo,
    @Column("Theme") String themeId,
    @Column(value = "Confidence", min = 0, max = 1) double confidence,
    @Column(value = "Runner-up", nullable = true) @Nullable String secondThemeId) {}
