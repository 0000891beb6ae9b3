package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactTopicLineage;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.topic.Succession;
import org.summitthemes.topic.TopicModel;
import org.summitthemes.topic.WarmStart;

/**
 * Lets topics keep their ids when a model is refitted, and tells what became of them.
 *
 * <p>A seeded topic is that of its theme. Discovered topics are matched by {@link Succession}; one
 * that goes on keeps its id and the run it was born in, a new one gets a number that was never
 * used, and one that ends stays listed as retired.
 */
public final class TopicHistory {
  private static final String PREFIX = "discovered-";

  /** Where a topic that was born or retired came from. */
  private static final String NONE = "none";

  private final String runId;
  private final List<DimTopic> known;

  /**
   * @param known topics of all models so far, the retired ones too
   * @param runId run of the refit
   */
  public TopicHistory(List<DimTopic> known, String runId) {
    this.known = List.copyOf(known);
    this.runId = runId;
  }

  /** The first model's topics are all born. */
  public static List<FactTopicLineage> births(List<DimTopic> topics, String runId) {
    return topics.stream()
        .map(topic -> new FactTopicLineage(runId, topic.topicId(), "born", NONE, null))
        .toList();
  }

  /**
   * Where a refit starts from a former model: seeded topics by theme, discovered ones in their
   * order.
   *
   * @param weight what a token of the former model counts in the sweeps
   */
  static WarmStart start(
      FittedModel former, List<String> themeIds, int topics, Vocabulary terms, double weight) {
    TopicModel model = java.util.Objects.requireNonNull(former.topics()).topicModel();
    List<Integer> discovered =
        IntStream.range(0, former.topicIds().size())
            .filter(topic -> former.topicIds().get(topic).startsWith(PREFIX))
            .boxed()
            .toList();
    int[] from =
        IntStream.range(0, topics)
            .map(
                topic ->
                    topic < themeIds.size()
                        ? former.topicIds().indexOf(themeIds.get(topic))
                        : at(discovered, topic - themeIds.size()))
            .toArray();
    int[] known =
        IntStream.range(0, terms.size())
            .map(term -> former.vocabulary().index(terms.term(term).name()))
            .toArray();
    return WarmStart.of(model, from, known, weight);
  }

  private static int at(List<Integer> list, int position) {
    return position < list.size() ? list.get(position) : -1;
  }

