package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.summitthemes.config.CompareConfig;
import org.summitthemes.config.Grouping;

/**
 * Which speeches belong to which organization, on either basis, or to which other group.
 *
 * <ul>
 *   <li>{@code venue}: the speech was given at the organization's meeting.
 *   <li>{@code members}: the speaker's country was a member, no mere observer or partner,
 *       throughout the time in which the speech is known to have been given: the day, month or
 *       year, as exactly as the date is known. A speech of unknown date belongs to nobody on this
 *       basis.
 *   <li>{@code country}, {@code speaker}, {@code language}, {@code year}: the speech has this
 *       attribute, if the configuration asks for it.
 * </ul>
 *
 * <p>The unit of evidence is the speech at a venue, and the country among members: a country is a
 * member or not, with all its speeches, which are more like each other than like those of others.
 */
final class Belongings {
  static final String VENUE = "venue";
  static final String MEMBERS = "members";

  /** Between what a group is a group of and the value that its speeches have in common. */
  static final String SEPARATOR = ":";

  private Belongings() {}

  /**
   * Assigns speeches that are no copies to organizations.
   *
   * @return basis, organization_id, unit, speech_id, speaker_id, cluster (whose speeches are like
   *     each other: the country, else the speaker, else the speech), year (text; null if unknown);
   *     no row twice
   */
  static Dataset<Row> of(Dataset<Row> speeches, Dataset<Row> memberships, CompareConfig config) {
    Dataset<Row> originals =
        speeches
            .where(col("duplicate_of").isNull())
            .select(
                col("speech_id"),
                col("speaker_id"),
                col("country_id"),
                col("organization_id").as("venue_id"),
                col("language"),
                firstDay().as("first_day"),
                lastDay().as("last_day"));
    Dataset<Row> belongings =
        byVenue(originals)
            .unionByName(byMembership(originals, memberships))
            .where(lit(config.groupsBy(Grouping.ORGANIZATION)));
    for (Grouping grouping : Grouping.values()) {
      if (grouping != Grouping.ORGANIZATION && config.groupsBy(grouping)) {
        belongings = belongings.unionByName(byAttribute(originals, grouping));
      }
    }
    return belongings;
  }

  /** The id of a group says what it is a group of, and so differs from every organization's. */
  private static Dataset<Row> byAttribute(Dataset<Row> originals, Grouping grouping) {
    Column value =
        switch (grouping) {
          case ORGANIZATION -> col("venue_id");
          case COUNTRY -> col("country_id");
          case SPEAKER -> col("speaker_id");
          case LANGUAGE -> col("language");
          case YEAR -> year(col("first_day")).cast(DataTypes.StringType);
        };
    return originals
        .where(value.isNotNull())
        .select(
            columns(
                grouping.word(),
                concat(lit(grouping.word() + SEPARATOR), value),
                col("speech_id")));
  }

  private static Dataset<Row> byVenue(Dataset<Row> originals) {
    return originals
        .where(col("venue_id").isNotNull())
        .select(columns(VENUE, col("venue_id"), col("speech_id")));
  }

  private static Dataset<Row> byMembership(Dataset<Row> originals, Dataset<Row> memberships) {
    Dataset<Row> members =
        memberships
            .where(col("role").equalTo("member"))
            .select("organization_id", "country_id", "valid_from", "valid_to");
    return originals
        .join(functions.broadcast(members), "country_id")
        .where(col("valid_from").leq(col("first_day")))
        .where(col("valid_to").isNull().or(col("valid_to").geq(col("last_day"))))
        .select(columns(MEMBERS, col("organization_id"), col("country_id")))
        .distinct();
  }

  private static Column[] columns(String basis, Column organization, Column unit) {
    return new Column[] {
      lit(basis).as("basis"),
      organization.as("organization_id"),
      unit.as("unit"),
      col("speech_id"),
      col("speaker_id"),
      coalesce(col("country_id"), col("speaker_id"), col("speech_id")).as("cluster"),
      year(col("first_day")).cast(DataTypes.StringType).as("year")
    };
  }

  private static Column firstDay() {
    return byPrecision(
        col("event_date"), expr("trunc(event_date, 'MM')"), expr("trunc(event_date, 'YEAR')"));
  }

  private static Column lastDay() {
    return byPrecision(
        col("event_date"),
        last_day(col("event_date")),
        make_date(year(col("event_date")), lit(12), lit(31)));
  }

  private static Column byPrecision(Column day, Column month, Column ofYear) {
    Column precision = col("date_precision");
    return when(precision.equalTo("day"), day)
        .when(precision.equalTo("month"), month)
        .when(precision.equalTo("year"), ofYear);
  }
}
