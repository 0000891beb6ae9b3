package org.summitthemes.topic;

import java.util.Arrays;

/**
 * Assigns to each row of a cost matrix a column of its own, so that the sum of the costs is
 * smallest.
 *
 * <p>Rows are added one by one along shortest augmenting paths; O(n³). Rows and columns are counted
 * from 1 inside, with 0 as the root of the paths.
 *
 * <p>References: Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics
 * 1955; Jonker, Volgenant, "A shortest augmenting path algorithm", Computing 1987.
 */
final class HungarianMethod {
  private final double[][] costs;
  private final int columns;
  private final double[] rowPrices;
  private final double[] columnPrices;
  private final int[] rowOf;
  private final int[] before;
  private final double[] slack;
  private final boolean[] used;

  private HungarianMethod(double[][] costs) {
    this.costs = costs;
    this.columns = costs[0].length;
    this.rowPrices = new double[costs.length + 1];
    this.columnPrices = new double[columns + 1];
    this.rowOf = new int[columns + 1];
    this.before = new int[columns + 1];
    this.slack = new double[columns + 1];
    this.used = new boolean[columns + 1];
  }

  /** For each row its column. There must not be more rows than columns. */
  static int[] assign(double[][] costs) {
    if (costs.length == 0) {
      return new int[0];
    }

    var method = new HungarianMethod(costs);
    for (int row = 1; row <= costs.length; row++) {
      method.augment(method.search(row));
    }
    return method.assigned();
  }

  /** The free column at the end of the shortest path from the row. */
  private int search(int row) {
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    Arrays.fill(used, false);
    rowOf[0] = row;
    int column = 0;
    do {
      used[column] = true;
      column = nearest(column);
      shiftPrices(slack[column]);
    } while (rowOf[column] != 0);
    return column;
  }

  private int nearest(int from) {
    int row = rowOf[from];
    int nearest = 0;
    for (int column = 1; column <= columns; column++) {
      if (!used[column]) {
        double reduced = costs[row - 1][column - 1] - rowPrices[row] - columnPrices[column];
        if (reduced < slack[column]) {
          slack[column] = reduced;
          before[column] = from;
        }

        if (nearest == 0 || slack[column] < slack[nearest]) {
          nearest = column;
        }
      }
    }
    return nearest;
  }

  private void shiftPrices(double delta) {
    for (int column = 0; column <= columns; column++) {
      if (used[column]) {
        rowPrices[rowOf[column]] += delta;
        columnPrices[column] -= delta;
      } else {
        slack[column] -= delta;
      }
    }
  }

  private void augment(int free) {
    for (int column = free; column != 0; column = before[column]) {
      rowOf[column] = rowOf[before[column]];
    }
  }

  private int[] assigned() {
    int[] assigned = new int[costs.length];
    for (int column = 1; column <= columns; column++) {
      if (rowOf[column] != 0) {
        assigned[rowOf[column] - 1] = column - 1;
      }
    }
    return assigned;
  }
}
