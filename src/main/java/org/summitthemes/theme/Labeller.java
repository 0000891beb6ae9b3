package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.theme.Chain.Messages;

/**
 * Gives each unit of a speech its theme: what its terms and its other words say ({@link Evidence})
 * and what the neighbouring units say ({@link Chain}) make a probability of each theme and of
 * {@code other}; the most probable is the label, and its probability the confidence. Of equally
 * probable ones the theme that stands first in the catalog wins, {@code other} last.
 */
public final class Labeller implements Serializable {
  private final Catalog catalog;
  private final @Nullable Background background;
  private final @Nullable Student student;
  private final LabelConfig config;

  /**
   * A labeller.
   *
   * @param background null to do without
   * @param student null to do without
   */
  public Labeller(
      Catalog catalog,
      @Nullable Background background,
      @Nullable Student student,
      LabelConfig config) {
    if (student != null && !student.themeIds().equals(catalog.themeIds())) {
      throw new IllegalArgumentException(
          "Student was taught themes "
              + student.themeIds()
              + "; the catalog has "
              + catalog.themeIds());
    }

    this.catalog = catalog;
    this.background = background;
    this.student = student;
    this.config = config;
  }

  /** The labels of a speech's units, which come in the speech's order. */
  public List<Label> labels(List<Unit> speech) {
    List<double[]> scores = new ArrayList<>(speech.size());
    List<double[]> evidence = new ArrayList<>(speech.size());
    for (Unit unit : speech) {
      Tokens tokens = Tokens.of(unit);
      scores.add(scores(tokens));
      evidence.add(evidence(tokens, scores.get(scores.size() - 1)).total());
    }
    List<Messages> messages = chain().messages(evidence);
    List<Label> labels = new ArrayList<>(speech.size());
    for (int unit = 0; unit < speech.size(); unit++) {
      double[] posterior = Chain.posterior(evidence.get(unit), messages.get(unit));
      labels.add(label(posterior, scores.get(unit)));
    }
    return labels;
  }

  /** Why the unit at a position of a speech gets its label. */
  public Explanation explain(List<Unit> speech, int unit) {
    List<Tokens> tokens = speech.stream().map(Tokens::of).toList();
    List<double[]> total =
        tokens.stream().map(each -> evidence(each, scores(each)).total()).toList();
    Messages messages = chain().messages(total).get(unit);
    double[] scores = scores(tokens.get(unit));
    Evidence parts = evidence(tokens.get(unit), scores);
    double[] posterior = Chain.posterior(total.get(unit), messages);
    int other = catalog.themeIds().size();
    return new Explanation(
        label(posterior, scores),
        catalog.matcher(speech.get(unit).language()).hits(speech.get(unit).text()),
        background == null ? List.of() : background.hits(tokens.get(unit)),
        byTheme(other, theme -> parts.dictionary()[theme] - parts.dictionary()[other]),
        byTheme(other, theme -> parts.student()[theme] - parts.student()[other]),
        byTheme(other, theme -> messages.logOdds(theme, other)),
        byTheme(other + 1, c -> posterior[c]));
  }

  private Label label(double[] posterior, double[] scores) {
    int best = 0;
    for (int c = 1; c < posterior.length; c++) {
      best = posterior[c] > posterior[best] ? c : best;
    }
    return new Label(classId(best), posterior[best], second(scores, best));
  }

  /** Of the other themes of which the unit holds a term, the one with the highest score. */
  private @Nullable String second(double[] scores, int except) {
    int second = except;
    for (int theme = 0; theme < scores.length; theme++) {
      double bar = second == except ? 0 : scores[second];
      second = theme != except && scores[theme] > bar ? theme : second;
    }
    return second == except ? null : classId(second);
  }

  private Evidence evidence(Tokens unit, double[] scores) {
    return Evidence.of(
        scores,
        background == null || config.backgroundWeight() == 0 ? 0 : background.score(unit),
        student == null ? null : student.logProbabilities(unit),
        config);
  }

  private double[] scores(Tokens unit) {
    return DictionaryScore.of(unit.best(catalog), catalog.themeIds().size());
  }

  private Chain chain() {
    return new Chain(config.contextWeight());
  }

  private String classId(int c) {
    return c == catalog.themeIds().size() ? Catalog.OTHER : catalog.themeIds().get(c);
  }

  private Map<String, Double> byTheme(int classes, IntToDoubleFunction value) {
    Map<String, Double> byTheme = new LinkedHashMap<>();
    for (int c = 0; c < classes; c++) {
      byTheme.put(classId(c), value.applyAsDouble(c));
    }
    return byTheme;
  }
}
