package org.summitthemes.table;

/** The language of a speech and its size in sentences and words. */
@Table(
    name = "speech_languages",
    description = "The language of a speech and its size in sentences and words.")
public record SpeechLanguage(
    @Column(value = "Speech", key = true) String speechId,
    @Column("BCP 47 tag: the source's if it gives one, else that of most words; und if unknown")
        String language,
    @Column(value = "Sentences", min = 0) int nSentences,
    @Column(value = "Words", unit = "words", min = 0) int nWords) {}
