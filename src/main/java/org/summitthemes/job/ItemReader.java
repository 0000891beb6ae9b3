package org.summitthemes.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.corpus.Outcome;
import org.summitthemes.corpus.ReadSpeech;
import org.summitthemes.corpus.SpeechReader;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

/**
 * Reads files into rows, a row an input: the columns of {@link IngestedItem} and, where the input
 * is a speech, those of {@link Speech}, else null.
 */
final class ItemReader {
  private static final StructType ITEMS =
      concatenated(Records.schema(IngestedItem.class), Records.schema(Speech.class));
  private static final int ITEM_COLUMNS = Records.schema(IngestedItem.class).size();
  private static final int SPEECH_COLUMNS = Records.schema(Speech.class).size();
  private static final int MOST_SLICES_PER_CORE = 16;

  /** Less to read is not worth a task. */
  private static final long BYTES_PER_SLICE = 256L << 10;

  private ItemReader() {}

  /** Into how many tasks reading the files is worth being cut. */
  static int slices(SparkSession spark, List<InputFile> files) {
    long cores = spark.sparkContext().defaultParallelism();
    long bytes = files.stream().mapToLong(InputFile::nBytes).sum();
    long worthwhile =
        Math.max(cores, Math.min(cores * MOST_SLICES_PER_CORE, bytes / BYTES_PER_SLICE));
    return (int) Math.max(1, Math.min(files.size(), worthwhile));
  }

  /** Rows of the files' inputs, read in so many slices. */
  static Dataset<Row> items(
      SparkSession spark,
      List<InputFile> files,
      int slices,
      CorpusConfig corpus,
      OrganizationsConfig organizations) {
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(
            spark.sparkContext(), spark.sessionState().newHadoopConf());
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(spread(files, slices), slices)
            .mapPartitions(
                (FlatMapFunction<Iterator<InputFile>, Row>)
                    part ->
                        rows(
                            part, hadoop.value().value(), new SpeechReader(corpus, organizations)));
    return spark.createDataFrame(rows, ITEMS);
  }

  /** The large files first and dealt out in turn, so that no slice gets them all. */
  private static List<InputFile> spread(List<InputFile> files, int slices) {
    List<InputFile> bySize = new ArrayList<>(files);
    bySize.sort(
        Comparator.comparingLong(InputFile::nBytes).reversed().thenComparing(InputFile::location));
    List<InputFile> dealt = new ArrayList<>(files.size());
    for (int slice = 0; slice < slices; slice++) {
      for (int i = slice; i < bySize.size(); i += slices) {
        dealt.add(bySize.get(i));
      }
    }
    return dealt;
  }

  private static Iterator<Row> rows(
      Iterator<InputFile> files, Configuration hadoop, SpeechReader reader) {
    return new Iterator<>() {
      private Iterator<Row> open = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!open.hasNext() && files.hasNext()) {
          open = rows(files.next(), hadoop, reader);
        }
        return open.hasNext();
      }

      @Override
      public Row next() {
        return open.next();
      }
    };
  }

  private static Iterator<Row> rows(InputFile file, Configuration hadoop, SpeechReader reader) {
    Iterator<Outcome> outcomes = outcomes(file, hadoop, reader);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return outcomes.hasNext();
      }

      @Override
      public Row next() {
        return row(outcomes.next(), file);
      }
    };
  }

  private static Iterator<Outcome> outcomes(
      InputFile file, Configuration hadoop, SpeechReader reader) {
    return file.access()
        .outcome(file.source())
        .map(outcome -> Collections.singleton(outcome).iterator())
        .orElseGet(
            () ->
                reader.read(
                    file.source(),
                    new StoredBytes(file.location(), hadoop),
                    file.sideCar(),
                    sideCar(file.sideCar(), hadoop)));
  }

  /** A side-car that cannot be read is one that says nothing. */
  private static byte[] sideCar(String location, Configuration hadoop) {
    if (location.isEmpty()) {
      return new byte[0];
    }

    try (InputStream in = new StoredBytes(location, hadoop).open()) {
      return in.readNBytes(1 << 20);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Row row(Outcome outcome, InputFile file) {
    Object[] values = new Object[ITEM_COLUMNS + SPEECH_COLUMNS];
    copy(Records.row(IngestedItem.of(outcome, file)), values, 0);
    if (outcome instanceof ReadSpeech read) {
      copy(Records.row(read.speech()), values, ITEM_COLUMNS);
    }
    return RowFactory.create(values);
  }

  private static void copy(Row from, Object[] to, int at) {
    for (int i = 0; i < from.size(); i++) {
      to[at + i] = from.get(i);
    }
  }

  private static StructType concatenated(StructType a, StructType b) {
    StructType both = new StructType();
    for (StructField field : a.fields()) {
      both = both.add(field);
    }
    for (StructField field : b.fields()) {
      // Null where the input is no speech.
      both = both.add(DataTypes.createStructField(field.name(), field.dataType(), true));
    }
    return both;
  }
}
