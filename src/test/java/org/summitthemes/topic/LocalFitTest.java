package org.summitthemes.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summitthemes.support.GeneratedCorpus;

/** Twelve planted topics, 2,000 documents of 60 tokens, 600 terms. */
class LocalFitTest {
  private static final int TERMS = 600;
  private static final int TOPICS = 12;
  private static final int TOGETHER = 10;
  private static final LdaSettings SETTINGS = LdaSettings.of(TOPICS);
  private static final TermPrior PRIOR = TermPrior.of(TOPICS, TERMS, 0.05, List.of());
  private static final GeneratedCorpus CORPUS =
      GeneratedCorpus.of(TERMS, GeneratedCorpus.symmetric(TOPICS, 0.15), 2000, 60, 7);

  private static DocumentBlock block;
  private static LocalFit fit;
  private static TopicAlignment alignment;

  @BeforeAll
  static void fit() {
    block = block(CORPUS.documents());
    fit = LocalFit.of(block, SETTINGS, PRIOR);
    alignment = new TopicAlignment(CORPUS.weights(), fit.result().model().weights());
  }

  @Test
  void plantedTopicsAreRecovered() {
    assertThat(alignment.meanDivergence()).isLessThan(0.05);
  }

  @Test
  void sharesOfTheTopicsAreRecovered() {
    double error = 0;
    for (int k = 0; k < TOPICS; k++) {
      int topic = k;
      double truth = CORPUS.documents().stream().mapToInt(d -> d.tokens(topic)).sum();
      error +=
          Math.abs(truth - fit.result().model().tokens(alignment.matches()[k]))
              / block.tokenCount();
    }
    assertThat(error / TOPICS).isLessThan(0.01);
  }

  /** The truth is in 85 to 95 % of the intervals of topics that have a noticeable share. */
  @Test
  void credibleIntervalsCoverTheTruth() {
    int covered = 0;
    int intervals = 0;
    var samples = new PosteriorSamples(block, fit.assignments(), TOPICS);
    for (int d = 0; d < block.documents(); d++) {
      List<TopicTokens> topics = samples.next();
      for (int k = 0; k < TOPICS; k++) {
        int match = alignment.matches()[k];
        double truth = CORPUS.documents().get(d).share(k);
        var found = topics.stream().filter(t -> t.topic() == match).findFirst();
        if (found.isPresent() && found.get().share() >= 0.05) {
          intervals++;
          boolean inside =
              truth >= found.get().quantile(0.05) && truth <= found.get().quantile(0.95);
          covered += inside ? 1 : 0;
        }
      }
    }
    assertThat((double) covered / intervals).isBetween(0.85, 0.95);
  }

  /** Ten documents make a speech, whose shares are the sums of the documents' samples. */
  @Test
  void credibleIntervalsOfSeveralDocumentsTogetherCoverTheTruth() {
    int covered = 0;
    int intervals = 0;
    var samples = new PosteriorSamples(block, fit.assignments(), TOPICS);
    for (int d = 0; d < block.documents(); d += TOGETHER) {
      int[][] sums = new int[TOPICS][SETTINGS.samples()];
      int[] truths = new int[TOPICS];
      int length = 0;
      for (int i = d; i < d + TOGETHER; i++) {
        for (TopicTokens topic : samples.next()) {
          int[] counts = topic.samples();
          Arrays.setAll(sums[topic.topic()], s -> sums[topic.topic()][s] + counts[s]);
        }
        int document = i;
        Arrays.setAll(truths, k -> truths[k] + CORPUS.documents().get(document).tokens(k));
        length += block.length(i);
      }
      for (int k = 0; k < TOPICS; k++) {
        double truth = (double) truths[k] / length;
        if (truth >= 0.05) {
          intervals++;
          var found = new TopicTokens(k, sums[alignment.matches()[k]], length);
          boolean inside = truth >= found.quantile(0.05) && truth <= found.quantile(0.95);
          covered += inside ? 1 : 0;
        }
      }
    }
    assertThat((double) covered / intervals).isBetween(0.85, 0.95);
  }

  @Test
  void countsAreConsistentWithTheTokens() {
    double tokens = 0;
    for (int k = 0; k < TOPICS; k++) {
      tokens += fit.result().model().tokens(k);
      assertThat(Arrays.stream(fit.result().model().weights(k)).sum()).isCloseTo(1, within(1e-9));
    }
    assertThat(tokens).isCloseTo(block.tokenCount(), within(1e-6));
  }

  @Test
  void likelihoodClimbs() {
    List<TracePoint> trace = fit.result().trace();

    assertThat(trace.get(0).sweep()).isZero();
    assertThat(trace.get(trace.size() - 1).sweep()).isEqualTo(200);
    assertThat(trace.get(trace.size() - 1).logLikelihood())
        .isGreaterThan(trace.get(0).logLikelihood() + 0.5);
  }

