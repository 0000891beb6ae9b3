package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * How many tokens of each term are assigned to each topic.
 *
 * <p>Counts are integers, so that the order in which blocks are added doesn't matter. They travel
 * as variable-length integers: most of them are small.
 */
public final class TopicCounts implements Serializable {
  private final int topics;
  private final int terms;
  private transient int[] byTerm;

  TopicCounts(int topics, int terms) {
    require(
        (long) topics * terms <= Integer.MAX_VALUE - 8,
        "topics × terms must be below 2^31: %s × %s",
        topics,
        terms);
    this.topics = topics;
    this.terms = terms;
    this.byTerm = new int[topics * terms];
  }

  /** The counts of the block's tokens under their current assignment. */
  static TopicCounts of(DocumentBlock block, short[] assigned, int topics, int terms) {
    var counts = new TopicCounts(topics, terms);
    int[] tokens = block.tokens();
    int[] table = counts.byTerm;
    for (int i = 0; i < tokens.length; i++) {
      table[tokens[i] * topics + assigned[i]]++;
    }
    return counts;
  }

  public int topics() {
    return topics;
  }

  public int terms() {
    return terms;
  }

  public int count(int topic, int term) {
    return byTerm[term * topics + topic];
  }

  /** The tokens of each topic. */
  public long[] totals() {
    long[] totals = new long[topics];
    for (int i = 0; i < byTerm.length; ) {
      for (int k = 0; k < topics; k++) {
        totals[k] += byTerm[i++];
      }
    }
    return totals;
  }

  /** Counts by term, then topic; not a copy. */
  int[] byTerm() {
    return byTerm;
  }

  /** The sums of these and the other counts. */
  TopicCounts plus(TopicCounts other) {
    return new TopicCounts(topics, terms).add(this).add(other);
  }

  /** Adds the other counts to these. */
  TopicCounts add(TopicCounts other) {
    for (int i = 0; i < byTerm.length; i++) {
      byTerm[i] = Math.addExact(byTerm[i], other.byTerm[i]);
    }
    return this;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    var buffer = new VarInts.Writer(byTerm.length + byTerm.length / 4);
    for (int count : byTerm) {
      buffer.write(count);
    }
    buffer.writeTo(out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    var buffer = VarInts.Reader.readFrom(in);
    byTerm = new int[topics * terms];
    for (int i = 0; i < byTerm.length; i++) {
      byTerm[i] = buffer.read();
    }
  }
}
