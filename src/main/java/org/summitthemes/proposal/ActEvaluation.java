package org.summitthemes.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.summitthemes.theme.Evaluation;
import org.summitthemes.theme.Label;

/**
 * How well found acts, initiatives and voices agree with coded ones.
 *
 * @param acts figures of each act, {@code none} among them
 * @param proposals figures of proposals and calls together
 * @param voice figures of each voice; null if no voices were coded
 */
public record ActEvaluation(Classes acts, Proposals proposals, @Nullable Classes voice) {
  /** What a sentence without an act is coded as. */
  public static final String NONE = "none";

  private static final Set<String> PROPOSALS = Set.of("proposed", "called_for");

  /** Figures of classes, as {@link Evaluation} defines them. */
  public record Classes(
      int n,
      double accuracy,
      double macroF1,
      SortedMap<String, Evaluation.ThemeFigures> classes,
      SortedMap<String, SortedMap<String, Integer>> confusion) {
    private static Classes of(List<String> coded, List<String> found) {
      Evaluation figures =
          Evaluation.of(coded, found.stream().map(id -> new Label(id, 1, null)).toList());
      return new Classes(
          figures.n(),
          figures.accuracy(),
          figures.macroF1(),
          figures.themes(),
          figures.confusion());
    }
  }

  /**
   * Figures of proposals and calls ({@code proposed} and {@code called_for}) as one class.
   *
   * @param precision share of those found that were coded as either; 0 if none was found
   * @param recall share of those coded that were found as either; 0 if none was coded
   * @param support number coded
   * @param actAccuracy share of those found and coded as either whose act is the coded one
   * @param spanOverlap share of the same whose span has a word in common with the coded initiative
   */
  public record Proposals(
      double precision, double recall, int support, double actAccuracy, double spanOverlap) {}

  /** A sentence as it was coded or found; initiative empty if there is none. */
  public record Coded(String act, String initiative, @Nullable String voice) {}

  /** Compares coded sentences with found ones, given in the same order. */
  public static ActEvaluation of(List<String> sentences, List<Coded> coded, List<Coded> found) {
    List<String> codedVoices = new ArrayList<>();
    List<String> foundVoices = new ArrayList<>();
    for (int i = 0; i < coded.size(); i++) {
      String voice = coded.get(i).voice();
      if (voice != null) {
        codedVoices.add(voice);
        foundVoices.add(String.valueOf(found.get(i).voice()));
      }
    }
    return new ActEvaluation(
        Classes.of(
            coded.stream().map(Coded::act).toList(), found.stream().map(Coded::act).toList()),
        proposals(sentences, coded, found),
        codedVoices.isEmpty() ? null : Classes.of(codedVoices, foundVoices));
  }

  private static Proposals proposals(List<String> sentences, List<Coded> coded, List<Coded> found) {
    int support = 0;
    int predicted = 0;
    int both = 0;
    int sameAct = 0;
    int overlap = 0;
    for (int i = 0; i < coded.size(); i++) {
      boolean isCoded = PROPOSALS.contains(coded.get(i).act());
      boolean isFound = PROPOSALS.contains(found.get(i).act());
      support += isCoded ? 1 : 0;
      predicted += isFound ? 1 : 0;
      if (isCoded && isFound) {
        both++;
        sameAct += coded.get(i).act().equals(found.get(i).act()) ? 1 : 0;
        overlap +=
            overlaps(sentences.get(i), coded.get(i).initiative(), found.get(i).initiative())
                ? 1
                : 0;
      }
    }
    return new Proposals(
        ratio(both, predicted),
        ratio(both, support),
        support,
        ratio(sameAct, both),
        ratio(overlap, both));
  }

  /** Whether the two spans share a character of the sentence; false if one is not found in it. */
  static boolean overlaps(String sentence, String one, String other) {
    String flat = flat(sentence);
    int first = flat.indexOf(flat(one));
    int second = flat.indexOf(flat(other));
    return !one.isBlank()
        && !other.isBlank()
        && first >= 0
        && second >= 0
        && first < second + flat(other).length()
        && second < first + flat(one).length();
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The figures by name, for a report. */
  public Map<String, Object> byName() {
    Map<String, Object> figures = new java.util.LinkedHashMap<>();
    figures.put("acts", acts);
    figures.put("proposals", proposals);
    if (voice != null) {
      figures.put("voice", voice);
    }
    return figures;
  }
}
