package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** A sentence and its theme: the evidence behind every number. */
@Table(
    name = "fact_sentence_theme",
    description = "A sentence and its theme: the evidence behind every number.")
public record FactSentenceTheme(
    @Column(value = "Speech", key = true, references = "dim_speech.speech_id") String speechId,
    @Column(value = "Position in the speech, from 0", key = true, min = 0) int sentenceNo,
    @Column(value = "Start in the stored text, inclusive", unit = "code points", min = 0)
        int startOffset,
    @Column(value = "End in the stored text, exclusive", unit = "code points", min = 0)
        int endOffset,
    @Column("The sentence") String text,
    @Column(value = "Theme or other", references = "dim_theme.theme_id") String themeId,
    @Column(value = "Confidence of the label", min = 0, max = 1) double confidence,
    @Column(
            value = "Runner-up that also has evidence",
            nullable = true,
            references = "dim_theme.theme_id")
        @Nullable String secondThemeId,
    @Column(
            value = "Topic with the largest share of the sentence's passage",
            nullable = true,
            references = "dim_topic.topic_id")
        @Nullable String topicId,
    @Column(
            value = "Whose words these are",
            nullable = true,
            values = {"speaker", "reporter"})
        @Nullable String voice,
    @Column(value = "Words", unit = "words", min = 0) int nWords) {}
