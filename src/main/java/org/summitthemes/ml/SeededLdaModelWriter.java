package org.summitthemes.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.TopicModel;

/**
 * Saves a model: its params as MLlib does, and as Parquet {@code model} (one row), {@code topics}
 * (a row for each topic, with its priors) and {@code terms} (a row for each term, with its counts
 * by topic).
 */
final class SeededLdaModelWriter extends MLWriter {
  static final StructType MODEL =
      new StructType()
          .add("samples", DataTypes.IntegerType, false)
          .add("term_prior", DataTypes.DoubleType, false);
  static final StructType TOPICS =
      new StructType()
          .add("topic", DataTypes.IntegerType, false)
          .add("document_prior", DataTypes.DoubleType, false)
          .add("seed_terms", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("seed_masses", DataTypes.createArrayType(DataTypes.DoubleType, false), false);
  static final StructType TERMS =
      new StructType()
          .add("term", DataTypes.IntegerType, false)
          .add("word", DataTypes.StringType, true)
          .add("counts", DataTypes.createArrayType(DataTypes.LongType, false), false);

  private final SeededLdaModel model;

  SeededLdaModelWriter(SeededLdaModel model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    TopicModel topics = model.topicModel();
    DefaultParamsWriter$.MODULE$.saveMetadata(model, path, sparkSession());
    save(path, "model", List.of(RowFactory.create(topics.samples(), topics.prior().base())), MODEL);
    save(path, "topics", topicRows(topics), TOPICS);
    save(path, "terms", termRows(topics, model.vocabulary()), TERMS);
  }

  private void save(String path, String name, List<Row> rows, StructType schema) {
    sparkSession()
        .createDataFrame(rows, schema)
        .coalesce(1)
        .write()
        .parquet(new Path(path, name).toString());
  }

  private static List<Row> topicRows(TopicModel model) {
    TermPrior prior = model.prior();
    double[] alpha = model.alpha();
    return IntStream.range(0, model.topics())
        .mapToObj(k -> RowFactory.create(k, alpha[k], prior.seedTerms(k), prior.seedMasses(k)))
        .toList();
  }

  private static List<Row> termRows(TopicModel model, String[] vocabulary) {
    List<Row> rows = new ArrayList<>(model.terms());
    for (int v = 0; v < model.terms(); v++) {
      int term = v;
      long[] counts =
          IntStream.range(0, model.topics()).mapToLong(k -> model.sum(k, term)).toArray();
      rows.add(RowFactory.create(v, vocabulary.length == 0 ? null : vocabulary[v], counts));
    }
    return rows;
  }
}