  /**
   * How many passages have which main topic before and after.
   *
   * @param before rows of {@code PassageTopic}
   * @param after rows of {@code PassageTopic}
   */
  public static Map<List<String>, Long> passages(Dataset<Row> before, Dataset<Row> after) {
    Map<List<String>, Long> passages = new HashMap<>();
    before
        .select(col("speech_id"), col("passage_no"), col("topic_id").as("before"))
        .join(
            after.select(col("speech_id"), col("passage_no"), col("topic_id").as("after")),
            Columns.of("speech_id", "passage_no"))
        .groupBy("before", "after")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> passages.put(List.of(row.getString(0), row.getString(1)), row.getLong(2)));
    return passages;
  }

  /**
   * The refitted model and its rows with the ids of the topics that go on.
   *
   * @param passages passages by former topic and by new topic as the fit calls it
   */
  public Refit follow(FittedModel former, FitJob.Outputs fitted, Map<List<String>, Long> passages) {
    List<String> ids = fitted.model().topicIds();
    List<Integer> before = discovered(former.topicIds());
    List<Integer> after = discovered(ids);
    Terms terms = new Terms(former, fitted.model());
    Succession succession =
        new Succession(
            terms.former(before),
            terms.fresh(after),
            table(passages, names(former.topicIds(), before), names(ids, after)));
    List<String> ends = names(former.topicIds(), before);
    List<String> renamed = new ArrayList<>(ids);
    List<FactTopicLineage> lineage = new ArrayList<>();
    for (String id : ids) {
      if (!id.startsWith(PREFIX)) {
        lineage.add(seeded(id, former, fitted.model(), terms));
      }
    }
    int unused = unused();
    for (int i = 0; i < after.size(); i++) {
      int from = succession.continued(i);
      String id =
          from == Succession.NONE
              ? String.format(Locale.ROOT, PREFIX + "%02d", unused++)
              : ends.get(from);
      renamed.set(after.get(i), id);
      lineage.add(origin(id, i, succession, ends));
    }
    for (int i = 0; i < before.size(); i++) {
      if (succession.isRetired(i)) {
        lineage.addAll(end(ends.get(i), i, succession, names(renamed, after)));
      }
    }
    for (String id : former.topicIds()) {
      if (!id.startsWith(PREFIX) && !ids.contains(id)) {
        lineage.add(row(id, "retired", NONE, null));
      }
    }
    return renamed(fitted, ids, renamed, lineage);
  }

  private FactTopicLineage seeded(String id, FittedModel former, FittedModel fresh, Terms terms) {
    int before = former.topicIds().indexOf(id);
    if (before < 0) {
      return row(id, "born", NONE, null);
    }

    int after = fresh.topicIds().indexOf(id);
    Succession alone =
        new Succession(terms.former(List.of(before)), terms.fresh(List.of(after)), new long[1][1]);
    return row(id, "continued", id, alone.similarity(0, 0));
  }

  private FactTopicLineage origin(String id, int topic, Succession succession, List<String> ends) {
    int from = succession.continued(topic);
    int split = succession.splitFrom(topic);
    if (from != Succession.NONE) {
      return row(id, "continued", ends.get(from), succession.similarity(from, topic));
    }

    return split == Succession.NONE
        ? row(id, "born", NONE, null)
        : row(id, "split", ends.get(split), succession.similarity(split, topic));
  }

  private List<FactTopicLineage> end(
      String id, int topic, Succession succession, List<String> heirs) {
    List<FactTopicLineage> rows = new ArrayList<>(List.of(row(id, "retired", NONE, null)));
    int into = succession.mergedInto(topic);
    if (into != Succession.NONE) {
      rows.add(row(heirs.get(into), "merged", id, succession.similarity(topic, into)));
    }
    return rows;
  }

  private FactTopicLineage row(String id, String event, String from, @Nullable Double similarity) {
    return new FactTopicLineage(runId, id, event, from, similarity);
  }

  /** The first number that no discovered topic ever had. */
  private int unused() {
    return 1
        + known.stream()
            .map(DimTopic::topicId)
            .filter(id -> id.startsWith(PREFIX))
            .mapToInt(id -> Integer.parseInt(id.substring(PREFIX.length())))
            .max()
            .orElse(0);
  }

  private Refit renamed(
      FitJob.Outputs fitted,
      List<String> ids,
      List<String> renamed,
      List<FactTopicLineage> lineage) {
    Map<String, String> names = new HashMap<>(Map.of("all", "all"));
    IntStream.range(0, ids.size()).forEach(i -> names.put(ids.get(i), renamed.get(i)));
    FittedModel model = fitted.model();
    List<DimTopic> topics = new ArrayList<>();
    fitted.topics().forEach(topic -> topics.add(active(topic, names.get(topic.topicId()))));
    known.stream()
        .filter(topic -> !renamed.contains(topic.topicId()))
        .forEach(topic -> topics.add(retired(topic)));
    return new Refit(
        new FittedModel(model.phrases(), model.vocabulary(), model.topics(), renamed),
        topics,
        fitted.terms().stream()
            .map(
                row ->
                    new FactTopicTerm(
                        names.get(row.topicId()),
                        row.term(),
                        row.rank(),
                        row.weight(),
                        row.frex(),
                        row.lift(),
                        row.isSeed()))
            .toList(),
        fitted.diagnostics().stream()
            .map(
                row ->
                    new FactModelDiagnostic(
                        row.modelId(), names.get(row.topicId()), row.measure(), row.value()))
            .toList(),
        lineage);
  }

  private DimTopic active(DimTopic topic, String id) {
    String born =
        known.stream()
            .filter(former -> former.topicId().equals(id))
            .map(DimTopic::firstRunId)
            .findFirst()
            .orElse(runId);
    return new DimTopic(
        id, topic.kind(), topic.themeId(), topic.label(), topic.topTerms(), "active", born, null);
  }

  private DimTopic retired(DimTopic topic) {
    return new DimTopic(
        topic.topicId(),
        topic.kind(),
        null,
        topic.label(),
        topic.topTerms(),
        "retired",
        topic.firstRunId(),
        topic.retiredRunId() == null ? runId : topic.retiredRunId());
  }

  private static List<Integer> discovered(List<String> ids) {
    return IntStream.range(0, ids.size())
        .filter(topic -> ids.get(topic).startsWith(PREFIX))
        .boxed()
        .toList();
  }

  private static List<String> names(List<String> ids, List<Integer> topics) {
    return topics.stream().map(ids::get).toList();
  }

  private static long[][] table(
      Map<List<String>, Long> passages, List<String> before, List<String> after) {
    return before.stream()
        .map(
            from ->
                after.stream()
                    .mapToLong(to -> passages.getOrDefault(List.of(from, to), 0L))
                    .toArray())
        .toArray(long[][]::new);
  }

  /**
   * What a refit made.
   *
   * @param topics the active topics and all that were ever retired
   * @param lineage what became of the former topics in this refit
   */
  public record Refit(
      FittedModel model,
      List<DimTopic> topics,
      List<FactTopicTerm> terms,
      List<FactModelDiagnostic> diagnostics,
      List<FactTopicLineage> lineage) {}

  /** Term distributions of two models over the terms of both. */
  private static final class Terms {
    private final FittedModel former;
    private final FittedModel fresh;
    private final Map<String, Integer> joint = new HashMap<>();

    Terms(FittedModel former, FittedModel fresh) {
      this.former = former;
      this.fresh = fresh;
      for (Vocabulary vocabulary : List.of(former.vocabulary(), fresh.vocabulary())) {
        for (int term = 0; term < vocabulary.size(); term++) {
          joint.putIfAbsent(vocabulary.term(term).name(), joint.size());
        }
      }
    }

    double[][] former(List<Integer> topics) {
      return weights(former, topics);
    }

    double[][] fresh(List<Integer> topics) {
      return weights(fresh, topics);
    }

    private double[][] weights(FittedModel model, List<Integer> topics) {
      TopicModel fitted = java.util.Objects.requireNonNull(model.topics()).topicModel();
      return topics.stream()
          .map(
              topic -> {
                double[] weights = new double[joint.size()];
                for (int term = 0; term < model.vocabulary().size(); term++) {
                  weights[joint.get(model.vocabulary().term(term).name())] =
                      fitted.weight(topic, term);
                }
                return weights;
              })
          .toArray(double[][]::new);
    }
  }
}
