package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** An initiative that a speaker put forward, supported or announced. */
@Table(
    name = "fact_proposal",
    description = "An initiative that a speaker put forward, supported or announced.")
public record FactProposal(
    @Column(value = "Proposal", key = true) String proposalId,
    @Column(value = "Speech", references = "dim_speech.speech_id") String speechId,
    @Column(
            value =
                "Its sentence: speech_id and sentence_no join fact_sentence_theme, which holds the text",
            min = 0)
        int sentenceNo,
    @Column(
            value = "Start of the span that names it, in the stored text, inclusive",
            unit = "code points",
            min = 0)
        int startOffset,
    @Column(value = "End of the span, exclusive", unit = "code points", min = 0) int endOffset,
    @Column(
            value = "Organization addressed",
            nullable = true,
            references = "dim_organization.organization_id")
        @Nullable String organizationId,
    @Column(value = "Who proposes, as a key", nullable = true) @Nullable String proposerId,
    @Column(value = "Who proposes", nullable = true) @Nullable String proposerName,
    @Column(
            value = "What is done",
            values = {"proposed", "supported", "announced", "called_for", "planned", "adopted"})
        String act,
    @Column("Name of the initiative: the letters of the span") String title,
    @Column(value = "Theme", references = "dim_theme.theme_id") String themeId,
    @Column(value = "Confidence", min = 0, max = 1) double confidence,
    @Column(value = "Same initiative in several speeches", nullable = true)
        @Nullable String groupId) {}
