package org.summitthemes.check;

import java.util.List;
import org.apache.spark.sql.Row;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimRun;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTopicLineage;

/** Rules about published tables that annotations cannot say. */
final class NamedRules {
  /** What is left of 1 when shares that were divided by one total are added up. */
  private static final double EXACT = 1e-6;

  /** Topic shares are means of samples. */
  private static final double ABOUT = 1e-3;

  private final RuleBook book;

  private NamedRules(RuleBook book) {
    this.book = book;
  }

  /** Adds the rules about the tables that the book knows. */
  static void addTo(RuleBook book) {
    NamedRules rules = new NamedRules(book);
    rules.addSums();
    rules.addOrders();
    rules.addDifferences();
    rules.addReferences();
    rules.addTextLength();
    rules.addTitleLength();
  }

  private void addSums() {
    addSum(FactSpeechTheme.class, List.of("speech_id"), EXACT);
    addSum(FactSpeechTopic.class, List.of("speech_id"), ABOUT);
    addSum(FactOrganizationTheme.class, List.of("basis", "organization_id", "period"), EXACT);
  }

  private void addOrders() {
    addOrder(BridgeMembership.class, "valid_from", "valid_to");
    addOrder(DimRun.class, "started_at", "finished_at");
    addOrder(FactSentenceTheme.class, "start_offset", "end_offset");
    addOrder(FactProposal.class, "start_offset", "end_offset");
    addOrder(FactOrganizationTheme.class, "share_low", "share_high");
    addOrder(FactOrganizationContrast.class, "low", "high");
    addOrder(FactSpeakerContrast.class, "low", "high");
    addOrder(FactThemeShift.class, "low", "high");
    addOrder(FactThemeShift.class, "period_from", "period_to");
    addOrder(FactThemeChangePoint.class, "low", "high");
    addOrder(FactThemeChangePoint.class, "period_from", "period");
    addOrder(FactThemeChangePoint.class, "period", "period_to");
  }

  private void addDifferences() {
    addDifference(DimSpeech.class, "speech_id", "duplicate_of");
    addDifference(FactSentenceTheme.class, "theme_id", "second_theme_id");
    addDifference(FactOrganizationContrast.class, "organization_id_a", "organization_id_b");
    addDifference(FactSpeakerContrast.class, "organization_id_a", "organization_id_b");
    addDifference(FactThemeShift.class, "period_from", "period_to");
  }

  private void addReferences() {
    addReference(FactOrganizationContrast.class, "theme_id", DimTheme.class, "all");
    addReference(FactSpeakerContrast.class, "theme_id", DimTheme.class, "all");
    addReference(FactDistinctiveTerm.class, "theme_id", DimTheme.class, "all");
    addReference(FactModelDiagnostic.class, "topic_id", DimTopic.class, "all");
    addReference(FactTopicLineage.class, "from_topic_id", "topic_id", DimTopic.class, "none");
    if (book.knows(FactProposal.class) && book.knows(FactSentenceTheme.class)) {
      List<String> sentence = List.of("speech_id", "sentence_no");
      book.addReference(FactProposal.class, sentence, FactSentenceTheme.class, sentence, "");
    }
  }

  private void addTextLength() {
    if (book.knows(FactSentenceTheme.class)) {
      int start = KeyText.position(FactSentenceTheme.class, "start_offset");
      int end = KeyText.position(FactSentenceTheme.class, "end_offset");
      int text = KeyText.position(FactSentenceTheme.class, "text");
      book.addRowRule(
          FactSentenceTheme.class,
          "text has not the length that its offsets say",
          row ->
              !row.isNullAt(text)
                  && length(row.getString(text)) != row.getInt(end) - row.getInt(start));
    }
  }

  private void addTitleLength() {
    if (book.knows(FactProposal.class)) {
      int start = KeyText.position(FactProposal.class, "start_offset");
      int end = KeyText.position(FactProposal.class, "end_offset");
      int title = KeyText.position(FactProposal.class, "title");
      book.addRowRule(
          FactProposal.class,
          "title has not the length that its offsets say",
          row ->
              !row.isNullAt(title)
                  && length(row.getString(title)) != row.getInt(end) - row.getInt(start));
    }
  }

  private void addSum(Class<? extends Record> type, List<String> group, double tolerance) {
    if (book.knows(type)) {
      book.addSum(type, "share", group, tolerance);
    }
  }

  private void addOrder(Class<? extends Record> type, String lesser, String greater) {
    if (book.knows(type)) {
      int first = KeyText.position(type, lesser);
      int second = KeyText.position(type, greater);
      book.addRowRule(
          type,
          "%s is above %s".formatted(lesser, greater),
          row -> !row.isNullAt(first) && !row.isNullAt(second) && compare(row, first, second) > 0);
    }
  }

  private void addDifference(Class<? extends Record> type, String one, String other) {
    if (book.knows(type)) {
      int first = KeyText.position(type, one);
      int second = KeyText.position(type, other);
      book.addRowRule(
          type,
          "%s and %s are the same".formatted(one, other),
          row -> !row.isNullAt(first) && row.get(first).equals(row.get(second)));
    }
  }

  private void addReference(
      Class<? extends Record> type, String column, Class<? extends Record> target, String exempt) {
    addReference(type, column, column, target, exempt);
  }

  private void addReference(
      Class<? extends Record> type,
      String column,
      String targetColumn,
      Class<? extends Record> target,
      String exempt) {
    if (book.knows(type) && book.knows(target)) {
      book.addReference(type, List.of(column), target, List.of(targetColumn), exempt);
    }
  }

  @SuppressWarnings("unchecked")
  private static int compare(Row row, int first, int second) {
    return ((Comparable<Object>) row.get(first)).compareTo(row.get(second));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
