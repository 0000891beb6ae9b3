package org.summitthemes.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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

  private final int length;

  /** Lists so many terms for an organization and theme. */
  DistinctiveTerms(int length) {
    this.length = length;
  }

  /** Rows of {@link FactDistinctiveTerm}. */
  Dataset<Row> of(Dataset<Row> belongings, CompareJob.Inputs inputs) {
    Dataset<Row> organizations = organizations(belongings);
    Dataset<Row> sentences =
        inputs
            .sentenceTerms()
            .select("speech_id", "sentence_no", "language", "terms")
            .join(
                inputs.sentenceThemes().select("speech_id", "sentence_no", "theme_id"),
                new String[] {"speech_id", "sentence_no"});
    Dataset<Row> lengths = lengths(sentences);
    return uses(sentences)
        .join(lengths, new String[] {"speech_id", "language", "theme_id"})
        .join(organizations, "speech_id")
        .transform(DistinctiveTerms::addedByOrganization)
        .join(
            functions.broadcast(tokens(lengths, organizations)),
            new String[] {"basis", "organization_id", "language", "theme_id"})
        .transform(DistinctiveTerms::besideEverybody)
        .transform(DistinctiveTerms::measured)
        .transform(terms -> withoutOwnNames(terms, inputs.ownNames()))
        .transform(terms -> asReadersKnowThem(terms, inputs.surfaces()))
        .transform(this::ranked)
        .select(Records.columns(FactDistinctiveTerm.class));
  }

  /** basis, speech_id and organizations: a list that ends with everybody. */
  private static Dataset<Row> organizations(Dataset<Row> belongings) {
    return belongings
        .groupBy("basis", "speech_id")
        .agg(
            concat(sort_array(collect_set("organization_id")), array(lit(EVERYBODY)))
                .as("organizations"));
  }

  /** speech_id, language, theme_id (each and all) and length: occurrences of all terms. */
  private static Dataset<Row> lengths(Dataset<Row> sentences) {
    return withAllThemes(
            sentences
                .groupBy("speech_id", "language", "theme_id")
                .agg(sum(size(col("terms"))).as("length")),
            "length",
            "speech_id",
            "language")
        .where(col("length").gt(0));
  }

  /** speech_id, language, theme_id (each and all), term and occurrences. */
  private static Dataset<Row> uses(Dataset<Row> sentences) {
    return withAllThemes(
        sentences
            .select(
                col("speech_id"),
                col("language"),
                col("theme_id"),
                explode(col("terms")).as("term"))
            .groupBy("speech_id", "language", "theme_id", "term")
            .agg(count(lit(1)).as("occurrences")),
        "occurrences",
        "speech_id",
        "language",
        "term");
  }

  private static Dataset<Row> withAllThemes(Dataset<Row> rows, String number, String... keys) {
    Column[] columns = Arrays.stream(keys).map(functions::col).toArray(Column[]::new);
    return rows.unionByName(
        rows.groupBy(columns).agg(sum(number).as(number)).withColumn("theme_id", lit(ALL_THEMES)));
  }

  /**
   * Adds up over speeches: first those that belong to the same organizations, which are few sets,
   * then by organization.
   */
  private static Dataset<Row> addedByOrganization(Dataset<Row> uses) {
    Dataset<Row> bySet =
        uses.groupBy("basis", "organizations", "language", "theme_id", "term")
            .agg(
                sum("occurrences").as("occurrences"),
                sum(col("occurrences").multiply(col("occurrences"))).as("squares"),
                sum(col("occurrences").multiply(col("length"))).as("products"));
    return bySet
        .withColumn("organization_id", explode(col("organizations")))
        .groupBy("basis", "organization_id", "language", "theme_id", "term")
        .agg(
            sum("occurrences").as("occurrences"),
            sum("squares").as("squares"),
            sum("products").as("products"));
  }

  /** Of each organization and of everybody: occurrences of all terms, squares, speeches. */
  private static Dataset<Row> tokens(Dataset<Row> lengths, Dataset<Row> organizations) {
    return lengths
        .join(organizations, "speech_id")
        .withColumn("organization_id", explode(col("organizations")))
        .groupBy("basis", "organization_id", "language", "theme_id")
        .agg(
            sum("length").as("tokens"),
            sum(col("length").multiply(col("length"))).as("token_squares"),
            count(lit(1)).as("speeches"));
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
