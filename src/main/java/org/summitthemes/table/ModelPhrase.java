package org.summitthemes.table;

/** A phrase that the model treats as one term. */
@Table(name = "model_phrases", description = "A phrase that the model treats as one term.")
public record ModelPhrase(
    @Column(value = "Counting forms joined by spaces", key = true) String phrase) {}
