package org.summitthemes.topic;

import static org.summitthemes.topic.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Recommends a number of topics among those that were tried.
 *
 * <p>No single measure will do: held-out perplexity prefers many topics that nobody can read
 * (Chang, Boyd-Graber, Gerrish, Wang, Blei, "Reading tea leaves", NIPS 2009), coherence few and
 * general ones, exclusivity many and narrow ones (Roberts, Stewart, Tingley, "stm", 2019), and
 * agreement between fits few and large ones (Greene, O'Callaghan, Cunningham, "How many topics?",
 * ECML 2014). So each of the four ranks the candidates, and the best mean rank wins; of equal ones
 * the smaller number. Ranks are used because the measures have no common unit.
 */
public final class TopicNumber {
  private static final List<Measure> MEASURES =
      List.of(
          new Measure("held_out_perplexity", c -> -c.perplexity()),
          new Measure("npmi", Candidate::npmi),
          new Measure("exclusivity", Candidate::exclusivity),
          new Measure("seed_agreement", Candidate::agreement));

  private final List<Candidate> candidates;

  /**
   * @param candidates what was tried, at least one
   */
  public TopicNumber(List<Candidate> candidates) {
    require(!candidates.isEmpty(), "there must be a candidate");
    this.candidates =
        candidates.stream().sorted(Comparator.comparingInt(Candidate::topics)).toList();
  }

  /**
   * A model of so many topics, as the diagnostics of the whole model measure it; what was not
   * measured is NaN and ranks last.
   */
  public record Candidate(
      int topics, double perplexity, double npmi, double exclusivity, double agreement) {

    /** The candidate that these diagnostics describe. */
    public static Candidate of(int topics, List<TopicDiagnostic> diagnostics) {
      return new Candidate(
          topics,
          value(diagnostics, "held_out_perplexity"),
          value(diagnostics, "npmi"),
          value(diagnostics, "exclusivity"),
          value(diagnostics, "seed_agreement"));
    }

    private static double value(List<TopicDiagnostic> diagnostics, String measure) {
      return diagnostics.stream()
          .filter(d -> d.topic() == TopicDiagnostic.ALL && d.measure().equals(measure))
          .mapToDouble(TopicDiagnostic::value)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  /** A measure of which more is better. */
  private record Measure(String name, ToDoubleFunction<Candidate> value) {}

  /** The candidate with the best mean rank. */
  public Candidate recommended() {
    return candidates.stream()
        .min(Comparator.comparingDouble(this::meanRank))
        .orElseThrow(IllegalStateException::new);
  }

  /** The mean of the candidate's four ranks, from 1, the best. */
  public double meanRank(Candidate candidate) {
    return MEASURES.stream().mapToInt(m -> rank(candidate, m)).sum() / (double) MEASURES.size();
  }

  /** A line for each candidate and one for the recommendation and its reasons. */
  public List<String> report() {
    List<String> lines = new ArrayList<>();
    lines.add("topics  held_out_perplexity    npmi  exclusivity  seed_agreement  mean rank");
    for (Candidate c : candidates) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%6d  %19.1f  %6.4f  %11.4f  %14.4f  %9.2f",
              c.topics(),
              c.perplexity(),
              c.npmi(),
              c.exclusivity(),
              c.agreement(),
              meanRank(c)));
    }
    Candidate best = recommended();
    lines.add(
        String.format(
            Locale.ROOT,
            "Recommended: %d topics, the best mean rank: %s.",
            best.topics(),
            String.join(", ", reasons(best))));
    return lines;
  }

  private List<String> reasons(Candidate best) {
    return MEASURES.stream()
        .map(
            m ->
                String.format(
                    Locale.ROOT,
                    "%s %s of %d",
                    m.name(),
                    ordinal(rank(best, m)),
                    candidates.size()))
        .toList();
  }

  /** One more than the number of better candidates. */
  private int rank(Candidate candidate, Measure measure) {
    double own = measure.value().applyAsDouble(candidate);
    double[] others = candidates.stream().mapToDouble(measure.value()).toArray();
    long better =
        Double.isNaN(own)
            ? Arrays.stream(others).filter(v -> !Double.isNaN(v)).count()
            : Arrays.stream(others).filter(v -> v > own).count();
    return (int) better + 1;
  }

  private static String ordinal(int rank) {
    return switch (rank) {
      case 1 -> "1st";
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> rank + "th";
    };
  }
}
