package org.summitthemes.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Collects the measures of a fitted model.
 *
 * <ul>
 *   <li>{@code npmi}: {@link Cooccurrences#npmi}, of the topic's top terms
 *   <li>{@code exclusivity}: {@link TermScores#exclusivity(int, int[])}, of the same terms
 *   <li>{@code effective_terms}: {@link TermScores#effectiveTerms}
 *   <li>{@code document_entropy}: {@link DocumentEntropy}
 *   <li>{@code token_share}: the topic's part of all tokens
 *   <li>{@code document_prior}: the topic's parameter of the document prior; for the model the sum
 *   <li>{@code log_likelihood}: the last of the trace, for the model only; {@code
 *       log_likelihood_0010} and so on: after that sweep
 * </ul>
 *
 * <p>For the model as a whole a measure is the plain mean over the topics, unless said otherwise.
 */
public final class TopicDiagnostics {
  private final FitResult fit;
  private final int[][] topTerms;
  private final Cooccurrences cooccurrences;

  /**
   * @param fit the fit
   * @param topTerms the top terms of each topic
   * @param cooccurrences their counts over the documents
   */
  public TopicDiagnostics(FitResult fit, int[][] topTerms, Cooccurrences cooccurrences) {
    this.fit = fit;
    this.topTerms = topTerms;
    this.cooccurrences = cooccurrences;
  }

  /** The topics' n terms of largest weight. */
  public static int[][] topTerms(TopicModel model, int n) {
    return IntStream.range(0, model.topics())
        .mapToObj(k -> model.topTerms(k, n))
        .toArray(int[][]::new);
  }

  /** The measures, by name, the topics in order and the model last. */
  public List<TopicDiagnostic> list() {
    TopicModel model = fit.model();
    var scores = new TermScores(model.weights());
    double[] alpha = model.alpha();
    double tokens = IntStream.range(0, model.topics()).mapToDouble(model::tokens).sum();
    List<TopicDiagnostic> list = new ArrayList<>();
    addMean(list, "npmi", cooccurrences::npmi);
    addMean(list, "exclusivity", k -> scores.exclusivity(k, topTerms[k]));
    addMean(list, "effective_terms", scores::effectiveTerms);
    addMean(list, "document_entropy", k -> DocumentEntropy.of(fit.documents(), k));
    addMean(list, "token_share", k -> model.tokens(k) / tokens);
    addTopics(list, "document_prior", k -> alpha[k]);
    list.add(
        all("document_prior", IntStream.range(0, alpha.length).mapToDouble(k -> alpha[k]).sum()));
    list.add(all("log_likelihood", fit.trace().get(fit.trace().size() - 1).logLikelihood()));
    for (TracePoint point : fit.trace()) {
      list.add(
          all(
              String.format(Locale.ROOT, "log_likelihood_%04d", point.sweep()),
              point.logLikelihood()));
    }
    return list;
  }

  private void addMean(List<TopicDiagnostic> list, String measure, IntToDoubleFunction value) {
    addTopics(list, measure, value);
    double sum = IntStream.range(0, topTerms.length).mapToDouble(value).sum();
    list.add(all(measure, sum / topTerms.length));
  }

  private void addTopics(List<TopicDiagnostic> list, String measure, IntToDoubleFunction value) {
    for (int k = 0; k < topTerms.length; k++) {
      list.add(new TopicDiagnostic(k, measure, value.applyAsDouble(k)));
    }
  }

  private static TopicDiagnostic all(String measure, double value) {
    return new TopicDiagnostic(TopicDiagnostic.ALL, measure, value);
  }
}
