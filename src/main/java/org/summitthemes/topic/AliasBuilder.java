package org.summitthemes.topic;

/** Builds alias tables by Vose's method; holds the scratch arrays of one thread. */
final class AliasBuilder {
  private final int cells;
  private final double[] scaled;
  private final int[] light;
  private final int[] heavy;

  AliasBuilder(int cells) {
    this.cells = cells;
    this.scaled = new double[cells];
    this.light = new int[cells];
    this.heavy = new int[cells];
  }

  /**
   * Writes the alias table of the distribution in proportion to prior × weight; the entries of the
   * table and the weights start at {@code row}.
   *
   * @return the sum of prior × weight
   */
  double build(double[] prior, float[] weights, int row, float[] stay, short[] alias) {
    double sum = 0;
    for (int k = 0; k < cells; k++) {
      scaled[k] = prior[k] * weights[row + k];
      sum += scaled[k];
    }

    double factor = cells / sum;
    int lights = 0;
    int heavies = 0;
    for (int k = 0; k < cells; k++) {
      scaled[k] *= factor;
      if (scaled[k] < 1) {
        light[lights++] = k;
      } else {
        heavy[heavies++] = k;
      }
    }

    while (lights > 0 && heavies > 0) {
      int poor = light[--lights];
      int rich = heavy[heavies - 1];
      stay[row + poor] = (float) scaled[poor];
      alias[row + poor] = (short) rich;
      scaled[rich] -= 1 - scaled[poor];
      if (scaled[rich] < 1) {
        heavies--;
        light[lights++] = rich;
      }
    }

    // What is left has probability 1, up to rounding.
    while (heavies > 0) {
      settle(heavy[--heavies], row, stay, alias);
    }
    while (lights > 0) {
      settle(light[--lights], row, stay, alias);
    }
    return sum;
  }

  private static void settle(int cell, int row, float[] stay, short[] alias) {
    stay[row + cell] = 1;
    alias[row + cell] = (short) cell;
  }
}
