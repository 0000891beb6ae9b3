package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.config.PublishConfig;
import org.summitthemes.report.Frame;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.table.OrderedTable;

/**
 * Selects from the published tables what the page shows. Each selection is bounded, so that the
 * page stays small for any corpus, and fully ordered.
 */
final class PageTables {
  /** Organizations shown for a basis: those with most speeches. */
  private static final int ORGANIZATIONS = 24;

  private static final int TERMS = 12;
  private static final int SHIFTS = 200;
  private static final int SPEAKER_PAIRS = 40;
  private static final int REJECTED = 50;
  private static final int TOPICS = 120;
  private static final long MILLION = 1_000_000;
  private static final String SEPARATOR = "\u001f";
  private static final StructType PAIR =
      new StructType()
          .add("basis", DataTypes.StringType)
          .add("organization_id", DataTypes.StringType);
  private static final StructType ORGANIZATION =
      PAIR.add("name", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("n_speeches", DataTypes.IntegerType)
          .add("n_all", DataTypes.IntegerType);
  private static final StructType REASON =
      new StructType()
          .add("reason_code", DataTypes.StringType)
          .add("inputs", DataTypes.IntegerType);
  private static final StructType SPEAKER =
      new StructType()
          .add("speaker_id", DataTypes.StringType)
          .add("speaker_name", DataTypes.StringType);

  private final SparkSession spark;
  private final Map<Class<? extends Record>, OrderedTable> tables;
  private final PublishConfig config;
  private final Map<String, List<Row>> organizations;
  private final Set<String> shown = new HashSet<>();

  PageTables(
      SparkSession spark, Map<Class<? extends Record>, OrderedTable> tables, PublishConfig config) {
    this.spark = spark;
    this.tables = tables;
    this.config = config;
    this.organizations = organizationsBySize();
    organizations
        .values()
        .forEach(
            rows ->
                rows.stream()
                    .limit(ORGANIZATIONS)
                    .forEach(row -> shown.add(pair(row, "organization_id"))));
  }

  /** The selections by the names under which the page's program knows them. */
  Map<String, Frame> frames() {
    Map<String, Supplier<Frame>> selections = new LinkedHashMap<>();
    selections.put("evidence", this::evidence);
    selections.put("speeches", this::speeches);
    selections.put("topics", this::topics);
    PageInitiatives initiatives = new PageInitiatives(tables);
    selections.put("proposals", initiatives::newest);
    selections.put("initiativeGroups", initiatives::groups);
    selections.put("initiativeUses", initiatives::uses);
    selections.put("rejects", this::rejects);
    selections.put("rejectedInputs", this::rejectedInputs);
    selections.put("organizations", this::organizations);
    selections.put("themes", this::themes);
    selections.put("shares", this::shares);
    selections.put("contrasts", this::contrasts);
    selections.put("shifts", this::shifts);
    selections.put("changePoints", this::changePoints);
    selections.put("speakerContrasts", this::speakerContrasts);
    selections.put("speakers", this::speakers);
    selections.put("topicTerms", this::topicTerms);
    selections.put("diagnostics", this::diagnostics);
    selections.put("distinctiveTerms", this::distinctiveTerms);
    Map<String, Frame> frames = new ConcurrentHashMap<>();
    Together.forEach(
        selections.entrySet(),
        selection -> {
          spark.sparkContext().setJobDescription("select " + selection.getKey() + " for the page");
          frames.put(selection.getKey(), selection.getValue().get());
        });
    return new TreeMap<>(frames);
  }

  private Frame evidence() {
    List<Row> pairs =
        shown.stream()
            .sorted()
            .map(pair -> RowFactory.create((Object[]) pair.split(SEPARATOR)))
            .toList();
    Dataset<Row> cells = spark.createDataFrame(pairs, PAIR);
    return Frame.of(new Evidence(tables, config.evidenceSentences()).sentences(cells));
  }

  /** How many speeches, copies, sentences and words, by language and year. */
  private Frame speeches() {
    return Frame.of(
        dataset(DimSpeech.class)
            .groupBy(
                col("language"),
                year(col("event_date")).as("year"),
                col("duplicate_of").isNotNull().as("is_copy"),
                col("organization_id").isNotNull().as("has_venue"))
            .agg(
                count(lit(1)).as("speeches"),
                sum(col("n_sentences").cast("long")).as("sentences"),
                sum(col("n_words").cast("long")).as("words"))
            .sort("language", "year", "is_copy", "has_venue"));
  }

  /** The model's topics and their share of the words of all speeches. */
  private Frame topics() {
    Column words = col("n_words").cast("long");
    Dataset<Row> prevalence =
        dataset(FactSpeechTopic.class)
            .join(dataset(DimSpeech.class).select("speech_id", "n_words"), "speech_id")
            .groupBy("topic_id")
            .agg(
                sum(round(col("share").multiply(words).multiply(MILLION)).cast("long"))
                    .divide(sum(words).multiply(MILLION))
                    .as("prevalence"));
    return Frame.of(
        dataset(DimTopic.class)
            .where(col("status").equalTo("active"))
            .join(prevalence, Columns.of("topic_id"), "left")
            .select("topic_id", "kind", "theme_id", "label", "prevalence")
            .sort(coalesce(col("prevalence"), lit(0.0)).desc(), col("topic_id"))
            .limit(TOPICS));
  }

  private Frame rejects() {
    Map<String, Integer> inputs = new TreeMap<>();
    rows(FactRejectedInput.class, row -> true)
        .forEach(row -> inputs.merge(row.getAs("reason_code"), 1, Integer::sum));
    List<Row> reasons =
        inputs.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(reason -> RowFactory.create(reason.getKey(), reason.getValue()))
            .toList();
    return Frame.of(REASON, reasons);
  }

  private Frame rejectedInputs() {
    List<Row> first = rows(FactRejectedInput.class, row -> true).stream().limit(REJECTED).toList();
    return Frame.of(FactRejectedInput.class, first, "source_uri", "reason_code", "detail");
  }

  private Frame organizations() {
    Map<Object, Row> named = new HashMap<>();
    rows(DimOrganization.class, row -> true)
        .forEach(row -> named.put(row.getAs("organization_id"), row));
    List<Row> cells = new ArrayList<>();
    organizations.forEach(
        (basis, rows) ->
            rows.stream()
                .limit(ORGANIZATIONS)
                .map(row -> organization(row, named, rows.size()))
                .forEach(cells::add));
    return Frame.of(ORGANIZATION, cells);
  }

  private static Row organization(Row share, Map<Object, Row> named, int all) {
    String id = share.getAs("organization_id");
    Row name = Objects.requireNonNull(named.get(id), id);
    return RowFactory.create(
        share.getAs("basis"),
        id,
        name.getAs("name"),
        name.getAs("kind"),
        share.getAs("n_speeches"),
        all);
  }

  private Frame themes() {
    return Frame.of(
        DimTheme.class,
        rows(DimTheme.class, row -> true),
        "theme_id",
        "label",
        "description",
        "n_terms");
  }

  private Frame shares() {
    Set<String> pairs = shown;
    return Frame.of(
        FactOrganizationTheme.class,
        rows(FactOrganizationTheme.class, row -> pairs.contains(pair(row, "organization_id"))),
        "basis",
        "organization_id",
        "period",
        "theme_id",
        "share",
        "share_low",
        "share_high",
        "ci_level",
        "n_speeches",
        "n_words");
  }

  private Frame contrasts() {
    Set<String> pairs = shown;
    return Frame.of(
        FactOrganizationContrast.class,
        rows(
            FactOrganizationContrast.class,
            row ->
                pairs.contains(pair(row, "organization_id_a"))
                    && pairs.contains(pair(row, "organization_id_b"))),
        "basis",
        "organization_id_a",
        "organization_id_b",
        "measure",
        "theme_id",
        "value",
        "low",
        "high",
        "q_value",
        "verdict",
        "n_speeches_a",
        "n_speeches_b");
  }

  /** Changes that can be told from chance, the largest first. */
  private Frame shifts() {
    return Frame.of(
        FactThemeShift.class,
        clearChanges(FactThemeShift.class),
        "basis",
        "organization_id",
        "theme_id",
        "period_from",
        "period_to",
        "change",
        "low",
        "high",
        "q_value",
        "verdict",
        "partial_period");
  }

  private List<Row> clearChanges(Class<? extends Record> type) {
    Set<String> pairs = shown;
    return rows(
            type,
            row -> pairs.contains(pair(row, "organization_id")) && isShift(row.getAs("verdict")))
        .stream()
        .sorted(Comparator.comparing((Row row) -> -Math.abs(row.<Double>getAs("change"))))
        .limit(SHIFTS)
        .toList();
  }

  /** New levels that can be told from chance, the largest changes first. */
  private Frame changePoints() {
    return Frame.of(
        FactThemeChangePoint.class,
        clearChanges(FactThemeChangePoint.class),
        "basis",
        "organization_id",
        "theme_id",
        "period",
        "period_from",
        "period_to",
        "share_before",
        "share_after",
        "q_value",
        "verdict");
  }

  private static boolean isShift(String verdict) {
    return verdict.equals("rose") || verdict.equals("fell");
  }

  private Frame speakerContrasts() {
    return Frame.of(
        FactSpeakerContrast.class,
        speakerRows(),
        "speaker_id",
        "organization_id_a",
        "organization_id_b",
        "measure",
        "theme_id",
        "value",
        "low",
        "high",
        "q_value",
        "verdict",
        "n_speeches_a",
        "n_speeches_b");
  }

  /** The rows of the pairs of organizations for which a speaker gave most speeches at both. */
  private List<Row> speakerRows() {
    List<Row> rows = rows(FactSpeakerContrast.class, row -> true);
    Map<String, Integer> fewer = new TreeMap<>();
    rows.forEach(row -> fewer.put(speakerPair(row), fewerSpeeches(row)));
    Set<String> first =
        fewer.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SPEAKER_PAIRS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return rows.stream().filter(row -> first.contains(speakerPair(row))).toList();
  }

  private static String speakerPair(Row row) {
    return String.join(
        SEPARATOR,
        row.<String>getAs("speaker_id"),
        row.<String>getAs("organization_id_a"),
        row.<String>getAs("organization_id_b"));
  }

  private static int fewerSpeeches(Row row) {
    return Math.min(row.<Integer>getAs("n_speeches_a"), row.<Integer>getAs("n_speeches_b"));
  }

  /** A name for each speaker who is compared: the first of the spellings. */
  private Frame speakers() {
    Set<String> compared = new HashSet<>();
    speakerRows().forEach(row -> compared.add(row.getAs("speaker_id")));
    Map<String, String> names = new TreeMap<>();
    rows(DimSpeech.class, row -> compared.contains(row.<String>getAs("speaker_id")))
        .forEach(row -> addName(names, row));
    List<Row> named = new ArrayList<>();
    names.forEach((id, name) -> named.add(RowFactory.create(id, name)));
    return Frame.of(SPEAKER, named);
  }

  private static void addName(Map<String, String> names, Row speech) {
    String name = speech.getAs("speaker_name");
    if (name != null) {
      names.merge(
          speech.getAs("speaker_id"), name, BinaryOperator.minBy(Comparator.naturalOrder()));
    }
  }

  private Frame topicTerms() {
    int terms = config.topTerms();
    List<Row> rows =
        rows(FactTopicTerm.class, row -> row.<Integer>getAs("rank") <= terms).stream()
            .limit((long) TOPICS * terms)
            .toList();
    return Frame.of(
        FactTopicTerm.class, rows, "topic_id", "term", "rank", "weight", "frex", "lift", "is_seed");
  }

  private Frame diagnostics() {
    List<Row> rows =
        rows(FactModelDiagnostic.class, row -> true).stream().limit(10L * TOPICS).toList();
    return Frame.of(FactModelDiagnostic.class, rows, "model_id", "topic_id", "measure", "value");
  }

  private Frame distinctiveTerms() {
    Set<String> pairs = shown;
    return Frame.of(
        FactDistinctiveTerm.class,
        rows(
            FactDistinctiveTerm.class,
            row ->
                row.<Integer>getAs("rank") <= TERMS
                    && pairs.contains(pair(row, "organization_id"))),
        "basis",
        "organization_id",
        "theme_id",
        "term",
        "rank",
        "z_score",
        "n_organization",
        "n_rest");
  }

  /** One row of each organization over all years, by basis, the largest organization first. */
  private Map<String, List<Row>> organizationsBySize() {
    Map<String, Row> first = new TreeMap<>();
    rows(FactOrganizationTheme.class, row -> row.getAs("period").equals("all"))
        .forEach(row -> first.putIfAbsent(pair(row, "organization_id"), row));
    return first.values().stream()
        .sorted(Comparator.comparing((Row row) -> -row.<Integer>getAs("n_speeches")))
        .collect(
            Collectors.groupingBy(row -> row.getAs("basis"), TreeMap::new, Collectors.toList()));
  }

  private static String pair(Row row, String column) {
    return row.getAs("basis") + SEPARATOR + row.getAs(column);
  }

  private List<Row> rows(Class<? extends Record> type, FilterFunction<Row> keep) {
    return table(type).select(keep);
  }

  private Dataset<Row> dataset(Class<? extends Record> type) {
    return table(type).unordered();
  }

  private OrderedTable table(Class<? extends Record> type) {
    return Objects.requireNonNull(tables.get(type), type.getSimpleName());
  }
}