  @Test
  void sameSeedGivesTheSameBitsHoweverTheDocumentsAreSpread() {
    var short1 = SETTINGS.withSweeps(30, 5);
    LocalFit alone = LocalFit.of(block, short1, PRIOR);

    for (int blocks : new int[] {2, 7, 64}) {
      var chain = new LdaChain(short1, PRIOR);
      spread(blocks, chain);
      assertThat(chain.result().model().fingerprint())
          .isEqualTo(alone.result().model().fingerprint());
      assertThat(chain.result().trace()).isEqualTo(alone.result().trace());
    }
  }

  @Test
  void otherSeedGivesAnotherModelOfTheSameTopics() {
    LocalFit other = LocalFit.of(block, SETTINGS.withSeed(43), PRIOR);

    assertThat(other.result().model().fingerprint())
        .isNotEqualTo(fit.result().model().fingerprint());
    assertThat(
            new TopicAlignment(fit.result().model().weights(), other.result().model().weights())
                .meanDivergence())
        .isLessThan(0.05);
  }

  /**
   * May be recorded anew when the sampler, its random numbers, its schedule or the fit of the prior
   * are changed on purpose: published models are then not comparable, which the changelog must say.
   */
  @Test
  void modelIsTheRecordedOne() {
    assertThat(fit.result().model().fingerprint()).isEqualTo(-1191792019220961444L);
  }

  @Test
  void seedsNameTheirTopics() {
    List<Map<Integer, Double>> seeds = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      int[] top = TopicModel.top(CORPUS.weights()[k], 3);
      seeds.add(Map.of(top[0], 200.0, top[1], 200.0, top[2], 200.0));
    }

    LocalFit seeded = LocalFit.of(block, SETTINGS, TermPrior.of(TOPICS, TERMS, 0.05, seeds));

