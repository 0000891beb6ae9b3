package org.summitthemes.table;

/** A paragraph or a piece of a long one: the unit on which the topic model is fitted. */
@Table(
    name = "passages",
    description =
        "A paragraph or a piece of a long one: the unit on which the topic model is fitted.")
public record Passage(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech, from 0", key = true, min = 0) int passageNo,
    @Column(value = "First sentence", min = 0) int firstSentence,
    @Column(value = "Last sentence, inclusive", min = 0) int lastSentence,
    @Column("BCP 47 tag, `und` if unknown") String language,
    @Column(value = "Words", unit = "words", min = 0) int nWords) {}
