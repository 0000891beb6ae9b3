package org.summitthemes.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.summitthemes.topic.TermScores;
import org.summitthemes.topic.TopicModel;

/** The top terms of the topics as rows. */
final class TopicTermRows {
  static final StructType SCHEMA =
      new StructType()
          .add("topic", DataTypes.IntegerType, false)
          .add("rank", DataTypes.IntegerType, false)
          .add("term", DataTypes.IntegerType, false)
          .add("word", DataTypes.StringType, true)
          .add("weight", DataTypes.DoubleType, false)
          .add("frex", DataTypes.DoubleType, false)
          .add("is_seed", DataTypes.BooleanType, false);

  private TopicTermRows() {}

  static List<Row> of(TopicModel model, String[] vocabulary, int n) {
    var scores = new TermScores(model.weights());
    List<Row> rows = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      double[] frex = scores.frex(topic);
      int rank = 0;
      for (int term : model.topTerms(topic, n)) {
        rows.add(
            RowFactory.create(
                topic,
                ++rank,
                term,
                vocabulary.length == 0 ? null : vocabulary[term],
                model.weight(topic, term),
                frex[term],
                model.prior().isSeed(topic, term)));
      }
    }
    return rows;
  }
}
