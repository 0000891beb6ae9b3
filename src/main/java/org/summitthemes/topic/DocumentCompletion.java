package org.summitthemes.topic;

/**
 * Predicts one half of an unseen document from the other: every second token is given, the topic
 * shares are inferred from them, and the remaining tokens are scored.
 *
 * <p>The held-out perplexity of a set of documents is exp(-Σ log p / Σ n) over the scored tokens:
 * the size of a vocabulary of equally likely terms that would be as hard to guess; lower is better,
 * and V is what a model has that knows nothing.
 *
 * <p>Reference: Wallach, Murray, Salakhutdinov, Mimno, "Evaluation methods for topic models", ICML
 * 2009, section on document completion.
 */
public final class DocumentCompletion {
  private final TopicModel model;
  private final ShareInference inference;

  public DocumentCompletion(TopicModel model) {
    this.model = model;
    this.inference = new ShareInference(model);
  }

  /**
   * The log probability (natural) of the tokens at odd positions, given those at even ones; 0 for a
   * document of fewer than two tokens.
   */
  public double logProbability(String id, int[] tokens) {
    int[] given = new int[(tokens.length + 1) / 2];
    for (int i = 0; i < given.length; i++) {
      given[i] = tokens[2 * i];
    }
    double[] shares = inference.shares(id, given);
    double sum = 0;
    for (int i = 1; i < tokens.length; i += 2) {
      sum += StrictMath.log(probability(shares, tokens[i]));
    }
    return sum;
  }

  /** Number of tokens of a document of this length that are scored. */
  public static int scoredTokens(int length) {
    return length / 2;
  }

  /** The perplexity of tokens with this log probability; NaN if there are none. */
  public static double perplexity(double logProbability, long tokens) {
    return StrictMath.exp(-logProbability / tokens);
  }

  private double probability(double[] shares, int term) {
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k] * model.weight(k, term);
    }
    return sum;
  }
}
