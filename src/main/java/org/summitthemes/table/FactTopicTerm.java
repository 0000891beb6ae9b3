package org.summitthemes.table;

/** A typical term of a topic. */
@Table(name = "fact_topic_term", description = "A typical term of a topic.")
public record FactTopicTerm(
    @Column(value = "Topic", key = true, references = "dim_topic.topic_id") String topicId,
    @Column(value = "Term in its commonest surface form", key = true) String term,
    @Column(value = "Rank by weight, from 1", min = 1) int rank,
    @Column(value = "Probability of the term in the topic", unit = "probability", min = 0, max = 1)
        double weight,
    @Column(
            value = "FREX score: harmonic mean of the ranks of frequency and exclusivity",
            min = 0,
            max = 1)
        double frex,
    @Column(
            value = "Probability of the term in the topic over its probability in all topics",
            min = 0)
        double lift,
    @Column("Whether the catalog seeds the topic with the term") boolean isSeed) {}
