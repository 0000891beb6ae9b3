package org.summitthemes.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.summitthemes.UserException;
import org.summitthemes.job.NearestSentences;
import org.summitthemes.proposal.ProposalFinder;
import org.summitthemes.proposal.ProposalFinder.Found;
import org.summitthemes.proposal.Voice;
import org.summitthemes.store.Warehouse;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.theme.Explanation;
import org.summitthemes.theme.Hit;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code explain}: why a sentence got its theme, and what it does with which initiative. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says why a sentence got its theme.")
final class ExplainCommand implements Callable<Integer> {
  private static final int NEAREST = 3;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
  private String out = "";

  @Option(names = "--speech", required = true, paramLabel = "ID", description = "Speech.")
  private String speech = "";

  @Option(
      names = "--sentence",
      paramLabel = "N",
      description = "Sentence, from 0; without it, all of them.")
  private @Nullable Integer sentence;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in YAML; without it, the shipped one.")
  private @Nullable String config;

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start("explain");
    try {
      Configured configured =
          Configured.read(config, Map.of(), spark.sparkContext().hadoopConfiguration());
      List<Sentence> sentences = sentences(spark);
      Warehouse warehouse = Warehouse.at(spark, out);
      String modelId = String.valueOf(warehouse.ledger().newest().modelId());
      Labeller labeller = Labellers.of(configured, spark, warehouse.model(modelId));
      List<Unit> units =
          sentences.stream().map(row -> new Unit(row.text(), row.language())).toList();
      List<Found> found =
          new ProposalFinder(configured.proposals())
              .find(
                  sentences.stream().map(Sentence::text).toList(),
                  sentences.stream().map(Sentence::language).toList());
      IntStream.range(0, units.size())
          .filter(unit -> sentence == null || sentence == unit)
          .forEach(
              unit ->
                  System.out.println(
                      told(sentences.get(unit), labeller.explain(units, unit))
                          + told(found.get(unit))));
      if (sentence != null) {
        Student student = Labellers.student(configured, spark, warehouse.model(modelId));
        String theme = labeller.explain(units, sentence).label().themeId();
        System.out.println(nearest(warehouse, student, theme, sentences.get(sentence)));
      }
      return 0;
    } finally {
      spark.stop();
    }
  }

  private static String nearest(
      Warehouse warehouse, @Nullable Student student, String theme, Sentence sentence) {
    return student == null
        ? ""
        : NearestSentences.of(
                warehouse.inForce(Sentence.class, "prepare"),
                warehouse.inForce(SentenceLabel.class, "label"),
                student,
                theme,
                sentence,
                NEAREST)
            .stream()
            .map(
                near ->
                    String.format(
                        Locale.ROOT,
                        "   near %.2f  %s, sentence %d: %s",
                        near.similarity(),
                        near.speechId(),
                        near.sentenceNo(),
                        near.text().strip()))
            .collect(Collectors.joining("\n"));
  }

  private List<Sentence> sentences(SparkSession spark) {
    List<Sentence> sentences =
        Records.list(
                Warehouse.at(spark, out)
                    .inForce(Sentence.class, "prepare")
                    .where(functions.col("speech_id").equalTo(speech)),
                Sentence.class)
            .stream()
            .sorted(Comparator.comparingInt(Sentence::sentenceNo))
            .toList();
    if (sentences.isEmpty()) {
      throw new UserException("No speech %s in %s; speech ids are in dim_speech", speech, out);
    }

    if (sentence != null && (sentence < 0 || sentence >= sentences.size())) {
      throw new UserException(
          "Speech %s has sentences 0 to %s, not %s", speech, sentences.size() - 1, sentence);
    }

    return sentences;
  }

  private static String told(Sentence sentence, Explanation why) {
    StringBuilder text = new StringBuilder();
    text.append(sentence.sentenceNo()).append("  ").append(sentence.text().strip()).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "   theme      %s (confidence %.2f)%n",
            why.label().themeId(),
            why.label().confidence()));
    text.append("   found      ").append(told(why.hits())).append('\n');
    text.append("   elsewhere  ").append(told(why.elsewhere())).append('\n');
    text.append("   for a theme (+) or for other (-), in log odds:\n");
    text.append("   terms      ").append(scores(why.dictionary())).append('\n');
    text.append("   words      ").append(scores(why.student())).append('\n');
    text.append("   neighbours ").append(scores(why.neighbours())).append('\n');
    text.append("   probable   ").append(scores(why.probabilities())).append('\n');
    return text.toString();
  }

  private static String told(List<Hit> hits) {
    return hits.isEmpty()
        ? "none"
        : hits.stream()
            .map(hit -> hit.themeId() + ": " + hit.term() + " (" + hit.weight() + ")")
            .collect(Collectors.joining("; "));
  }

  private static String told(Found found) {
    StringBuilder text = new StringBuilder();
    text.append("   voice      ").append(found.voice().column());
    text.append(found.voice() == Voice.REPORTED ? ", reported\n" : "\n");
    found
        .act()
        .ifPresent(
            act ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "   act        %s: %s%n   because    %s%n",
                        act.act(),
                        act.title().replaceAll("\\s+", " "),
                        act.pattern())));
    return text.toString();
  }

  private static String scores(Map<String, Double> scores) {
    String shown =
        scores.entrySet().stream()
            .filter(entry -> entry.getValue() != 0)
            .map(entry -> String.format(Locale.ROOT, "%s %+.2f", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "nothing" : shown;
  }
}
