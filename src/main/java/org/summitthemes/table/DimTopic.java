package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** A component of the topic model. */
@Table(name = "dim_topic", description = "A component of the topic model.")
public record DimTopic(
    @Column(value = "Topic; stays the same from run to run", key = true) String topicId,
    @Column(
            value = "Seeded by a theme, or discovered",
            values = {"seeded", "discovered"})
        String kind,
    @Column(
            value = "Theme that seeds it; null if discovered",
            nullable = true,
            references = "dim_theme.theme_id")
        @Nullable String themeId,
    @Column("Three typical terms") String label,
    @Column("Most probable terms, |-joined") String topTerms,
    @Column(
            value = "In the current model or not",
            values = {"active", "retired"})
        String status,
    @Column(value = "Run in which the topic was born", references = "dim_run.run_id")
        String firstRunId,
    @Column(
            value = "Run in which it was retired; null while active",
            nullable = true,
            references = "dim_run.run_id")
        @Nullable String retiredRunId) {}
