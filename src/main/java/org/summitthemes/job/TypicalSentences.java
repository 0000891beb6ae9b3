package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.summitthemes.table.FactTypicalSentence;
import org.summitthemes.table.Records;

/**
 * Chooses sentences that show what stands behind the share of a theme in an organization.
 *
 * <p>Of each speech the sentence with the surest label, neither a scrap nor a period; of these, for
 * each organization and theme, the surest {@value #CANDIDATES}; and of these one after the other
 * that whose speaker and year were chosen least often so far. Ties go to the surer label, then by
 * speech.
 */
final class TypicalSentences implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int CANDIDATES = 200;

  private static final StructType CHOSEN =
      new StructType()
          .add("basis", DataTypes.StringType, false)
          .add("organization_id", DataTypes.StringType, false)
          .add("theme_id", DataTypes.StringType, false)
          .add("rank", DataTypes.IntegerType, false)
          .add("speech_id", DataTypes.StringType, false)
          .add("sentence_no", DataTypes.IntegerType, false);

  private final int perCell;

  /** Chooses so many sentences for an organization and theme. */
  TypicalSentences(int perCell) {
    this.perCell = perCell;
  }

  /**
   * Rows of {@link FactTypicalSentence}.
   *
   * @param belongings basis, organization_id, speech_id, speaker_id, cluster and year
   * @param surest rows of {@link org.summitthemes.table.SurestSentence}
   */
  Dataset<Row> of(Dataset<Row> belongings, Dataset<Row> surest) {
    return surest
        .join(
            functions.broadcast(chosen(belongings, surest)),
            Columns.of("speech_id", "sentence_no", "theme_id"),
            "inner")
        .select(Records.columns(FactTypicalSentence.class));
  }

  private Dataset<Row> chosen(Dataset<Row> belongings, Dataset<Row> sentences) {
    Dataset<Row> surest =
        sentences.groupBy("speech_id", "theme_id").agg(max(SurestSentences.place()).as("place"));
    Dataset<Row> candidates =
        belongings
            .select(
                col("basis"),
                col("organization_id"),
                col("speech_id"),
                coalesce(col("speaker_id"), col("cluster")).as("speaker"),
                col("year"))
            .join(surest, "speech_id")
            .select(
                "basis", "organization_id", "theme_id", "speech_id", "speaker", "year", "place");
    return Groups.of(
        candidates, Encoders.row(CHOSEN), this::chosen, "basis", "organization_id", "theme_id");
  }

  private List<Row> chosen(Row cell, Iterator<Row> speeches) {
    List<Candidate> candidates = new ArrayList<>();
    speeches.forEachRemaining(
        row ->
            candidates.add(
                new Candidate(
                    row.getString(3), row.getString(4), row.getString(5), row.getLong(6))));
    candidates.sort(Candidate.ORDER);
    List<Candidate> best =
        new ArrayList<>(candidates.subList(0, Math.min(CANDIDATES, candidates.size())));
    Map<String, Integer> speakers = new HashMap<>();
    Map<String, Integer> years = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    while (rows.size() < perCell && !best.isEmpty()) {
      Candidate next = leastRepeated(best, speakers, years);
      best.remove(next);
      speakers.merge(next.speaker, 1, Integer::sum);
      years.merge(next.yearOrNone(), 1, Integer::sum);
      rows.add(
          RowFactory.create(
              cell.getString(0),
              cell.getString(1),
              cell.getString(2),
              rows.size() + 1,
              next.speech,
              next.sentenceNo()));
    }
    return rows;
  }

  /** The first of those whose speaker and year were chosen least often. */
  private static Candidate leastRepeated(
      List<Candidate> candidates, Map<String, Integer> speakers, Map<String, Integer> years) {
    Candidate least = candidates.get(0);
    int fewest = Integer.MAX_VALUE;
    for (Candidate candidate : candidates) {
      int repeated =
          speakers.getOrDefault(candidate.speaker, 0)
              + years.getOrDefault(candidate.yearOrNone(), 0);
      if (repeated < fewest) {
        fewest = repeated;
        least = candidate;
      }
    }
    return least;
  }

  private record Candidate(String speech, String speaker, @Nullable String year, long place) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(
                (Candidate candidate) -> -SurestSentences.certainty(candidate.place))
            .thenComparing(Candidate::speech);

    String yearOrNone() {
      return year == null ? "" : year;
    }

    int sentenceNo() {
      return SurestSentences.sentenceNo(place);
    }
  }
}
