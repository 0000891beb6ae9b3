package org.summitthemes.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.topic.TermLift;
import org.summitthemes.topic.TermScores;
import org.summitthemes.topic.TopicModel;

/** Gives topics their ids, labels and lists of typical terms. */
final class TopicNames {
  /** Terms stored for a topic; what is published of them is the publication's choice. */
  static final int STORED_TERMS = 100;

  private static final int TOP_TERMS = 10;
  private static final int LABEL_TERMS = 3;

  /**
   * A label's terms are chosen among so many most probable ones, so that they are not rare words.
   */
  private static final int LABEL_POOL = 30;

  private final TopicModel model;
  private final Vocabulary vocabulary;
  private final List<String> themeIds;
  private final List<String> topicIds;

  /**
   * @param themeIds theme that seeds the topic of the same index; further topics are discovered
   */
  TopicNames(TopicModel model, Vocabulary vocabulary, List<String> themeIds) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.themeIds = List.copyOf(themeIds);
    this.topicIds = topicIds(model, themeIds);
  }

  /** The topics' ids by their index in the model. */
  List<String> topicIds() {
    return topicIds;
  }

  /** A row for each topic. */
  List<DimTopic> topics(String runId) {
    TermScores scores = new TermScores(model.weights());
    return IntStream.range(0, model.topics())
        .mapToObj(topic -> topic(topic, scores.frex(topic), runId))
        .toList();
  }

  /** The most probable terms of each topic. */
  List<FactTopicTerm> terms() {
    TermScores scores = new TermScores(model.weights());
    TermLift lift = new TermLift(model.weights(), tokens());
    List<FactTopicTerm> rows = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      double[] frex = scores.frex(topic);
      int rank = 0;
      for (int term : model.topTerms(topic, Math.min(STORED_TERMS, model.terms()))) {
        rank++;
        rows.add(
            new FactTopicTerm(
                topicIds.get(topic),
                vocabulary.term(term).surface(),
                rank,
                model.weight(topic, term),
                frex[term],
                lift.of(topic, term),
                model.prior().isSeed(topic, term)));
      }
    }
    return rows;
  }

  private double[] tokens() {
    return IntStream.range(0, model.topics()).mapToDouble(model::tokens).toArray();
  }

  private DimTopic topic(int topic, double[] frex, String runId) {
    boolean seeded = topic < themeIds.size();
    return new DimTopic(
        topicIds.get(topic),
        seeded ? "seeded" : "discovered",
        seeded ? themeIds.get(topic) : null,
        label(topic, frex),
        surfaces(model.topTerms(topic, Math.min(TOP_TERMS, model.terms())), "|"),
        "active",
        runId,
        null);
  }

  /**
   * The label: of the probable terms the more typical half, phrases before words because they say
   * more, and none that shares a word with one before it.
   */
  private String label(int topic, double[] frex) {
    int[] pool = model.topTerms(topic, Math.min(LABEL_POOL, model.terms()));
    List<Integer> typical =
        IntStream.of(pool)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer term) -> -frex[term])
                    .thenComparing(term -> term))
            .limit((pool.length + 1) / 2)
            .sorted(Comparator.comparing(term -> !isPhrase(term)))
            .toList();
    Set<String> words = new HashSet<>();
    List<Integer> label = new ArrayList<>();
    for (int term : typical) {
      if (label.size() < LABEL_TERMS && Collections.disjoint(words, words(term))) {
        label.add(term);
        words.addAll(words(term));
      }
    }
    return surfaces(label.stream().mapToInt(Integer::intValue).toArray(), ", ");
  }

  private boolean isPhrase(int term) {
    return words(term).size() > 1;
  }

  private List<String> words(int term) {
    return List.of(vocabulary.term(term).name().split(" "));
  }

  private String surfaces(int[] terms, String separator) {
    return IntStream.of(terms)
        .mapToObj(term -> vocabulary.term(term).surface())
        .collect(Collectors.joining(separator));
  }

  /** Seeded topics are called like their theme, the others by their rank in tokens. */
  private static List<String> topicIds(TopicModel model, List<String> themeIds) {
    List<Integer> bySize =
        IntStream.range(themeIds.size(), model.topics())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer topic) -> -model.tokens(topic))
                    .thenComparing(topic -> topic))
            .toList();
    List<String> ids = new ArrayList<>(themeIds);
    for (int topic = themeIds.size(); topic < model.topics(); topic++) {
      ids.add(String.format(Locale.ROOT, "discovered-%02d", bySize.indexOf(topic) + 1));
    }
    return List.copyOf(ids);
  }
}
