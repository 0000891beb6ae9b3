package org.summitthemes.ml;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.topic.Assignments;
import org.summitthemes.topic.DocumentBlock;
import org.summitthemes.topic.PosteriorSamples;
import org.summitthemes.topic.TopicTokens;

/**
 * The topics of documents as rows: document, topic, n_tokens (in the last sample), share (posterior
 * mean of the topic's part of the tokens), share_low and share_high (the bounds of the 90 %
 * credible interval), and samples (tokens by posterior sample).
 *
 * <p>A document has a row for each topic that some sample gives it; the shares of its rows add up
 * to 1. An empty document has no row. Samples can be added up over documents: sample i of one goes
 * with sample i of another.
 */
final class TopicRows {
  static final double LOW = 0.05;
  static final double HIGH = 0.95;

  private TopicRows() {}

  static StructType schema(String documentColumn) {
    return new StructType()
        .add(documentColumn, DataTypes.StringType, false)
        .add("topic", DataTypes.IntegerType, false)
        .add("n_tokens", DataTypes.IntegerType, false)
        .add("share", DataTypes.DoubleType, false)
        .add("share_low", DataTypes.DoubleType, false)
        .add("share_high", DataTypes.DoubleType, false)
        .add("samples", DataTypes.createArrayType(DataTypes.IntegerType, false), false);
  }

  static Row row(String document, TopicTokens topic) {
    return RowFactory.create(
        document,
        topic.topic(),
        topic.last(),
        topic.share(),
        topic.quantile(LOW),
        topic.quantile(HIGH),
        topic.samples());
  }

  /** The rows of a block's documents. */
  static Iterator<Row> of(DocumentBlock block, Assignments assignments, int topics) {
    var samples = new PosteriorSamples(block, assignments, topics);
    Iterator<Integer> documents = IntStream.range(0, block.documents()).iterator();
    return new FlatIterator<>(
        documents, d -> samples.next().stream().map(topic -> row(block.id(d), topic)).iterator());
  }
}
