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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.OrganizationsConfig.Organization;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Tokenizer;

/** Words of names, which distinguish an organization trivially. */
public final class OwnNames {
  private final Phrases phrases;

  /** Names with the phrases of a model joined. */
  public OwnNames(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * {@code organization_id, term}: the words of each organization's own names, which distinguish it
   * trivially, and with an empty organization the words of the names of all speakers.
   *
   * @param speeches with speaker_name and language
   */
  public Dataset<Row> of(
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
