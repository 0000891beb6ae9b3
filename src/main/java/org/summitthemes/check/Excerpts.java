package org.summitthemes.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Checks that offsets return the excerpts stored beside them from the speech, letter by letter. The
 * excerpts of all tables are looked up together, so that each speech is read once.
 */
public final class Excerpts {
  /** Stands for the table in a row that is a speech, and comes before the name of any. */
  private static final String SPEECH = "";

  private static final Encoder<Row> WRONG =
      Encoders.row(StructType.fromDDL("speech_id string, table string"));

  private Excerpts() {}

  /**
   * Requires it of every excerpt.
   *
   * @param excerpts table that holds it, speech_id, start_offset and end_offset in code points,
   *     text
   * @param speeches speech_id, text
   * @throws IllegalStateException naming a speech of which an excerpt differs, or that is missing
   */
  public static void require(Dataset<Row> excerpts, Dataset<Row> speeches) {
    Dataset<Row> whole =
        speeches.select(lit(SPEECH).as("table"), col("speech_id"), lit(0), lit(0), col("text"));
    MapPartitionsFunction<Row, Row> differing = rows -> differing(rows).iterator();
    List<Row> wrong =
        whole
            .union(excerpts.select("table", "speech_id", "start_offset", "end_offset", "text"))
            .repartition(col("speech_id"))
            .sortWithinPartitions("speech_id", "table")
            .mapPartitions(differing, WRONG)
            .sort("speech_id", "table")
            .limit(1)
            .collectAsList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "%s: offsets do not return the text from speech %s"
              .formatted(wrong.get(0).getString(1), wrong.get(0).getString(0)));
    }
  }

  /** Of rows sorted by speech, each speech before its excerpts. */
  private static List<Row> differing(Iterator<Row> rows) {
    List<Row> wrong = new ArrayList<>();
    String speech = null;
    int[] letters = {};
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getString(0).equals(SPEECH)) {
        speech = row.getString(1);
        letters = row.getString(4).codePoints().toArray();
      } else if (!row.getString(1).equals(speech) || !returns(letters, row)) {
        wrong.add(RowFactory.create(row.getString(1), row.getString(0)));
      }
    }
    return wrong;
  }

  private static boolean returns(int[] letters, Row excerpt) {
    int start = excerpt.getInt(2);
    int end = excerpt.getInt(3);
    return 0 <= start
        && start <= end
        && end <= letters.length
        && new String(letters, start, end - start).equals(excerpt.getString(4));
  }
}
