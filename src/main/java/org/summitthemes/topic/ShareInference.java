package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

/**
 * Finds the topic shares of a document by collapsed variational Bayes of order zero (CVB0); the
 * model stays as it is.
 *
 * <p>Each token has a distribution over the topics, in proportion to (n<sub>k</sub> +
 * α<sub>k</sub>) × φ<sub>kv</sub>, where n<sub>k</sub> adds up those of the other tokens; a few
 * passes over the tokens settle them. There are no random numbers: a small change of the model is a
 * small change of the shares, where sampled shares of a short document would differ by their own
 * noise. Intervals come from samples, see {@link TopicInference}.
 *
 * <p>Reference: Asuncion, Welling, Smyth, Teh, "On smoothing and inference for topic models", UAI
 * 2009.
 */
public final class ShareInference {
  /** Ten times as many leave the main topics as they are: an adjusted Rand index of 1.000. */
  private static final int PASSES = 20;

  private final TopicModel model;
  private final double[] alpha;
  private final float[] weights;

  public ShareInference(TopicModel model) {
    this.model = model;
    this.alpha = model.alpha();
    this.weights = model.table().awaitBuilt().weights;
  }

  /**
   * The mean of the document's topic shares, (n_k + α_k) / (N + Σ α): defined for every document,
   * and the prior mean for one without tokens. Sums to 1.
   *
   * <p>Takes 8 bytes for each token and topic while it is at work.
   *
   * @param tokens term ids, each below the model's number of terms
   */
  public double[] shares(String id, int[] tokens) {
    DocumentBlock.requireTerms(id, tokens, model.terms());
    int topics = alpha.length;
    require(
        (long) tokens.length * topics <= Integer.MAX_VALUE - 8,
        "document %s has too many tokens for %s topics: %s",
        id,
        topics,
        tokens.length);
    double[] mass = alpha.clone();
    double[] byToken = new double[tokens.length * topics];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 0; i < tokens.length; i++) {
        update(mass, byToken, i * topics, tokens[i] * topics);
      }
    }
    return TopicModel.normalized(mass);
  }

  /** Takes the token's distribution out of the mass, renews it and puts it back. */
  private void update(double[] mass, double[] byToken, int own, int row) {
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      // Rounding may leave a trifle less than the prior.
      double others = Math.max(mass[k] - byToken[own + k], alpha[k]);
      mass[k] = others;
      byToken[own + k] = others * weights[row + k];
      sum += byToken[own + k];
    }
    for (int k = 0; k < mass.length; k++) {
      byToken[own + k] /= sum;
      mass[k] += byToken[own + k];
    }
  }
}
