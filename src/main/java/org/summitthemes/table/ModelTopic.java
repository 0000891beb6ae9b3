package org.summitthemes.table;

/** A topic's id by its index in the model. */
@Table(name = "model_topics", description = "A topic's id by its index in the model.")
public record ModelTopic(
    @Column(value = "Index in the model", key = true, min = 0) int topic,
    @Column("Topic") String topicId) {}
