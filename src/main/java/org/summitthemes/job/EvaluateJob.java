package org.summitthemes.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.job.GoldFile.CodedText;
import org.summitthemes.proposal.ActEvaluation;
import org.summitthemes.theme.Background;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.EncodableWords;
import org.summitthemes.theme.EncodedWords;
import org.summitthemes.theme.Encoder;
import org.summitthemes.theme.Evaluation;
import org.summitthemes.theme.Label;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.Teacher;
import org.summitthemes.theme.Unit;
import org.summitthemes.theme.WordVectors;

/**
 * Labels coded texts as it would a corpus, without their codes, then scores the labels.
 *
 * <p>Input: coded texts, JSON Lines of {@code id, text, theme}, optional {@code doc, seq}. Texts of
 * one {@code doc} are neighbours in the order of {@code seq}; a text without one stands alone. Each
 * text is labelled as one unit. Output: {@link Evaluation} as JSON.
 */
public final class EvaluateJob {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** What is left out of the labeller as it is. */
  public static final String NOTHING = "nothing";

  private EvaluateJob() {}

  /**
   * What labels the texts. As in a corpus, the student is taught by the very texts that get labels,
   * and by further lessons if there are any; codes are seen by nothing but the scoring.
   *
   * @param teacher null to do without a student
   * @param further lessons from other texts, in a stable order
   * @param encoder null to do without
   */
  public record Means(
      Catalog catalog,
      @Nullable Teacher teacher,
      List<Lesson> further,
      @Nullable Encoder encoder,
      LabelConfig config) {

    private Means withoutEncoder() {
      return new Means(catalog, teacher, further, null, config);
    }
  }

  /**
   * Labels and scores coded texts.
   *
   * @param name what messages call the file
   */
  public static Evaluation evaluate(InputStream gold, String name, Means means) throws IOException {
    return evaluate(GoldFile.read(gold, name), means);
  }

  /**
   * The scores without each part of the labeller in turn, by the part's name, and before them those
   * without {@link #NOTHING}.
   */
  public static Map<String, Evaluation> ablation(InputStream gold, String name, Means means)
      throws IOException {
    List<CodedText> texts = GoldFile.read(gold, name);
    LabelConfig all = means.config();
    Student student = student(texts, means);
    Map<String, Evaluation> scores = new LinkedHashMap<>();
    scores.put(NOTHING, evaluate(texts, means, student, all));
    scores.put("terms", evaluate(texts, means, student, all.withTermWeight(0)));
    scores.put("background", evaluate(texts, means, student, all.withBackgroundWeight(0)));
    scores.put("student", evaluate(texts, means, null, all.withStudentWeight(0)));
    scores.put("encoder", evaluate(texts, means, student(texts, means.withoutEncoder()), all));
    scores.put("neighbours", evaluate(texts, means, student, all.withContextWeight(0)));
    return scores;
  }

  private static Evaluation evaluate(List<CodedText> texts, Means means) {
    return evaluate(texts, means, student(texts, means), means.config());
  }

  private static Evaluation evaluate(
      List<CodedText> texts, Means means, @Nullable Student student, LabelConfig config) {
    Background background = means.teacher() == null ? null : means.teacher().background();
    return evaluate(texts, new Labeller(means.catalog(), background, student, config));
  }

  /** The student of the texts and of the further lessons, if there is to be one. */
  private static @Nullable Student student(List<CodedText> texts, Means means) {
    Teacher teacher = means.teacher();
    if (teacher == null || !means.config().hasStudent()) {
      return null;
    }

    List<Lesson> lessons = new ArrayList<>(means.further());
    for (List<CodedText> speech : speeches(texts)) {
      for (Unit unit : units(speech)) {
        teacher.lesson(unit).ifPresent(lessons::add);
      }
    }
    return teacher.teach(lessons, vectors(texts, lessons, means)).orElse(null);
  }

  private static WordVectors vectors(List<CodedText> texts, List<Lesson> lessons, Means means) {
    if (means.encoder() == null || means.teacher() == null) {
      return WordVectors.NONE;
    }

    Set<Unit> units = new LinkedHashSet<>(units(texts));
    lessons.forEach(lesson -> units.add(lesson.unit()));
    List<String> words = new ArrayList<>(EncodableWords.of(units));
    words.addAll(means.teacher().words());
    return EncodedWords.none().of(words, means.encoder()).vectors();
  }

  /**
   * Writes the report as JSON.
   *
   * @param without scores without each part, by the part's name; empty if none were asked for
   * @param acts scores of acts and voices, if any were coded
   */
  public static void write(
      Evaluation evaluation,
      Map<String, Evaluation> without,
      Optional<ActEvaluation> acts,
      OutputStream report)
      throws IOException {
    ObjectNode tree = JSON.valueToTree(evaluation);
    without.forEach(
        (part, scores) ->
            tree.withObject("/without")
                .putObject(part)
                .put("accuracy", scores.accuracy())
                .put("macro_f1", scores.macroF1()));
    acts.ifPresent(
        scores -> scores.byName().forEach((name, part) -> tree.set(name, JSON.valueToTree(part))));
    JSON.writeValue(report, tree);
    report.write('\n');
  }

  static Evaluation evaluate(List<CodedText> texts, Labeller labeller) {
    List<String> coded = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (List<CodedText> speech : speeches(texts)) {
      labels.addAll(labeller.labels(units(speech)));
      speech.stream().map(CodedText::theme).forEach(coded::add);
    }
    return Evaluation.of(coded, labels);
  }

  /** The texts of each document in order, then those without a document, each alone. */
  private static List<List<CodedText>> speeches(List<CodedText> texts) {
    Map<String, List<CodedText>> documents = new TreeMap<>();
    List<List<CodedText>> alone = new ArrayList<>();
    for (CodedText text : texts) {
      if (text.doc() == null) {
        alone.add(List.of(text));
      } else {
        documents.computeIfAbsent(text.doc(), doc -> new ArrayList<>()).add(text);
      }
    }
    List<List<CodedText>> speeches = new ArrayList<>(documents.values());
    speeches.forEach(speech -> speech.sort(Comparator.comparingDouble(CodedText::seq)));
    speeches.addAll(alone);
    return speeches;
  }

  private static List<Unit> units(List<CodedText> speech) {
    return speech.stream().map(text -> new Unit(text.text(), text.language())).toList();
  }
}
