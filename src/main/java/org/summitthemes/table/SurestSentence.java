package org.summitthemes.table;

/** The sentence of a speech whose label of a theme is surest, neither a scrap nor a period. */
@Table(
    name = "surest_sentences",
    description = "The sentence of a speech whose label of a theme is surest, by voice.")
public record SurestSentence(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Theme", key = true) String themeId,
    @Column(value = "Whether it is known to be a reporter's own", key = true) boolean byReporter,
    @Column(value = "Position in the speech, from 0", min = 0) int sentenceNo,
    @Column(value = "Start in the stored text, inclusive", unit = "code points", min = 0)
        int startOffset,
    @Column(value = "End in the stored text, exclusive", unit = "code points", min = 0)
        int endOffset,
    @Column("The sentence as stored") String text,
    @Column(value = "Confidence of the label", min = 0, max = 1) double confidence) {}
