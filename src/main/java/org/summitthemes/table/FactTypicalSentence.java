package org.summitthemes.table;

/** A sentence that shows what an organization's speeches say about a theme. */
@Table(
    name = "fact_typical_sentence",
    description = "A sentence that shows what an organization's speeches say about a theme.")
public record FactTypicalSentence(
    @Column(
            value =
                "How speeches belong to the organization: given at its meeting (venue), or by a speaker of a member country on that date (members); other groups by what they have in common",
            key = true,
            values = {"venue", "members", "country", "speaker", "language", "year"})
        String basis,
    @Column(value = "Organization", key = true, references = "dim_organization.organization_id")
        String organizationId,
    @Column(value = "Theme", key = true, references = "dim_theme.theme_id") String themeId,
    @Column(
            value = "Rank, from 1: other speakers and years first, then surer labels",
            key = true,
            min = 1)
        int rank,
    @Column(value = "Speech", references = "dim_speech.speech_id") String speechId,
    @Column(value = "Position of the sentence in the speech, from 0", min = 0) int sentenceNo,
    @Column(value = "Start in the stored text, inclusive", unit = "code points", min = 0)
        int startOffset,
    @Column(value = "End in the stored text, exclusive", unit = "code points", min = 0)
        int endOffset,
    @Column("The sentence as stored") String text,
    @Column(value = "Probability of the label", unit = "probability", min = 0, max = 1)
        double confidence) {}
