package org.summitthemes.check;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.support.PlausibleTables;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactTopicLineage;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.table.OrderedTable;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

@ExtendWith(SparkExtension.class)
public class ConstraintsTest {
  private final SparkSession spark = SparkExtension.spark();
  private final Map<Class<? extends Record>, Dataset<Row>> tables =
      new LinkedHashMap<>(PlausibleTables.of(spark, 20, 3));

  @Test
  void soundTablesPassAndAreCounted() {
    Outcome outcome = check();

    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.rows())
        .hasSize(Tables.PUBLISHED.size())
        .containsEntry("dim_speech", 21L)
        .containsEntry("dim_organization", 3L);
    outcome.require();
  }

  @Test
  void emptyTablesPass() {
    tables.putAll(PlausibleTables.empty(spark));

    assertThat(check().violations()).isEmpty();
    assertThat(check().rows()).containsEntry("dim_speech", 0L);
  }

  @Test
  void tablesInMemoryAndTablesInSparkAreJudgedAlike() {
    DimSpeech speech = first(DimSpeech.class);
    add(speech);
    add(new FactSpeechTheme("nowhere", "security", 0.5, 1, 10));

    assertThat(outcome(true).violations()).isNotEmpty().isEqualTo(outcome(false).violations());
    assertThat(outcome(true).rows()).isEqualTo(outcome(false).rows());
  }

  @Test
  void keyThatIsNotUnique() {
    add(new DimOrganization("OTS", "Again", "regional", ""));

    assertThat(messages())
        .containsExactly("dim_organization: key organization_id is not unique: 1 (first: OTS)");
  }

  @Test
  void keyThatIsEmpty() {
    add(new DimOrganization("", "Nobody", "regional", ""));

    assertThat(messages())
        .containsExactly("dim_organization: organization_id is empty: 1 (first: )");
  }

  @Test
  void requiredTextThatIsNull() {
    add(new DimOrganization("NATO", null, "security", ""));

    assertThat(messages()).containsExactly("dim_organization: name is null: 1 (first: NATO)");
  }

  @Test
  void numberOutOfRange() {
    add(new FactTopicTerm("energy", "oil", 0, 1.25, 0.5, 2, false));

    assertThat(messages())
        .containsExactly(
            "fact_topic_term: rank is not a number from 1 to any: 1 (first: energy, oil)",
            "fact_topic_term: weight is not a number from 0 to 1: 1 (first: energy, oil)");
  }

  @Test
  void roundingErrorsAreNotOutOfRange() {
    add(new FactTopicTerm("energy", "oil", 7, 1 + 1e-12, 0.5, 2, false));

    assertThat(messages()).isEmpty();
  }

  @Test
  void whatIsNoNumber() {
    add(new FactTopicTerm("energy", "oil", 7, Double.NaN, 0.5, 2, false));

    assertThat(messages())
        .containsExactly(
            "fact_topic_term: weight is not a number from 0 to 1: 1 (first: energy, oil)");
  }

  @Test
  void wordThatIsNotOfTheList() {
    add(new FactTopicLineage(PlausibleTables.RUN, "energy", "reborn", "none", null));

    assertThat(messages())
        .containsExactly(
            "fact_topic_lineage: event is none of [born, continued, split, merged, retired]: 1 (first: 000001-c0ffee, energy, reborn, none)");
  }

  @Test
  void referenceWithoutMatch() {
    add(new BridgeMembership("NATO", "TUR", LocalDate.EPOCH, null, "member"));
    add(new BridgeMembership("NATO", "USA", LocalDate.EPOCH, null, "member"));

    assertThat(messages())
        .containsExactly(
            "bridge_membership: organization_id has no match in dim_organization.organization_id: 2 (first: NATO)");
  }

  @Test
  void referenceToSeveralColumnsWithoutMatch() {
    FactProposal proposal = first(FactProposal.class);
    add(
        new FactProposal(
            "p",
            proposal.speechId(),
            9999,
            0,
            5,
            null,
            null,
            null,
            "proposed",
            "Title",
            "other",
            0.5,
            null));

    assertThat(messages())
        .singleElement()
        .asString()
        .startsWith(
            "fact_proposal: speech_id, sentence_no has no match in fact_sentence_theme.speech_id, sentence_no: 1");
  }

  @Test
  void exemptWordNeedsNoMatch() {
    add(new FactTopicLineage(PlausibleTables.RUN, "energy", "merged", "elsewhere", 0.5));

    assertThat(messages())
        .containsExactly(
            "fact_topic_lineage: from_topic_id has no match in dim_topic.topic_id: 1 (first: elsewhere)");
  }

  @Test
  void sharesThatDoNotAddUp() {
    add(
        new FactOrganizationTheme(
            "members", "OTS", "2025", "trade", 0.4, null, null, 0.9, 1, 4, 10));

    assertThat(messages())
        .containsExactly(
            "fact_organization_theme: share does not add up to 1 over basis, organization_id, period: 1 (first: members, OTS, 2025)");
  }

  @Test
  void boundsInTheWrongOrder() {
    add(
        new BridgeMembership(
            "OTS", "TUR", LocalDate.of(2020, 1, 1), LocalDate.of(2019, 1, 1), "member"));

    assertThat(messages())
        .containsExactly(
            "bridge_membership: valid_from is above valid_to: 1 (first: OTS, TUR, 2020-01-01)");
  }

  @Test
  void textThatIsNotAsLongAsItsOffsetsSay() {
    FactSentenceTheme sentence = first(FactSentenceTheme.class);
    add(
        new FactSentenceTheme(
            sentence.speechId(), 999, 10, 12, "😀", "other", 1, "other", null, null, 1));

    assertThat(messages())
        .containsExactly(
            "fact_sentence_theme: theme_id and second_theme_id are the same: 1 (first: %s, 999)"
                .formatted(sentence.speechId()),
            "fact_sentence_theme: text has not the length that its offsets say: 1 (first: %s, 999)"
                .formatted(sentence.speechId()));
  }

  @Test
  void violationsFailWithTheirMessages() {
    add(new DimOrganization("OTS", "Again", "regional", ""));

    assertThatThrownBy(() -> check().require())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Published tables break constraints:
              dim_organization: key organization_id is not unique: 1 (first: OTS)""");
  }

  @Test
  void rowsThatWereCheckedBeforeAreNotLookedAtOneByOneAgain() {
    Dataset<Row> sentences = rows(FactSentenceTheme.class);
    Dataset<Row> implausible =
        sentences
            .limit(1)
            .withColumn("speech_id", lit("nowhere"))
            .withColumn("confidence", lit(2.0));
    tables.put(FactSentenceTheme.class, sentences.union(implausible));

    assertThat(messages(sentences))
        .containsExactly(
            "fact_sentence_theme: speech_id has no match in dim_speech.speech_id: 1 (first: nowhere)");
    assertThat(messages(implausible))
        .hasSize(2)
        .anyMatch(message -> message.contains("confidence is not a number from 0 to 1: 1"));
  }

  private List<String> messages(Dataset<Row> added) {
    Map<Class<? extends Record>, OrderedTable> left = new LinkedHashMap<>();
    tables.forEach((type, rows) -> left.put(type, OrderedTable.left(type, rows)));
    return Constraints.check(spark, left, Map.of(FactSentenceTheme.class, added))
        .violations()
        .stream()
        .map(Violation::toString)
        .toList();
  }

  private <R extends Record> R first(Class<R> type) {
    return Records.record(rows(type).first(), type);
  }

  private void add(Record record) {
    Class<? extends Record> type = record.getClass();
    Dataset<Row> added = spark.createDataset(List.of(Records.row(record)), Records.encoder(type));
    tables.put(type, rows(type).union(added));
  }

  private Dataset<Row> rows(Class<? extends Record> type) {
    return tables.get(type).select(Records.columns(type));
  }

  private List<String> messages() {
    return check().violations().stream().map(Violation::toString).toList();
  }

  private Outcome check() {
    return outcome(true);
  }

  private Outcome outcome(boolean held) {
    Map<Class<? extends Record>, OrderedTable> ordered = new LinkedHashMap<>();
    tables.forEach(
        (type, rows) ->
            ordered.put(type, held ? OrderedTable.of(type, rows) : OrderedTable.left(type, rows)));
    return Constraints.check(spark, ordered);
  }
}
