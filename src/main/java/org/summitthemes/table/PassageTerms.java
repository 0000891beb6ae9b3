package org.summitthemes.table;

import java.util.List;

/** The terms of a passage as indices of a vocabulary: what the topic model is fitted on. */
@Table(name = "passage_terms", description = "The terms of a passage as indices of a vocabulary.")
public record PassageTerms(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Position in the speech, from 0", key = true, min = 0) int passageNo,
    @Column("Indices of the terms in the order of the text, without those the vocabulary lacks")
        List<Integer> termIds) {}
