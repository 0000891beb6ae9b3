package org.summitthemes.table;

/** The share of a topic in a passage. */
@Table(name = "passage_topics", description = "The share of a topic in a passage.")
public record PassageTopic(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Passage", key = true, min = 0) int passageNo,
    @Column(value = "Topic", key = true) String topicId,
    @Column(value = "Tokens assigned", min = 0) int nTokens,
    @Column(value = "Share of the passage", unit = "share", min = 0, max = 1) double share) {}
