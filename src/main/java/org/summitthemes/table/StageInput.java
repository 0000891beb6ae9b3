package org.summitthemes.table;

/** What a stage has worked on: an input and which version of it. */
@Table(name = "stage_inputs", description = "What a stage has worked on, and which version of it.")
public record StageInput(
    @Column(value = "Speech or file", key = true) String key,
    @Column("Hash of all that the stage reads of it") String version) {}