    for (int k = 0; k < 4; k++) {
      assertThat(
              TopicAlignment.divergenceBits(
                  CORPUS.weights()[k], seeded.result().model().weights(k)))
          .isLessThan(0.1);
    }
  }

  @Test
  void newDocumentsAreInferredByThemselves() {
    var inference = new TopicInference(fit.result().model(), 42, 20, 20);
    double error = 0;
    for (int d = 0; d < 200; d++) {
      var document = CORPUS.documents().get(d);
      double[] shares =
          fit.result().model().shares(inference.infer(document.id(), document.tokens()));
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
      for (int k = 0; k < TOPICS; k++) {
        error += Math.abs(shares[alignment.matches()[k]] - document.share(k));
      }
    }
    assertThat(error / (200 * TOPICS)).isLessThan(0.03);

    var alone = new TopicInference(fit.result().model(), 42, 20, 20);
    var last = CORPUS.documents().get(199);
    assertThat(fit.result().model().shares(alone.infer(last.id(), last.tokens())))
        .isEqualTo(fit.result().model().shares(inference.infer(last.id(), last.tokens())));
  }

  /** Without samples, and without their noise. */
  @Test
  void inferredSharesAreAsCloseToTheTruthAsTheMeansOfSamples() {
    TopicModel model = fit.result().model();
    var inference = new ShareInference(model);
    var samples = new TopicInference(model, 42, 20, 20);
    double error = 0;
    double sampled = 0;
    for (var document : CORPUS.documents().subList(0, 500)) {
      double[] shares = inference.shares(document.id(), document.tokens());
      double[] means = model.shares(samples.infer(document.id(), document.tokens()));
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
      for (int k = 0; k < TOPICS; k++) {
        error += Math.abs(shares[alignment.matches()[k]] - document.share(k));
        sampled += Math.abs(means[alignment.matches()[k]] - document.share(k));
      }
    }
    assertThat(error).isLessThan(1.05 * sampled);
    assertThat(inference.shares("empty", new int[0])).isEqualTo(model.shares(List.of()));
  }

  /** A refit with more documents; another seed, so that nothing but the former model holds it. */
  @Test
  void theFormerModelHoldsTheTopicsOfARefitAndIsNoPartOfIt() {
    TopicModel former =
        LocalFit.of(block(CORPUS.documents().subList(0, 1000)), SETTINGS, PRIOR).result().model();
    double[] divergences =
        Arrays.stream(new double[] {0, 0.5})
            .map(
                weight -> {
                  TopicModel refitted = refit(former, weight);
                  assertThat(IntStream.range(0, TOPICS).mapToDouble(refitted::tokens).sum())
                      .isCloseTo(block.tokenCount(), within(1e-6));
                  return IntStream.range(0, TOPICS)
                      .mapToDouble(
                          k ->
                              TopicAlignment.divergenceBits(former.weights(k), refitted.weights(k)))
                      .average()
                      .orElseThrow();
                })
            .toArray();

    assertThat(divergences[1]).isLessThan(0.9 * divergences[0]);
  }

  private static TopicModel refit(TopicModel former, double weight) {
    int[] topics = IntStream.range(0, TOPICS).toArray();
    int[] terms = IntStream.range(0, TERMS).toArray();
    var chain =
        new LdaChain(
            SETTINGS.withSeed(43).withSweeps(50, 20),
            PRIOR,
            WarmStart.of(former, topics, terms, weight));
    spread(1, chain);
    return chain.result().model();
  }

  @Test
  void emptyDocumentHasThePriorShares() {
    var inference = new TopicInference(fit.result().model(), 42, 20, 20);
    double[] alpha = fit.result().model().alpha();
    double sum = Arrays.stream(alpha).sum();

    assertThat(inference.infer("empty", new int[0])).isEmpty();
    assertThat(fit.result().model().shares(List.of())[3]).isCloseTo(alpha[3] / sum, within(1e-12));
  }

  @Test
  void perplexityIsFarBelowTheVocabulary() {
    var completion = new DocumentCompletion(fit.result().model());
    double sum = 0;
    long tokens = 0;
    for (var document :
        GeneratedCorpus.of(TERMS, GeneratedCorpus.symmetric(TOPICS, 0.15), 50, 60, 7).documents()) {
      sum += completion.logProbability(document.id(), document.tokens());
      tokens += DocumentCompletion.scoredTokens(document.tokens().length);
    }
    assertThat(DocumentCompletion.perplexity(sum, tokens)).isLessThan(TERMS / 4.0);
  }

  @Test
  void planAndStateSurviveTheWire() throws Exception {
    var chain = new LdaChain(SETTINGS.withSweeps(10, 3), PRIOR);
    Assignments state = Assignments.none(block);
    while (!chain.isFinished()) {
      SweepPlan plan = copy(chain.next());
      state = copy(plan.apply(copy(block), state));
      chain.absorb(copy(plan.count(block, state)));
    }

    assertThat(chain.result().model().fingerprint())
        .isEqualTo(
            LocalFit.of(block, SETTINGS.withSweeps(10, 3), PRIOR).result().model().fingerprint());
  }

  @Test
  void twoTopicsOneTermAndEmptyDocumentsWork() {
    DocumentBlock small =
        DocumentBlock.builder(1).add("a", new int[] {0, 0, 0}).add("b", new int[0]).build();
    var settings = LdaSettings.of(2).withSweeps(25, 5);

    LocalFit tiny = LocalFit.of(small, settings, TermPrior.of(2, 1, 0.01, List.of()));

    assertThat(tiny.result().model().weight(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(tiny.result().model().tokens(0) + tiny.result().model().tokens(1))
        .isCloseTo(3, within(1e-12));
    var samples = new PosteriorSamples(small, tiny.assignments(), 2);
    assertThat(samples.next().stream().mapToDouble(TopicTokens::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(samples.next()).isEmpty();
    assertThat(samples.hasNext()).isFalse();
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> LdaSettings.of(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("topics must be from 2 to 32767: 1");
    assertThatThrownBy(() -> SETTINGS.withSweeps(5, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be from 1 to sweeps (5): 6");
    assertThatThrownBy(() -> TermPrior.of(2, 3, 0.1, List.of(Map.of(3, 1.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seed term must be in [0, 3): 3");
  }

  private static void spread(int count, LdaChain chain) {
    List<DocumentBlock> blocks = new ArrayList<>();
    List<Assignments> states = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      List<GeneratedCorpus.Document> some = new ArrayList<>();
      for (int d = CORPUS.documents().size() - 1 - b; d >= 0; d -= count) {
        some.add(CORPUS.documents().get(d));
      }
      blocks.add(block(some));
      states.add(Assignments.none(blocks.get(b)));
    }
    while (!chain.isFinished()) {
      SweepPlan plan = chain.next();
      // At once, as the tasks of an executor are, so that threads help each other.
      IntStream.range(0, count)
          .parallel()
          .forEach(b -> states.set(b, plan.apply(blocks.get(b), states.get(b))));
      SweepCounts sum = plan.count(blocks.get(0), states.get(0));
      for (int b = 1; b < count; b++) {
        sum.add(plan.count(blocks.get(b), states.get(b)));
      }
      chain.absorb(sum);
    }
  }

  private static DocumentBlock block(List<GeneratedCorpus.Document> documents) {
    var builder = DocumentBlock.builder(TERMS);
    documents.forEach(document -> builder.add(document.id(), document.tokens()));
    return builder.build();
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"})
  private static <T> T copy(T object) throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
