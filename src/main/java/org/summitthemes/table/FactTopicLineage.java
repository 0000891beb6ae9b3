package org.summitthemes.table;

import org.jspecify.annotations.Nullable;

/** What became of a topic when the model was refitted. */
@Table(
    name = "fact_topic_lineage",
    description = "What became of a topic when the model was refitted.")
public record FactTopicLineage(
    @Column(value = "Run", key = true, references = "dim_run.run_id") String runId,
    @Column(value = "Topic", key = true, references = "dim_topic.topic_id") String topicId,
    @Column(
            value = "What happened",
            key = true,
            values = {"born", "continued", "split", "merged", "retired"})
        String event,
    @Column(value = "Topic it came from; none for a birth or an end", key = true)
        String fromTopicId,
    @Column(value = "Similarity to the former topic", nullable = true, min = 0, max = 1)
        @Nullable Double similarity) {}
