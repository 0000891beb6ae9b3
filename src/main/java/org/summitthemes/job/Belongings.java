package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
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

/**
 * Which speeches belong to which organization, on either basis.
 *
 * <ul>
 *   <li>{@code venue}: the speech was given at the organization's meeting.
 *   <li>{@code members}: the speaker's country was a member, no mere observer or partner,
 *       throughout the time in which the speech is known to have been given: the day, month or
 *       year, as exactly as the date is known. A speech of unknown date belongs to nobody on this
 *       basis.
 * </ul>
 */
final class Belongings {
  private Belongings() {}

  /**
   * Assigns speeches that are no copies to organizations.
   *
   * @return basis, organization_id, speech_id, speaker_id, year (text; null if unknown); no row
   *     twice
   */
  static Dataset<Row> of(Dataset<Row> speeches, Dataset<Row> memberships) {
    Dataset<Row> originals =
        speeches
            .where(col("duplicate_of").isNull())
            .select(
                col("speech_id"),
                col("speaker_id"),
                col("country_id"),
                col("organization_id").as("venue_id"),
                firstDay().as("first_day"),
                lastDay().as("last_day"));
    return byVenue(originals).unionByName(byMembership(originals, memberships));
  }

  private static Dataset<Row> byVenue(Dataset<Row> originals) {
    return originals.where(col("venue_id").isNotNull()).select(columns("venue", col("venue_id")));
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
        .select(columns("members", col("organization_id")))
        .distinct();
  }

  private static Column[] columns(String basis, Column organization) {
    return new Column[] {
      lit(basis).as("basis"),
      organization.as("organization_id"),
      col("speech_id"),
      col("speaker_id"),
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
