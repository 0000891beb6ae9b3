package org.summitthemes.theme;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How well predicted themes agree with coded ones.
 *
 * <p>The classes are all themes that were coded or predicted, {@code other} among them.
 *
 * @param n number of coded texts
 * @param accuracy share of texts whose predicted theme is the coded one; 0 without texts
 * @param macroF1 mean of the classes' F1, each class counting the same; 0 without texts
 * @param themes figures of each class, by id
 * @param confusion number of texts by coded theme, then predicted theme; pairs that do not occur
 *     are left out
 * @param calibration whether confidence is the share of labels that is right
 */
public record Evaluation(
    int n,
    double accuracy,
    double macroF1,
    SortedMap<String, ThemeFigures> themes,
    SortedMap<String, SortedMap<String, Integer>> confusion,
    Calibration calibration) {

  /**
   * Figures of one class.
   *
   * @param precision share of the texts predicted to be of the class that were coded so; 0 if none
   *     was predicted
   * @param recall share of the texts coded to be of the class that were predicted so; 0 if none was
   *     coded
   * @param f1 harmonic mean of both; 0 if both are
   * @param support number of texts coded to be of the class
   */
  public record ThemeFigures(double precision, double recall, double f1, int support) {
    private static ThemeFigures of(int right, int predicted, int coded) {
      return new ThemeFigures(
          ratio(right, predicted), ratio(right, coded), ratio(2 * right, predicted + coded), coded);
    }
  }

  /** Compares the coded themes with the labels, given in the same order. */
  public static Evaluation of(List<String> coded, List<Label> labels) {
    List<String> predicted = labels.stream().map(Label::themeId).toList();
    if (coded.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "As many predicted themes as coded ones are needed: "
              + predicted.size()
              + " and "
              + coded.size());
    }

    SortedMap<String, SortedMap<String, Integer>> confusion = confusion(coded, predicted);
    SortedMap<String, ThemeFigures> themes = themes(coded, predicted, confusion);
    int right = themes.keySet().stream().mapToInt(id -> count(confusion, id, id)).sum();
    double f1 = themes.values().stream().mapToDouble(ThemeFigures::f1).sum();
    return new Evaluation(
        coded.size(),
        ratio(right, coded.size()),
        themes.isEmpty() ? 0 : f1 / themes.size(),
        themes,
        confusion,
        Calibration.of(
            labels.stream().map(Label::confidence).toList(),
            IntStream.range(0, coded.size())
                .mapToObj(i -> coded.get(i).equals(predicted.get(i)))
                .toList()));
  }

  private static SortedMap<String, SortedMap<String, Integer>> confusion(
      List<String> coded, List<String> predicted) {
    SortedMap<String, SortedMap<String, Integer>> confusion = new TreeMap<>();
    for (int i = 0; i < coded.size(); i++) {
      confusion
          .computeIfAbsent(coded.get(i), id -> new TreeMap<>())
          .merge(predicted.get(i), 1, Integer::sum);
    }
    return confusion;
  }

  private static SortedMap<String, ThemeFigures> themes(
      List<String> coded,
      List<String> predicted,
      SortedMap<String, SortedMap<String, Integer>> confusion) {
    SortedSet<String> ids = new TreeSet<>(coded);
    ids.addAll(predicted);
    SortedMap<String, ThemeFigures> themes = new TreeMap<>();
    for (String id : ids) {
      int timesPredicted = ids.stream().mapToInt(row -> count(confusion, row, id)).sum();
      int timesCoded = ids.stream().mapToInt(column -> count(confusion, id, column)).sum();
      themes.put(id, ThemeFigures.of(count(confusion, id, id), timesPredicted, timesCoded));
    }
    return themes;
  }

  private static int count(
      Map<String, SortedMap<String, Integer>> confusion, String coded, String predicted) {
    SortedMap<String, Integer> row = confusion.get(coded);
    return row == null ? 0 : row.getOrDefault(predicted, 0);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
