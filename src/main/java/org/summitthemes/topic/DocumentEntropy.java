package org.summitthemes.topic;

/**
 * How widely a topic is spread over the documents: the entropy of the distribution of its tokens
 * over documents, in nats.
 *
 * <p>0 if all its tokens are in one document, ln D if D documents have equally many. 0 for a topic
 * without tokens. A low value marks a topic that is about a few documents only.
 */
public final class DocumentEntropy {
  private DocumentEntropy() {}

  /** The entropy of the topic with these counts, at least 0. */
  public static double of(CountHistogram histogram, int topic) {
    int[] documents = histogram.documentsByCount(topic);
    double tokens = 0;
    double sum = 0;
    for (int n = 1; n < documents.length; n++) {
      double inDocuments = (double) n * documents[n];
      tokens += inDocuments;
      sum += inDocuments * StrictMath.log(n);
    }
    return tokens == 0 ? 0 : Math.max(0, StrictMath.log(tokens) - sum / tokens);
  }
}
