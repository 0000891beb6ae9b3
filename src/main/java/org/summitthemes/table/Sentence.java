package org.summitthemes.table;

import java.util.List;

/** A sentence of a speech with its place in the stored text. */
@Table(
    name = "sentences",
    description = "A sentence of a speech with its place in the stored text.")
public record Sentence(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech, from 0", key = true, min = 0) int sentenceNo,
    @Column(value = "Start in the stored text, inclusive", unit = "code points", min = 0)
        int startOffset,
    @Column(value = "End in the stored text, exclusive", unit = "code points", min = 0)
        int endOffset,
    @Column("The sentence as stored") String text,
    @Column(value = "Passage it belongs to, from 0", min = 0) int passageNo,
    @Column("BCP 47 tag, `und` if unknown") String language,
    @Column(value = "Words", unit = "words", min = 0) int nWords,
    @Column("Counting forms of the tokens that are not stop words, in order") List<String> stems,
    @Column("Lower-cased surface forms, parallel to the stems") List<String> surfaces) {}
