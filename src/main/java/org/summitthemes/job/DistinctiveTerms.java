package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.stats.LogOdds;
import org.summitthemes.stats.TermTally;
import org.summitthemes.stats.TermUse;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.Records;

/**
 * The terms that an organization uses more than all others on the same basis, overall and within
 * each theme.
 *
 * <p>Terms are compared within a language: otherwise every word of the language that an
 * organization speaks most would be distinctive. The rest are the speeches on the same basis that
 * do not belong to the organization; a speech of several organizations counts once among them.
 */
final class DistinctiveTerms {
  private static final String ALL_THEMES = "all";

  /** Stands for all speeches of a basis where otherwise an organization stands. */
  private static final String EVERYBODY = "";

  private static final StructType MEASURES =
      new StructType()
          .add("log_odds", DataTypes.DoubleType, false)
          .add("z_score", DataTypes.DoubleType, false);

  /** What a speech says in one language: its terms, and each one's occurrences in each theme. */
  private static final StructType COUNTS =
      new StructType()
          .add("speech_id", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("counts", DataTypes.createArrayType(DataTypes.IntegerType, false), false);

  private static final StructType USES =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("organization_id", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("theme_id", DataTypes.StringType, false)
          .add("term", DataTypes.StringType, false)
          .add("occurrences", DataTypes.LongType, false)
          .add("squares", DataTypes.LongType, false)
          .add("products", DataTypes.LongType, false)
          .add("tokens", DataTypes.LongType, false)
          .add("token_squares", DataTypes.LongType, false)
          .add("speeches", DataTypes.LongType, false);

  private final List<String> themeIds;
  private final int length;

  /** Lists so many terms for an organization and theme. */
  DistinctiveTerms(List<String> themeIds, int length) {
    this.themeIds = themeIds;
    this.length = length;
  }

  /** Rows of {@link FactDistinctiveTerm}. */
  Dataset<Row> of(Dataset<Row> belongings, CompareJob.Inputs inputs) {
    return counts(inputs)
        .join(functions.broadcast(withEverybody(belongings)), "speech_id")
        .transform(this::uses)
        .transform(DistinctiveTerms::besideEverybody)
        .transform(DistinctiveTerms::measured)
        .transform(terms -> withoutOwnNames(terms, inputs.ownNames()))
        .transform(terms -> asReadersKnowThem(terms, inputs.surfaces()))
        .transform(this::ranked)
        .select(Records.columns(FactDistinctiveTerm.class));
  }

  /** Counts the terms of each speech. */
  private Dataset<Row> counts(CompareJob.Inputs inputs) {
    Dataset<Row> terms =
        inputs.sentenceTerms().select("speech_id", "sentence_no", "language", "terms");
    Dataset<Row> themes = inputs.sentenceThemes().select("speech_id", "sentence_no", "theme_id");
    List<String> ids = themeIds;
    CoGroupFunction<String, Row, Row, Row> count =
        (speech, sentences, labels) -> counts(speech, sentences, themes(labels, ids), ids.size());
    return bySpeech(terms).cogroup(bySpeech(themes), count, Encoders.row(COUNTS));
  }

  /**
   * By a computed key: columns of one name may differ in whether they may be null, and then cannot
   * be grouped together.
   */
  private static KeyValueGroupedDataset<String, Row> bySpeech(Dataset<Row> sentences) {
    return sentences.groupByKey(
        (MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING());
  }

  private static Map<Integer, Integer> themes(Iterator<Row> labels, List<String> themeIds) {
    Map<Integer, Integer> themes = new HashMap<>();
    labels.forEachRemaining(
        row ->
            themes.put(
                row.<Integer>getAs("sentence_no"),
                themeIds.indexOf(row.<String>getAs("theme_id"))));
    return themes;
  }

  /** The counts of a speech in each of its languages; sentences without a theme do not count. */
  private static Iterator<Row> counts(
      String speech, Iterator<Row> sentences, Map<Integer, Integer> themes, int nThemes) {
    Map<String, Map<String, int[]>> languages = new TreeMap<>();
    sentences.forEachRemaining(
        row -> {
          Integer theme = themes.get(row.<Integer>getAs("sentence_no"));
          if (theme != null) {
            Map<String, int[]> counts =
                languages.computeIfAbsent(row.getAs("language"), language -> new HashMap<>());
            for (String term : row.<String>getList(row.fieldIndex("terms"))) {
              counts.computeIfAbsent(term, any -> new int[nThemes])[theme]++;
            }
          }
        });
    return languages.entrySet().stream()
        .map(language -> counts(speech, language.getKey(), language.getValue()))
        .iterator();
  }

  private static Row counts(String speech, String language, Map<String, int[]> counts) {
    List<String> terms = new ArrayList<>(counts.keySet());
    Object[] flat =
        terms.stream().flatMapToInt(term -> Arrays.stream(counts.get(term))).boxed().toArray();
    return RowFactory.create(speech, language, terms.toArray(), flat);
  }

  /** basis, organization_id, speech_id: where speeches belong, and that all belong to everybody. */
  private static Dataset<Row> withEverybody(Dataset<Row> belongings) {
    Dataset<Row> own = belongings.select("basis", "organization_id", "speech_id");
    return own.unionByName(own.withColumn("organization_id", lit(EVERYBODY)).distinct());
  }

  /** Adds up how each organization, and everybody, uses each term, in each theme and overall. */
  private Dataset<Row> uses(Dataset<Row> counts) {
    List<String> labels = new ArrayList<>(themeIds);
    labels.add(ALL_THEMES);
    return Groups.of(
        counts,
        Encoders.row(USES),
        (key, rows) -> uses(key, rows, labels),
        "basis",
        "organization_id",
        "language");
  }

  private static List<Row> uses(Row key, Iterator<Row> speeches, List<String> labels) {
    TermTally tally = new TermTally(labels.size() - 1);
    speeches.forEachRemaining(
        row ->
            tally.add(row.getList(row.fieldIndex("terms")), row.getList(row.fieldIndex("counts"))));
    List<Row> uses = new ArrayList<>();
    tally.forEach(
        (theme, term, use) ->
            uses.add(
                RowFactory.create(
                    key.getString(0),
                    key.getString(1),
                    key.getString(2),
                    labels.get(theme),
                    term,
                    use.occurrences(),
                    use.occurrenceSquares(),
                    use.products(),
                    use.tokens(),
                    use.tokenSquares(),
                    tally.speeches(theme))));
    return uses;
  }

  /** One row for each organization and term: its use and everybody's. */
  private static Dataset<Row> besideEverybody(Dataset<Row> uses) {
    WindowSpec sameTerm = Window.partitionBy("basis", "language", "theme_id", "term");
    Column use =
        struct("occurrences", "squares", "products", "tokens", "token_squares", "speeches");
    return uses.withColumn("own", use)
        .withColumn(
            "everybody", max(when(col("organization_id").equalTo(EVERYBODY), use)).over(sameTerm))
        .where(col("organization_id").notEqual(EVERYBODY));
  }

  /** Keeps the terms that the organization uses more. */
  private static Dataset<Row> measured(Dataset<Row> uses) {
    Column restOccurrences = col("everybody.occurrences").minus(col("own.occurrences"));
    Column restTokens = col("everybody.tokens").minus(col("own.tokens"));
    Column moreOften =
        col("own.occurrences").multiply(restTokens).gt(restOccurrences.multiply(col("own.tokens")));
    return uses.where(restTokens.gt(0).and(moreOften))
        .withColumn("measures", logOdds().apply(col("own"), col("everybody")))
        .select(
            col("basis"),
            col("organization_id"),
            col("language"),
            col("theme_id"),
            col("term"),
            col("measures.log_odds"),
            col("measures.z_score"),
            col("own.occurrences").as("n_organization"),
            restOccurrences.as("n_rest"))
        .where(col("z_score").gt(0));
  }

  /** The prior weighs as much as an average speech. */
  private static UserDefinedFunction logOdds() {
    UDF2<Row, Row, Row> measure =
        (own, everybody) -> {
          TermUse use = termUse(own);
          TermUse all = termUse(everybody);
          double prior = (double) all.tokens() / everybody.getLong(5);
          LogOdds logOdds = LogOdds.of(use, all.minus(use), prior);
          return RowFactory.create(logOdds.value(), logOdds.zScore());
        };
    return udf(measure, MEASURES);
  }

  private static TermUse termUse(Row use) {
    return new TermUse(
        use.getLong(0), use.getLong(1), use.getLong(2), use.getLong(3), use.getLong(4));
  }

  /** Leaves out terms of which every part stands in the organization's own names. */
  private static Dataset<Row> withoutOwnNames(Dataset<Row> terms, Dataset<Row> ownNames) {
    Dataset<Row> names =
        ownNames.groupBy("organization_id").agg(collect_set("term").as("own_names"));
    return terms
        .join(functions.broadcast(names), "organization_id", "left")
        .where(
            expr(
                "own_names is null or not (array_contains(own_names, term) or"
                    + " forall(split(term, '[_ ]'), part -> array_contains(own_names, part)))"));
  }

  /** Shows terms in their commonest form; of two terms that look the same, the more distinctive. */
  private static Dataset<Row> asReadersKnowThem(Dataset<Row> terms, Dataset<Row> surfaces) {
    WindowSpec sameForm =
        Window.partitionBy("basis", "organization_id", "theme_id", "surface")
            .orderBy(desc("z_score"), col("language"), col("stem"));
    return terms
        .withColumnRenamed("term", "stem")
        .join(
            surfaces.select(col("term").as("stem"), col("surface")), new String[] {"stem"}, "left")
        .withColumn("surface", coalesce(col("surface"), col("stem")))
        .withColumn("place", row_number().over(sameForm))
        .where(col("place").equalTo(1))
        .withColumnRenamed("surface", "term");
  }

  private Dataset<Row> ranked(Dataset<Row> terms) {
    WindowSpec list =
        Window.partitionBy("basis", "organization_id", "theme_id")
            .orderBy(desc("z_score"), col("term"));
    return terms.withColumn("rank", row_number().over(list)).where(col("rank").leq(length));
  }
}
