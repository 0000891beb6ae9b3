package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings together what names the same initiative in several speeches.
 *
 * <p>Every initiative has keys ({@code GroupKeys}): the kind of thing it is and one to three words
 * of its name. Keys are counted over speeches; each initiative takes, of its keys that at least two
 * speeches share, the one with the greatest {@code speeches ^ words}, the first by name of several.
 * So a longer name wins as soon as it is established, and a coincidence of three words in two
 * speeches does not win over a name of two words in three. A key of one word that is no name of its
 * own counts only while it is rare: in at most three speeches or one in two hundred; a key of one
 * word that is a name ("Security Council") in at most twenty or one in fifty, as what everybody
 * names is an institution.
 *
 * <p>No initiative is compared with another: the work grows with the number of keys, at most
 * twenty-five for each noun of a name.
 */
final class InitiativeGroups {
  private static final long FEW = 3;
  private static final long RARE = 200;

  /** What more than every fiftieth speech names by one word is an institution, no initiative. */
  private static final long COMMON = 50;

  private static final long SOME = 20;
  private static final String WEAK = "~";

  private InitiativeGroups() {}

  /** The rows with {@code group_id}; null where no other speech names the same. */
  static Dataset<Row> of(Dataset<Row> acts) {
    Dataset<Row> keyed =
        acts.select(col("speech_id"), col("sentence_no"), explode(col("group_keys")).as("written"))
            .withColumn("key", regexp_replace(col("written"), "^" + WEAK, ""));
    Dataset<Row> counted =
        keyed.groupBy("key").agg(count_distinct(col("speech_id")).as("n")).where(col("n").geq(2));
    Dataset<Row> speeches = acts.agg(count_distinct(col("speech_id")).as("n_speeches"));
    Column rare = col("n").leq(greatest(lit(FEW), col("n_speeches").divide(RARE).cast("long")));
    Column uncommon =
        size(split(col("key"), "\\+"))
            .gt(1)
            .or(col("n").leq(greatest(lit(SOME), col("n_speeches").divide(COMMON).cast("long"))));
    Dataset<Row> best =
        keyed
            .join(counted, "key")
            .crossJoin(speeches)
            .where(not(col("written").startsWith(WEAK)).and(uncommon).or(rare))
            .withColumn("worth", worth())
            .groupBy("speech_id", "sentence_no")
            .agg(min(struct(col("worth").multiply(-1), col("key"))).as("best"))
            .select(
                col("speech_id"),
                col("sentence_no"),
                regexp_replace(col("best.key"), "[:+]", "-").as("group_id"));
    return acts.join(best, Columns.of("speech_id", "sentence_no"), "left");
  }

  /** In whole numbers, so that no rounding decides. */
  private static Column worth() {
    Column n = col("n");
    Column words = size(split(col("key"), "\\+"));
    return when(words.equalTo(1), n)
        .when(words.equalTo(2), n.multiply(n))
        .otherwise(n.multiply(n).multiply(n));
  }
}
