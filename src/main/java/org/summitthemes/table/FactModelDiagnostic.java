package org.summitthemes.table;

/** A measure of the topic model's quality. */
@Table(name = "fact_model_diagnostic", description = "A measure of the topic model's quality.")
public record FactModelDiagnostic(
    @Column(value = "Model", key = true) String modelId,
    @Column(value = "Topic, or all", key = true) String topicId,
    @Column(value = "Measure", key = true) String measure,
    @Column("Value") double value) {}
