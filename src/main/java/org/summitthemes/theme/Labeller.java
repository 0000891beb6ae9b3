package org.summitthemes.theme;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.LabelConfig;

/**
 * Gives each unit of a speech its theme: terms found ({@link Matcher}), scored ({@link
 * DictionaryScore}), helped by the neighbours ({@link Context}) and decided ({@link Decision}).
 */
public final class Labeller implements Serializable {
  private final Catalog catalog;
  private final double contextWeight;
  private final double threshold;

  public Labeller(Catalog catalog, LabelConfig config) {
    this.catalog = catalog;
    this.contextWeight = config.contextWeight();
    this.threshold = config.threshold();
  }

  /** The labels of a speech's units, which come in the speech's order. */
  public List<Label> labels(List<Unit> speech) {
    List<double[]> own = speech.stream().map(this::own).toList();
    List<Label> labels = new ArrayList<>(speech.size());
    for (int unit = 0; unit < speech.size(); unit++) {
      labels.add(label(own.get(unit), context().pull(own, unit)));
    }
    return labels;
  }

  /** Why the unit at a position of a speech gets its label. */
  public Explanation explain(List<Unit> speech, int unit) {
    List<double[]> own = speech.stream().map(this::own).toList();
    double[] pull = context().pull(own, unit);
    return new Explanation(
        label(own.get(unit), pull),
        hits(speech.get(unit)),
        byTheme(own.get(unit)),
        byTheme(pull),
        threshold);
  }

  private Label label(double[] own, double[] pull) {
    double[] scores = sum(own, pull);
    Decision decision = Decision.of(scores, threshold);
    return new Label(themeId(decision.theme()), decision.confidence(), second(own, decision));
  }

  private @Nullable String second(double[] own, Decision decision) {
    int second = Decision.best(own, decision.theme());
    return second == Decision.NONE ? null : catalog.themeIds().get(second);
  }

  private double[] own(Unit unit) {
    return DictionaryScore.of(
        catalog.matcher(unit.language()).best(unit.text()), catalog.themeIds().size());
  }

  private List<Hit> hits(Unit unit) {
    return catalog.matcher(unit.language()).hits(unit.text());
  }

  private Context context() {
    return new Context(contextWeight);
  }

  private String themeId(int theme) {
    return theme == Decision.NONE ? Catalog.OTHER : catalog.themeIds().get(theme);
  }

  private Map<String, Double> byTheme(double[] scores) {
    Map<String, Double> byTheme = new LinkedHashMap<>();
    for (int theme = 0; theme < scores.length; theme++) {
      byTheme.put(catalog.themeIds().get(theme), scores[theme]);
    }
    return byTheme;
  }

  private static double[] sum(double[] own, double[] pull) {
    double[] sum = new double[own.length];
    for (int theme = 0; theme < own.length; theme++) {
      sum[theme] = own[theme] + pull[theme];
    }
    return sum;
  }
}
