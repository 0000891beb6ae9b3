package org.summitthemes.theme;

/**
 * A vector most of whose components are 0.
 *
 * @param ids positions of the components that are not, ascending
 * @param values the components at those positions
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record SparseVector(int[] ids, double[] values) {

  /** The inner product. */
  double dot(SparseVector other) {
    double sum = 0;
    for (int i = 0, j = 0; i < ids.length && j < other.ids.length; ) {
      if (ids[i] == other.ids[j]) {
        sum += values[i] * other.values[j];
      }
      int at = ids[i];
      i += at <= other.ids[j] ? 1 : 0;
      j += at >= other.ids[j] ? 1 : 0;
    }
    return sum;
  }
}
