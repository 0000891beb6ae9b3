package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Organization;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Tokenizer;
import org.summitthemes.text.Vocabulary;
import scala.collection.immutable.ArraySeq;

/** The terms of sentences, phrases joined, as comparisons of word use want them. */
public final class SentenceTerms {
  private static final StructType TERMS =
      new StructType()
          .add("speech_id", DataTypes.StringType, false)
          .add("sentence_no", DataTypes.IntegerType, false)
          .add("language", DataTypes.StringType, false)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType, false), false);

  private final Phrases phrases;
  private final Vocabulary vocabulary;

  public SentenceTerms(Phrases phrases, Vocabulary vocabulary) {
    this.phrases = phrases;
    this.vocabulary = vocabulary;
  }

  /**
   * {@code speech_id, sentence_no, language, terms} of rows of {@code Sentence}; only terms of the
   * vocabulary.
   */
  public Dataset<Row> of(Dataset<Row> sentences) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(sentences.sparkSession().sparkContext());
    Broadcast<Phrases> joined = context.broadcast(phrases);
    Broadcast<Vocabulary> known = context.broadcast(vocabulary);
    MapFunction<Row, Row> terms =
        row -> {
          String[] kept =
              joined.value().join(row.getList(3)).stream()
                  .filter(term -> known.value().index(term) >= 0)
                  .toArray(String[]::new);
          // Spark may hand the row on as it is, and rows answer for sequences, not for arrays.
          return RowFactory.create(
              row.get(0), row.get(1), row.get(2), ArraySeq.unsafeWrapArray(kept));
        };
    return sentences
        .select("speech_id", "sentence_no", "language", "stems")
        .map(terms, Encoders.row(TERMS));
  }

  /** {@code term, surface}: the commonest surface form of each term. */
  public Dataset<Row> surfaces(SparkSession spark) {
    List<Row> rows =
        vocabulary.terms().stream()
            .map(term -> RowFactory.create(term.name(), term.surface()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType().add("term", DataTypes.StringType).add("surface", DataTypes.StringType));
  }

  /**
   * {@code organization_id, term}: the words of each organization's own names, which distinguish it
   * trivially, and with an empty organization the words of the names of all speakers.
   *
   * @param speeches with speaker_name and language
   */
  public Dataset<Row> ownNames(
      SparkSession spark, OrganizationsConfig organizations, Dataset<Row> speeches) {
    List<Row> rows = new ArrayList<>(speakers(speeches));
    Tokenizer tokenizer = new Tokenizer("en");
    for (Organization organization : organizations.organizations()) {
      ownTerms(organization, tokenizer)
          .forEach(term -> rows.add(RowFactory.create(organization.id(), term)));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("organization_id", DataTypes.StringType)
            .add("term", DataTypes.StringType));
  }

  private static List<Row> speakers(Dataset<Row> speeches) {
    Map<String, Tokenizer> tokenizers = new HashMap<>();
    SortedSet<String> terms = new TreeSet<>();
    speeches
        .where(col("speaker_name").isNotNull())
        .select(col("speaker_name"), coalesce(col("language"), lit("und")))
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                terms.addAll(
                    tokenizers
                        .computeIfAbsent(row.getString(1), Tokenizer::new)
                        .tokens(row.getString(0))
                        .stems()));
    return terms.stream().map(term -> RowFactory.create("", term)).toList();
  }

  private Set<String> ownTerms(Organization organization, Tokenizer tokenizer) {
    Set<String> terms = new LinkedHashSet<>();
    List<String> names = new ArrayList<>(organization.aliases());
    names.add(organization.name());
    names.add(organization.id());
    for (String name : names) {
      List<String> stems = tokenizer.tokens(name).stems();
      terms.addAll(stems);
      terms.addAll(phrases.join(stems));
      terms.add(String.join(" ", stems));
    }
    terms.remove("");
    return terms;
  }
}
