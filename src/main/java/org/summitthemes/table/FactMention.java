package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** An organization in a speech, as its venue or mentioned in it. */
@Table(
    name = "fact_mention",
    description = "An organization in a speech, as its venue or mentioned in it.")
public record FactMention(
    @Column(value = "Speech", key = true, references = "dim_speech.speech_id") String speechId,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(
            value = "Venue of the speech, or mentioned",
            values = {"venue", "mentioned"})
        String role,
    @Column(value = "Times named in the text", min = 0) int nMentions,
    @Column(
            value = "Where it is first named; null if the text does not name it",
            nullable = true,
            unit = "code points",
            min = 0)
        @Nullable Integer firstOffset) {}
