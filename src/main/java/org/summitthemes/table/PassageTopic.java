package org.summitthemes.table;

/** The topic with the largest share of a passage. */
@Table(name = "passage_topics", description = "The topic with the largest share of a passage.")
public record PassageTopic(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech, from 0", key = true, min = 0) int passageNo,
    @Column("Topic; the first in the model's order among equals") String topicId,
    @Column(value = "Posterior mean share of the passage", unit = "share", min = 0, max = 1)
        double share) {}
