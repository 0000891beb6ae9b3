package org.summitthemes.topic;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * For each topic, how many documents have how many tokens of it; and how many documents have how
 * many tokens. All that the document prior and the likelihood need to know of the documents, as
 * integers, however many documents there are.
 */
public final class CountHistogram implements Serializable {
  private transient int[][] byTopic;
  private transient int[] lengths;

  CountHistogram(int topics) {
    byTopic = new int[topics][0];
    lengths = new int[0];
  }

  static CountHistogram of(DocumentBlock block, short[] assigned, int topics) {
    var histogram = new CountHistogram(topics);
    int[] counts = new int[topics];
    for (int d = 0; d < block.documents(); d++) {
      for (int i = block.start(d); i < block.end(d); i++) {
        counts[assigned[i]]++;
      }
      histogram.add(counts, block.length(d));
      Arrays.fill(counts, 0);
    }
    return histogram;
  }

  /** Adds a document. */
  void add(int[] counts, int length) {
    lengths = increment(lengths, length);
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] > 0) {
        byTopic[k] = increment(byTopic[k], counts[k]);
      }
    }
  }

  CountHistogram add(CountHistogram other) {
    lengths = add(lengths, other.lengths);
    for (int k = 0; k < byTopic.length; k++) {
      byTopic[k] = add(byTopic[k], other.byTopic[k]);
    }
    return this;
  }

  public int topics() {
    return byTopic.length;
  }

  /** At index n the number of documents with n tokens in the topic; index 0 isn't counted. */
  public int[] documentsByCount(int topic) {
    return byTopic[topic].clone();
  }

  /** At index n the number of documents with n tokens. */
  public int[] documentsByLength() {
    return lengths.clone();
  }

  private static int[] increment(int[] histogram, int index) {
    int[] large =
        index < histogram.length
            ? histogram
            : Arrays.copyOf(histogram, index + 1 + Math.min(index, 1 << 10));
    large[index]++;
    return large;
  }

  private static int[] add(int[] left, int[] right) {
    int[] sum = left.length >= right.length ? left : Arrays.copyOf(left, right.length);
    for (int i = 0; i < right.length; i++) {
      sum[i] = Math.addExact(sum[i], right[i]);
    }
    return sum;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    var buffer = new VarInts.Writer(1 << 12);
    buffer.write(byTopic.length);
    write(lengths, buffer);
    for (int[] histogram : byTopic) {
      write(histogram, buffer);
    }
    buffer.writeTo(out);
  }

  private void readObject(ObjectInputStream in) throws IOException {
    var buffer = VarInts.Reader.readFrom(in);
    byTopic = new int[buffer.read()][];
    lengths = read(buffer);
    for (int k = 0; k < byTopic.length; k++) {
      byTopic[k] = read(buffer);
    }
  }

  private static void write(int[] histogram, VarInts.Writer out) {
    out.write(histogram.length);
    for (int n : histogram) {
      out.write(n);
    }
  }

  private static int[] read(VarInts.Reader in) {
    int[] histogram = new int[in.read()];
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] = in.read();
    }
    return histogram;
  }
}
