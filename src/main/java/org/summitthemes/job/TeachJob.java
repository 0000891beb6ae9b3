package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.summitthemes.table.Column;
import org.summitthemes.table.Records;
import org.summitthemes.theme.EncodableWords;
import org.summitthemes.theme.EncodedWords;
import org.summitthemes.theme.Lesson;
import org.summitthemes.theme.Student;
import org.summitthemes.theme.StudentFile;
import org.summitthemes.theme.Teacher;
import org.summitthemes.theme.Unit;
import org.summitthemes.theme.WordVectors;

/**
 * Teaches the labeller's student with the sentences of a corpus about which the dictionary leaves
 * no doubt.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}. Output: a {@link Student}. At most {@link
 * #MOST_LESSONS} different sentences of each class are used, chosen by a hash of their text, so the
 * cost does not grow with the corpus; they are learnt on one machine, in the order of that hash, so
 * neither partitions nor the order of the rows matter.
 */
public final class TeachJob {
  static final int MOST_LESSONS = 10_000;

  private static final String FILE = "student.bin.gz";
  private static final String WORDS = "words.bin.gz";

  private TeachJob() {}

  /** The student, or none if the sentences teach fewer than two classes. */
  public static Optional<Student> student(
      Dataset<Row> sentences, Teacher teacher, WordVectors vectors) {
    return teacher.teach(lessons(sentences, teacher), vectors);
  }

  /** The words worth a vector, of which there are at most {@link EncodableWords#MOST}. */
  public static List<String> words(Dataset<Row> sentences) {
    FlatMapFunction<Row, String> words =
        row -> EncodableWords.of(new Unit(row.getString(0), row.getString(1))).iterator();
    return sentences
        .select("text", "language")
        .flatMap(words, Encoders.STRING())
        .groupBy("value")
        .count()
        .where(col("count").geq(EncodableWords.FEWEST_UNITS))
        .orderBy(col("count").desc(), col("value"))
        .limit(EncodableWords.MOST)
        .select("value")
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** The lessons in the order in which they are learnt. */
  public static List<Lesson> lessons(Dataset<Row> sentences, Teacher teacher) {
    return transform(sentences, teacher, MOST_LESSONS).collectAsList().stream()
        .map(row -> new Lesson(new Unit(row.getString(0), row.getString(1)), row.getInt(2)))
        .toList();
  }

  /** Writes the student into the folder of its model. */
  public static void save(Student student, SparkSession spark, String folder) throws IOException {
    write(spark, new Path(folder, FILE), bytes -> StudentFile.write(student, bytes));
  }

  /** Writes the words' vectors into the folder of a model. */
  public static void save(EncodedWords words, SparkSession spark, String folder)
      throws IOException {
    write(spark, new Path(folder, WORDS), words::write);
  }

  /** The student of the model in a folder, if it has one. */
  public static Optional<Student> load(SparkSession spark, String folder) throws IOException {
    return read(spark, new Path(folder, FILE), StudentFile::read);
  }

  /** The words' vectors of the model in a folder, none if it has none. */
  public static EncodedWords encoded(SparkSession spark, String folder) throws IOException {
    return read(spark, new Path(folder, WORDS), EncodedWords::read).orElse(EncodedWords.none());
  }

  private static void write(SparkSession spark, Path file, Writer writer) throws IOException {
    try (OutputStream bytes = new GZIPOutputStream(files(spark, file).create(file, false))) {
      writer.write(bytes);
    }
  }

  private static <T> Optional<T> read(SparkSession spark, Path file, Reader<T> reader)
      throws IOException {
    if (!files(spark, file).exists(file)) {
      return Optional.empty();
    }

    try (InputStream bytes = new GZIPInputStream(files(spark, file).open(file))) {
      return Optional.of(reader.read(bytes));
    }
  }

  private static FileSystem files(SparkSession spark, Path file) throws IOException {
    return file.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  @FunctionalInterface
  private interface Writer {
    void write(OutputStream bytes) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(InputStream bytes) throws IOException;
  }

  static Dataset<Row> transform(Dataset<Row> sentences, Teacher teacher, int mostOfAClass) {
    FlatMapFunction<Row, Row> lesson =
        row ->
            teacher.lesson(new Unit(row.getString(0), row.getString(1))).map(TeachJob::row).stream()
                .iterator();
    var byHash =
        Window.partitionBy("label").orderBy(xxhash64(col("text")), col("text"), col("language"));
    return sentences
        .select("text", "language")
        .flatMap(lesson, Records.encoder(TaughtSentence.class))
        .distinct()
        .withColumn("place", row_number().over(byHash))
        .where(col("place").leq(mostOfAClass))
        .orderBy(xxhash64(col("text")), col("text"), col("language"))
        .select(Records.columns(TaughtSentence.class));
  }

  private static Row row(Lesson lesson) {
    return Records.row(
        new TaughtSentence(lesson.unit().text(), lesson.unit().language(), lesson.label()));
  }

  /** A sentence that teaches. */
  public record TaughtSentence(
      @Column("Text") String text,
      @Column("BCP 47 tag") String language,
      @Column("Position of the theme in the catalog, or the number of themes") int label) {}
}
