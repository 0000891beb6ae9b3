package org.summitthemes.table;

import java.util.List;

/**
 * What a speech says in one language, in the speaker's words or in a reporter's: all that
 * comparisons count of it. It depends on the speech, its labels and the vocabulary alone.
 */
@Table(
    name = "speech_tallies",
    description = "Words and terms of each theme in a speech, by language and voice.")
public record SpeechTally(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "BCP 47 tag of the sentences", key = true) String language,
    @Column(value = "Whether the sentences are known to be a reporter's own", key = true)
        boolean byReporter,
    @Column("Sentences of each theme in the order of the catalog") List<Integer> sentences,
    @Column(value = "Words of each theme in the order of the catalog", unit = "words")
        List<Long> words,
    @Column("Indices of the terms in the vocabulary, ascending") List<Integer> termIds,
    @Column("Numbers of the themes, from 0, parallel to the terms: each pair stands once")
        List<Integer> themes,
    @Column("Occurrences of the term in the theme, parallel to the terms") List<Integer> counts) {}
