package org.summitthemes.table;

/** The share of a theme in a speech, by words of its sentences. */
@Table(
    name = "fact_speech_theme",
    description = "The share of a theme in a speech, by words of its sentences.")
public record FactSpeechTheme(
    @Column(value = "Speech", key = true, references = "dim_speech.speech_id") String speechId,
    @Column(value = "Theme", key = true, references = "dim_theme.theme_id") String themeId,
    @Column(value = "Share of the words of the speech", unit = "share", min = 0, max = 1)
        double share,
    @Column(value = "Sentences of the theme", min = 0) int nSentences,
    @Column(value = "Words of these sentences", unit = "words", min = 0) int nWords) {}
