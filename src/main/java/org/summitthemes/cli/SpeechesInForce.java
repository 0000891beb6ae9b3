package org.summitthemes.cli;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.summitthemes.job.Dimensions;
import org.summitthemes.store.Run;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.Speech;
import org.summitthemes.table.SpeechLanguage;

/** The speeches in force, and those of them that count: that are no copies of others. */
final class SpeechesInForce {
  private final Run run;

  SpeechesInForce(Run run) {
    this.run = run;
  }

  /** Rows of {@code DimSpeech}: all speeches, copies too. */
  Dataset<Row> dimension() {
    return Dimensions.speeches(
        run.read(Speech.class, Stages.INGEST), run.read(SpeechLanguage.class, Stages.PREPARE));
  }

  /** Rows of {@code Sentence} of the speeches that count. */
  Dataset<Row> sentences() {
    return run.read(Sentence.class, Stages.PREPARE)
        .join(broadcast(copies("speech_id")), new String[] {"speech_id"}, "left_anti");
  }

  /** Rows of {@code StageInput}: the speeches that count, in the version that was prepared. */
  Dataset<Row> inputs() {
    return run.inputs(Stages.PREPARE).join(copies("key"), new String[] {"key"}, "left_anti");
  }

  private Dataset<Row> copies(String name) {
    return run.read(Speech.class, Stages.INGEST)
        .where(col("duplicate_of").isNotNull())
        .select(col("speech_id").as(name));
  }
}
