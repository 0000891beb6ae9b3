package org.summitthemes.theme;

/**
 * A vector most of whose components are 0.
 *
 * @param ids positions of the components that are not, ascending
 * @param values the components at those positions
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record SparseVector(int[] ids, double[] values) {}
