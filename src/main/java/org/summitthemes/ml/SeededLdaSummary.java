package org.summitthemes.ml;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.topic.Cooccurrences;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.FitResult;
import org.summitthemes.topic.TopicDiagnostic;
import org.summitthemes.topic.TopicDiagnostics;
import org.summitthemes.topic.TracePoint;

/**
 * What a fit knows of the documents that it was made on. It stays in the executors until {@link
 * #unpersist}, and isn't saved with the model.
 */
public final class SeededLdaSummary {
  private final SparkSession spark;
  private final JavaRDD<DocumentBlock> blocks;
  private final DistributedFit.Outcome outcome;
  private final String documentColumn;
  private final boolean keepsSamples;

  SeededLdaSummary(
      SparkSession spark,
      JavaRDD<DocumentBlock> blocks,
      DistributedFit.Outcome outcome,
      String documentColumn,
      boolean keepsSamples) {
    this.spark = spark;
    this.blocks = blocks;
    this.outcome = outcome;
    this.documentColumn = documentColumn;
    this.keepsSamples = keepsSamples;
  }

  /**
   * The topics of the documents: document, topic, n_tokens in the last sample, share, share_low and
   * share_high (90 % credible interval), and samples: the tokens by posterior sample. A row for
   * each topic that a document has in some sample; its shares add up to 1.
   *
   * @throws IllegalStateException if the fit was told to keep no samples of them
   */
  public Dataset<Row> documentTopics() {
    if (!keepsSamples) {
      throw new IllegalStateException(
          "The fit kept no samples of the documents' topics; setDocumentSamples(true) keeps them");
    }

    int topics = outcome.result().model().topics();
    JavaRDD<Row> rows =
        blocks.zipPartitions(
            outcome.assignments(),
            (block, state) -> TopicRows.of(block.next(), state.next(), topics));
    return spark.createDataFrame(rows, TopicRows.schema(documentColumn));
  }

  /** The likelihood as it developed. */
  public List<TracePoint> trace() {
    return outcome.result().trace();
  }

  /** The measures of the model on its documents, from the given number of top terms per topic. */
  public List<TopicDiagnostic> diagnostics(int topTerms) {
    FitResult fit = outcome.result();
    int[][] terms = TopicDiagnostics.topTerms(fit.model(), topTerms);
    Cooccurrences counts =
        blocks.map(block -> new Cooccurrences(terms).add(block)).reduce(Cooccurrences::add);
    return new TopicDiagnostics(fit, terms, counts).list();
  }

  public long documents() {
    return Blocks.documents(blocks);
  }

  public long tokens() {
    return Blocks.tokens(blocks);
  }

  /** Lets go of the documents and their states; the summary is of no use afterwards. */
  public void unpersist() {
    outcome.release().run();
    blocks.unpersist(false);
  }
}
