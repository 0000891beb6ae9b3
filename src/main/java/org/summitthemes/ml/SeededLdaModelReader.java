package org.summitthemes.ml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;
import org.summitthemes.topic.TermPrior;
import org.summitthemes.topic.TopicModel;

/** Reads what {@link SeededLdaModelWriter} has saved. */
final class SeededLdaModelReader extends MLReader<SeededLdaModel> {
  @Override
  public SeededLdaModel load(String path) {
    var metadata =
        DefaultParamsReader$.MODULE$.loadMetadata(
            path, sparkSession(), SeededLdaModel.class.getName());
    Row model = sparkSession().read().parquet(new Path(path, "model").toString()).first();
    List<Row> topics = rows(path, "topics", "topic");
    List<Row> terms = rows(path, "terms", "term");
    var prior =
        TermPrior.of(
            topics.size(),
            terms.size(),
            model.getDouble(1),
            topics.stream().map(SeededLdaModelReader::seeds).toList());
    double[] alpha = topics.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    var read =
        new SeededLdaModel(
            metadata.uid(),
            new TopicModel(sums(terms, topics.size()), model.getInt(0), alpha, prior),
            vocabulary(terms));
    metadata.getAndSetParams(read, metadata.getAndSetParams$default$2());
    return read;
  }

  private List<Row> rows(String path, String name, String key) {
    return sparkSession().read().parquet(new Path(path, name).toString()).sort(key).collectAsList();
  }

  private static Map<Integer, Double> seeds(Row topic) {
    List<Integer> terms = topic.getList(2);
    List<Double> masses = topic.getList(3);
    Map<Integer, Double> seeds = new TreeMap<>();
    for (int i = 0; i < terms.size(); i++) {
      seeds.put(terms.get(i), masses.get(i));
    }
    return seeds;
  }

  private static long[] sums(List<Row> terms, int topics) {
    long[] sums = new long[topics * terms.size()];
    for (int v = 0; v < terms.size(); v++) {
      List<Long> counts = terms.get(v).getList(2);
      for (int k = 0; k < topics; k++) {
        sums[v * topics + k] = counts.get(k);
      }
    }
    return sums;
  }

  private static String[] vocabulary(List<Row> terms) {
    boolean hasWords = !terms.isEmpty() && !terms.get(0).isNullAt(1);
    return hasWords
        ? terms.stream().map(row -> row.getString(1)).toArray(String[]::new)
        : new String[0];
  }
}
