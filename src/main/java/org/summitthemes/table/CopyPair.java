package org.summitthemes.table;

/**
 * Whether two texts that share sampled runs of words are copies: known once, it need not be found
 * out again.
 */
@Table(name = "copy_pairs", description = "Whether two similar texts are copies of each other.")
public record CopyPair(
    @Column(value = "Hash of the words of the one", key = true) String textA,
    @Column(value = "Hash of the words of the other, the greater one", key = true) String textB,
    @Column("Whether the two are copies") boolean copies) {}
