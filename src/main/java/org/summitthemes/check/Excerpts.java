package org.summitthemes.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Checks that offsets return the excerpts stored beside them from the speech, letter by letter. */
public final class Excerpts {
  private Excerpts() {}

  /**
   * Requires it of every excerpt.
   *
   * @param table the table that holds the excerpts
   * @param excerpts speech_id, start_offset and end_offset in code points, text
   * @param speeches speech_id, text
   * @throws IllegalStateException naming a speech of which an excerpt differs, or that is missing
   */
  public static void require(String table, Dataset<Row> excerpts, Dataset<Row> speeches) {
    FilterFunction<Row> differs = row -> !returnsAll(row.getString(2), row.getList(1));
    List<Row> wrong =
        excerpts
            .groupBy("speech_id")
            .agg(collect_list(struct("start_offset", "end_offset", "text")).as("excerpts"))
            .join(
                speeches.select(col("speech_id"), col("text").as("speech")),
                new String[] {"speech_id"},
                "left")
            .filter(differs)
            .select("speech_id")
            .sort("speech_id")
            .limit(1)
            .collectAsList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "%s: offsets do not return the text from speech %s"
              .formatted(table, wrong.get(0).getString(0)));
    }
  }

  private static boolean returnsAll(String speech, List<Row> excerpts) {
    if (speech == null) {
      return false;
    }

    int[] letters = speech.codePoints().toArray();
    return excerpts.stream().allMatch(excerpt -> returns(letters, excerpt));
  }

  private static boolean returns(int[] letters, Row excerpt) {
    int start = excerpt.getInt(0);
    int end = excerpt.getInt(1);
    return 0 <= start
        && start <= end
        && end <= letters.length
        && new String(letters, start, end - start).equals(excerpt.getString(2));
  }
}
