package org.summitthemes.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.job.GoldFile.CodedText;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Evaluation;
import org.summitthemes.theme.Label;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.Teacher;
import org.summitthemes.theme.Unit;

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

  private EvaluateJob() {}

  /**
   * Labels and scores coded texts with the dictionary and the context alone.
   *
   * @param name what messages call the file
   */
  public static Evaluation evaluate(
      InputStream gold, String name, Catalog catalog, LabelConfig config) throws IOException {
    return evaluate(GoldFile.read(gold, name), new Labeller(catalog, null, config));
  }

  /**
   * Labels and scores coded texts. As in a corpus, the student is taught by the very texts that get
   * labels, and by further lessons if there are any; codes are seen by nothing but the scoring.
   *
   * @param name what messages call the file
   * @param teacher null to do without a student
   * @param further lessons from other texts, in a stable order
   */
  public static Evaluation evaluate(
      InputStream gold,
      String name,
      Catalog catalog,
      @Nullable Teacher teacher,
      List<Lesson> further,
      LabelConfig config)
      throws IOException {
    List<CodedText> texts = GoldFile.read(gold, name);
    if (teacher == null || !config.hasStudent()) {
      return evaluate(texts, new Labeller(catalog, null, config));
    }

    List<Lesson> lessons = new ArrayList<>(further);
    for (List<CodedText> speech : speeches(texts)) {
      for (Unit unit : units(speech)) {
        teacher.lesson(unit).ifPresent(lessons::add);
      }
    }
    return evaluate(texts, new Labeller(catalog, teacher.teach(lessons).orElse(null), config));
  }

  /** Writes the report as JSON. */
  public static void write(Evaluation evaluation, OutputStream report) throws IOException {
    JSON.writeValue(report, evaluation);
    report.write('\n');
  }

  static Evaluation evaluate(List<CodedText> texts, Labeller labeller) {
    List<String> coded = new ArrayList<>();
    List<String> predicted = new ArrayList<>();
    for (List<CodedText> speech : speeches(texts)) {
      labeller.labels(units(speech)).stream().map(Label::themeId).forEach(predicted::add);
      speech.stream().map(CodedText::theme).forEach(coded::add);
    }
    return Evaluation.of(coded, predicted);
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
