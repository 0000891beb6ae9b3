package org.summitthemes.table;

/** A term of the model's vocabulary. */
@Table(name = "model_terms", description = "A term of the model's vocabulary.")
public record ModelTerm(
    @Column(value = "Index in the model", key = true, min = 0) int termId,
    @Column("Counting form") String name,
    @Column("Commonest surface form") String surface,
    @Column(value = "Occurrences when the model was fitted", min = 0) long nTokens,
    @Column(value = "Passages that held it when the model was fitted", min = 0) long nPassages) {}
