package org.summitthemes.topic;

/**
 * Draws the topics of a document's tokens, one after the other, against a frozen table of term
 * weights and the document's own, live counts.
 *
 * <p>A token of term v goes to topic k in proportion to (n<sub>dk</sub> + α<sub>k</sub>) ×
 * φ<sub>kv</sub>, where n<sub>dk</sub> counts the other tokens of the document and φ is the frozen
 * weight, from which the token's own previous assignment is subtracted if it is in there. The draw
 * is exact and takes time in proportion to the topics of the document: its mass falls into three
 * parts,
 *
 * <ul>
 *   <li>staying in the current topic;
 *   <li>the other topics that the document has, each n<sub>dk</sub> φ<sub>kv</sub>;
 *   <li>the rest, α<sub>k</sub> φ<sub>kv</sub>, drawn from the term's alias table; the current
 *       topic is rejected there, since its mass is in the first part.
 * </ul>
 *
 * <p>Holds the scratch arrays of one thread. Reference for the split into parts: Yao, Mimno,
 * McCallum, "Efficient methods for topic model inference on streaming document collections", KDD
 * 2009.
 */
final class GibbsSampler {
  /** The assignment of a token that has none yet. */
  static final short NONE = -1;

  private static final int REJECTIONS = 64;

  private final TopicTable table;
  private final double[] alpha;
  private final float[] weights;
  private final double[] counts;
  private final int[] present;
  private final double[] cumulative;
  private int presentSize;

  GibbsSampler(TopicTable table) {
    this.table = table;
    this.alpha = table.alpha;
    this.weights = table.weights;
    this.counts = new double[table.topics];
    this.present = new int[table.topics];
    this.cumulative = new double[table.topics];
  }

  /** Samples the tokens at positions [from, to) once; their topics are replaced in place. */
  void sample(int[] tokens, short[] assigned, int from, int to, RandomStream random) {
    enter(assigned, from, to);
    for (int i = from; i < to; i++) {
      assigned[i] = (short) draw(tokens[i], assigned[i], random);
    }
    leave();
  }

  private int draw(int term, int current, RandomStream random) {
    int row = term * table.topics;
    double rest = table.smoothing[term];
    double remaining = 0;
    double staying = 0;
    if (current != NONE) {
      remaining = counts[current] - 1;
      counts[current] = 0;
      double weight = weights[row + current];
      double others = weight * table.ownFactor[current] - table.ownShare[current];
      staying = (remaining + alpha[current]) * Math.max(others, Float.MIN_NORMAL);
      rest = Math.max(rest - alpha[current] * weight, 0);
    }

    double own = 0;
    for (int j = 0; j < presentSize; j++) {
      int k = present[j];
      own += counts[k] * weights[row + k];
      cumulative[j] = own;
    }

    double u = random.nextDouble() * (staying + own + rest);
    int chosen;
    if (u < staying) {
      chosen = current;
    } else if (u - staying < own) {
      chosen = presentAt(u - staying);
    } else {
      chosen = drawRest(term, current, random);
    }

    if (current != NONE) {
      counts[current] = remaining;
    }
    if (chosen != current) {
      move(current, chosen, remaining);
    }
    counts[chosen]++;
    return chosen;
  }

  private int presentAt(double u) {
    int j = 0;
    while (cumulative[j] <= u) {
      j++;
    }
    return present[j];
  }

  private void move(int current, int chosen, double remaining) {
    if (current != NONE && remaining == 0) {
      int j = 0;
      while (present[j] != current) {
        j++;
      }
      present[j] = present[--presentSize];
    }
    if (counts[chosen] == 0) {
      present[presentSize++] = chosen;
    }
  }

  private int drawRest(int term, int current, RandomStream random) {
    for (int i = 0; i < REJECTIONS; i++) {
      int k = table.drawSmoothing(term, random);
      if (k != current) {
        return k;
      }
    }
    return drawOther(term * table.topics, current, random);
  }

  /** As many rejections as there can sensibly be: walk through the other topics instead. */
  private int drawOther(int row, int current, RandomStream random) {
    double sum = 0;
    for (int k = 0; k < table.topics; k++) {
      sum += k == current ? 0 : alpha[k] * weights[row + k];
    }
    double u = random.nextDouble() * sum;
    int last = current;
    for (int k = 0; k < table.topics; k++) {
      if (k != current) {
        last = k;
        u -= alpha[k] * weights[row + k];
        if (u < 0) {
          return k;
        }
      }
    }
    return last;
  }

  private void enter(short[] assigned, int from, int to) {
    presentSize = 0;
    for (int i = from; i < to; i++) {
      if (assigned[i] != NONE && counts[assigned[i]]++ == 0) {
        present[presentSize++] = assigned[i];
      }
    }
  }

  private void leave() {
    for (int j = 0; j < presentSize; j++) {
      counts[present[j]] = 0;
    }
  }
}
